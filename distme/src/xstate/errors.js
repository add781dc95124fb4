/** A machine, or something given with it, that cannot be checked. The message says where. */
export class MachineError extends Error {
    name = "MachineError";
}
/** Code that was emitted for another machine, or for other events. */
export class OtherModuleError extends MachineError {
    name = "OtherModuleError";
    constructor() {
        super("the module was emitted for another machine or other events: emit it again");
    }
}
/**
 * A step in which two regions move at once behind its first microstep. XState asks them in the order
 * in which they were entered, and the compiled engine does not know it.
 */
export class OrderOfEntryError extends MachineError {
    constructor() {
        super("two regions take eventless or raised transitions at once, and what comes of it depends on " +
            "the order in which they were entered, which cannot be compiled");
    }
}
/** A feature of a chart that the compiler does not know: it refuses, and never guesses. */
export class UnsupportedError extends MachineError {
    constructor(id, what) {
        super(`state "${id}" ${what}, which cannot be compiled`);
    }
}
//# sourceMappingURL=errors.js.map