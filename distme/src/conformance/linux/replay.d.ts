import type { KexecEvent } from "../../../machines/events.ts";
import { type Observables } from "../../model/observables.ts";
import type { KexecState, Simulation } from "../../model/simulation.ts";
/** A step of a test, with the model's states around it. */
export interface ReplayedStep {
    /** Index among the steps of the test. */
    readonly index: number;
    readonly event: KexecEvent;
    readonly before: KexecState;
    readonly transitions: readonly string[];
    /** What the model says is seen afterwards. */
    readonly expect: Observables;
    /** It is not taken: it would be the next one of a caller that does not come so far. */
    readonly isNext?: true;
}
/** Runs events through the model; null when it takes no transition for one of them. */
export declare function replay({ layout, initial, step }: Simulation, events: readonly {
    readonly index: number;
    readonly event: KexecEvent;
}[]): readonly ReplayedStep[] | null;
/** What happens at once, or the steps of one call from its entry to where they end. */
export type Unit = 
/** A write to a sysctl. */
{
    readonly kind: "write";
    readonly step: ReplayedStep;
} | {
    readonly kind: "call";
    readonly task: number;
    readonly steps: readonly ReplayedStep[];
}
/** What happens to a caller: it is killed, or the machine changes while it is at work. */
 | {
    readonly kind: "event";
    readonly steps: readonly ReplayedStep[];
};
/** The calls, writes and events of a run, in the order in which they begin. */
export declare function unitsOf(steps: readonly ReplayedStep[]): Unit[];
