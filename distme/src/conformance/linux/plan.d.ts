import type { Bounds } from "../../memory/bounds.ts";
import { type Layout } from "../../memory/layout.ts";
import type { Request } from "../../memory/request.ts";
import type { Observables } from "../../model/observables.ts";
import type { Simulation } from "../../model/simulation.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
import { type Door } from "./doors.ts";
import { type Fault } from "./faults.ts";
import { type MachineChange } from "./machine-changes.ts";
import type { PagePosition } from "./protocol.ts";
import { type ReplayedStep } from "./replay.ts";
import { type HoldPlace } from "./schedule.ts";
/** How a test is made to happen in a kernel by what user space does. Knows no machine yet. */
export interface Plan<Extra = never> {
    readonly kind: "run";
    readonly actions: readonly ActionOf<Extra>[];
    /** Keys of the statechart's transitions that the kernel takes, once for each time. */
    readonly transitions: readonly string[];
    /**
     * Whether the test does what only the next boot takes back: not at all; before anything else, by
     * disabling loads; or later, or by a load limit or a smaller crash region.
     */
    readonly disablesLoading: "no" | "first" | "later";
}
/** Why a test cannot be run on an unmodified kernel. */
export interface Skip {
    readonly kind: "skip";
    readonly reason: string;
    /** Why, for the transitions that are the obstacles themselves. */
    readonly obstacles: ReadonlyMap<string, string>;
}
/** What a test of kexec_load alone does. */
export type Action = ActionOf<never>;
/** A call or write that is not kexec_load, or what happens to a caller or to the machine. */
export type DoorAction = {
    readonly kind: "door";
    /** Who calls; 0 for a sysctl. */
    readonly task: number;
    readonly door: Door;
    readonly faults: readonly Fault[];
    readonly check: Check;
    readonly held: HeldAction<DoorAction> | null;
} | {
    readonly kind: "event";
    readonly event: MachineChange;
};
/** Where a call is held up, and what happens then. */
export interface HeldAction<Extra> {
    readonly at: HoldPlace;
    readonly meanwhile: readonly ActionOf<Extra>[];
}
export type ActionOf<Extra> = Extra
/** The kernel accepts 1 and nothing else. */
 | {
    readonly kind: "write";
    readonly value: number;
    readonly check: Check;
} | {
    readonly kind: "call";
    readonly call: CallPlan;
    readonly check: Check;
    readonly held: HeldAction<Extra> | null;
};
/** What must be seen after a step of the test. */
export interface Check {
    /** Index of the step in the test. */
    readonly step: number;
    /** The call or write that it ends. */
    readonly label: string;
    readonly expect: Observables;
    /** Whether the caller does not live to see the result. */
    readonly dies: boolean;
}
/** What a caller asks for, and what its memory is like. */
export interface CallPlan {
    readonly task: number;
    readonly request: Request;
    readonly bounds: Bounds;
    readonly listReadable: boolean;
    /** The first page of the buffers that cannot be read, or null. */
    readonly fault: PagePosition | null;
    /** What the debugger makes fail. */
    readonly faults: readonly Fault[];
    /** The first page whose entry needs another list page first, or null. */
    readonly secondListPage: PagePosition | null;
}
/** A plan that may go through other doors than kexec_load. */
export type DoorPlan = Plan<DoorAction>;
/** Plans a test of a world, if it calls nothing but kexec_load. */
export declare function planTest(test: SuiteTest, simulation: Simulation): Plan | Skip;
/**
 * Plans a test of a world.
 *
 * Where calls overlap, their steps are put into an order that user space can bring about. Then the
 * model says what is seen after each call in that order; only the calls' results, which no order
 * may change, are still the test's.
 */
export declare function planDoors(test: SuiteTest, simulation: Simulation): DoorPlan | Skip;
/** What a call of a replayed run asks for. */
export declare function callPlan(layout: Layout, task: number, steps: readonly ReplayedStep[]): CallPlan;
