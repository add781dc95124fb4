import type { FactName } from "../../../machines/facts.ts";
import type { Wait } from "../../../machines/meta.ts";
import type { Feature } from "../../memory/bounds.ts";
import { type Result } from "../svg/names.ts";
import { type ChartName } from "./charts.ts";
/** What a state or transition says of itself; empty or null where it says nothing. */
interface Info {
    /** The chart that shows it with everything around it. */
    readonly chart: ChartName;
    readonly description: string;
    /** Kernel file and symbol. */
    readonly source: string;
    /** It exists in kernels with this feature only. */
    readonly feature: Feature | null;
    /** ... in kernels without this feature only. */
    readonly without: Feature | null;
    /** Why x86-64 cannot take it. */
    readonly unreachable: string | null;
}
export interface StateInfo extends Info {
    readonly path: string;
    /** Names of the facts that are true in it; see machines/facts.ts. */
    readonly holds: readonly FactName[];
    /** Whether a task or the machine ends here. */
    readonly terminal: boolean;
}
export interface TransitionInfo extends Info {
    readonly key: string;
    /** The path of the state that it leaves. */
    readonly from: string;
    /** Null where the state stays as it is. */
    readonly to: string | null;
    /** Null for a transition that is taken without an event. */
    readonly event: string | null;
    /** How many transitions of this event are asked before it. */
    readonly position: number;
    /** Null where nothing is asked. */
    readonly guard: string | null;
    /** What the call returns from here on, if the transition decides it. */
    readonly result: Result | null;
    /** The other actions. */
    readonly actions: readonly string[];
    /** Why the event may find every guard closed. */
    readonly waits: Wait | null;
}
/** Returns what is known of a state, by its path in the literals; null for no state. */
export declare function stateInfo(path: string): StateInfo | null;
/** Returns what is known of a transition, by its key in the literals; null for none. */
export declare function transitionInfo(key: string): TransitionInfo | null;
export {};
