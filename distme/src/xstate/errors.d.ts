/** A machine, or something given with it, that cannot be checked. The message says where. */
export declare class MachineError extends Error {
    readonly name: string;
}
/** Code that was emitted for another machine, or for other events. */
export declare class OtherModuleError extends MachineError {
    readonly name = "OtherModuleError";
    constructor();
}
/**
 * A step in which two regions move at once behind its first microstep. XState asks them in the order
 * in which they were entered, and the compiled engine does not know it.
 */
export declare class OrderOfEntryError extends MachineError {
    constructor();
}
/** A feature of a chart that the compiler does not know: it refuses, and never guesses. */
export declare class UnsupportedError extends MachineError {
    constructor(id: string, what: string);
}
