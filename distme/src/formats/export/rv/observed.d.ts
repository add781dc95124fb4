import type { Feature } from "../../../memory/bounds.ts";
/** An event of a monitor: what a kernel does, and the transitions of the statechart that it is. */
export interface ObservedEvent {
    /** A C identifier, as the monitor's source spells it. */
    readonly event: string;
    readonly where: {
        readonly kind: "tracepoint";
        readonly name: string;
        readonly filter: string;
    }
    /** The function is entered. */
     | {
        readonly kind: "function";
        readonly name: string;
    };
    /** Every transition of these events, and these transitions. */
    readonly transitions: {
        readonly events?: readonly string[];
        readonly keys?: readonly string[];
    };
    /** Only kernels with this feature have it. */
    readonly feature?: Feature;
    readonly means: string;
}
/**
 * What a monitor of kexec_load sees: the two ends of the call, and the entry of each function that
 * a kernel has under its own name. A function's entry is where the statechart comes to what it
 * does, which for some is before their own event.
 */
export declare const observedInLoad: readonly ObservedEvent[];
/** Steps of the call that a monitor does not see, and why. */
export declare const unseenInLoad: readonly {
    readonly events: readonly string[];
    readonly why: string;
}[];
