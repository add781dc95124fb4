import { type Incomplete } from "../../checker/exploration.ts";
import type { CheckResult } from "../../xstate/check.ts";
import type { EngineReport } from "../../xstate/machine-model.ts";
import type { EventLike } from "../../xstate/options.ts";
import type { Expectation } from "../../xstate/property.ts";
import { type ToldTrace } from "../../xstate/told.ts";
import type { Outcome } from "../../xstate/verdict.ts";
/** Everything that a check of somebody's machine found. Schema: `spec/machine-report.schema.json`. */
export interface MachineReport {
    readonly schema: 1;
    readonly tool: string;
    /** The module, as it was given. */
    readonly file: string;
    /** XState's id of the machine. */
    readonly machine: string;
    readonly states: number;
    readonly transitions: number;
    readonly depth: number;
    readonly incomplete: Incomplete;
    readonly engine: EngineReport;
    readonly properties: readonly MachineProperty[];
    readonly deadlocks: number;
    /** A shortest run to a state in which nothing can happen any more. */
    readonly deadlock: ToldTrace | null;
    readonly coverage: MachineCoverage;
    readonly verdict: "holds" | "violated" | "incomplete";
    /** Why the verdict is not `holds`, one line each. */
    readonly problems: readonly string[];
    /** What a reader should know of the search. */
    readonly notes: readonly string[];
}
export interface MachineProperty {
    readonly name: string;
    readonly kind: string;
    readonly statement: string;
    readonly expect: Expectation;
    readonly outcome: Outcome;
    readonly ok: boolean;
    readonly applied: number;
    readonly trace: ToldTrace | null;
}
export interface MachineCoverage {
    readonly transitions: number;
    /** Transitions that are never taken, as `<state path> <event type> <position>`. */
    readonly dead: readonly string[];
    readonly states: number;
    readonly unreached: readonly string[];
}
/** What is known of a check beside its result. */
export interface MachineReportOrigin {
    readonly tool: string;
    readonly file: string;
    readonly machine: string;
    readonly notes: readonly string[];
}
/** Puts what a check found into words and verdicts. */
export declare function machineReport(origin: MachineReportOrigin, result: CheckResult<unknown, EventLike>): MachineReport;
