import type { Feature } from "../src/memory/bounds.ts";
import type { FactName } from "./facts.ts";
/** On the last transition of an event: the guards of all of them may say no. */
export interface Wait {
    readonly reason: string;
    /** In kernels with this feature only. */
    readonly feature?: Feature;
    /** In kernels without this feature only. */
    readonly without?: Feature;
}
/** What states and transitions say of themselves beside their description. */
export interface KexecMeta {
    /** Kernel file and symbol. */
    readonly source: string;
    /** What is true in the state, by name; see facts.ts. */
    readonly holds?: readonly FactName[];
    /** Why an event is not always taken here: who waits for what, or to whom it means nothing. */
    readonly waits?: Wait;
    /** Why x86-64 cannot take a transition that the seed has. */
    readonly unreachable?: string;
    /** The state or transition exists in kernels with this feature only. */
    readonly feature?: Feature;
    /** ... in kernels without this feature only. */
    readonly without?: Feature;
}
