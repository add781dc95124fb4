import type { Interpreter } from "../interpreter.ts";
import type { EventLike } from "../options.ts";
import type { StateView } from "../property.ts";
import type { Compiled } from "./bindings.ts";
/** The buffers that a compiled step works in. */
export interface Buffers<C> {
    readonly cur: Int32Array;
    readonly next: Int32Array;
    readonly read: (state: Int32Array) => StateView<C>;
    readonly counters: readonly Float64Array[];
}
/**
 * Expands a sample of the states with XState as well, and compares every event: which ones are
 * taken, and the states they lead to. It notices a guard or action that is impure, and code of ours
 * that does not mean what XState means.
 */
export declare class SampleCheck<C, E extends EventLike> {
    #private;
    constructor(interpreter: Interpreter<C, E>, events: readonly E[]);
    /** Whether the next of so many states is one of the sample. */
    due(states: number): boolean;
    /** @throws MachineError when the two differ; the state's own buffer comes out as it was */
    check(compiled: Compiled, buffers: Buffers<C>): void;
}
