import type { KexecEvent } from "../../machines/events.ts";
import type { Incomplete } from "../checker/exploration.ts";
import type { Statistics } from "../checker/statistics.ts";
import type { Outcome } from "../xstate/check.ts";
import type { Expectation } from "../xstate/property.ts";
import type { KernelName, PresetName } from "./worlds.ts";
/** One search, as it is handed from a worker and written as JSON. */
export interface WorldReport {
    readonly world: string;
    readonly purpose: string;
    readonly bounds: WorldBounds;
    /** Distinct states up to symmetry. */
    readonly states: number;
    readonly transitions: number;
    readonly depth: number;
    readonly deadlocks: number;
    readonly deadlock: TraceReport | null;
    readonly incomplete: Incomplete;
    /** Of this run; what an earlier one took, from which it went on, is not in it. */
    readonly seconds: number;
    /** Why there are so many states; null unless it was asked for, or a limit was hit. */
    readonly statistics: Statistics | null;
    /** What a reader should know of the search, one sentence each. */
    readonly notes: readonly string[];
    readonly properties: readonly PropertyFinding[];
    readonly coverage: readonly TransitionReport[];
    readonly entered: readonly {
        readonly path: string;
        readonly entered: number;
    }[];
    /** Events that found every guard of a state closed, as `path eventType`. */
    readonly refused: readonly string[];
}
export interface WorldBounds {
    readonly tasks: number;
    readonly frames: number;
    readonly crashFrames: number;
    readonly listPageWords: number;
    readonly tablePages: number;
    /** Loads and unloads that a task may ask for, by either door. */
    readonly requests: number;
    /** Other calls that it may make: reboot, crash size. */
    readonly calls: number;
    readonly sigkill: boolean;
    readonly sysctl: boolean;
    /** Whether the load limits can be written. */
    readonly limits: boolean;
    readonly hotplug: boolean;
    readonly oops: boolean;
    readonly panic: "never" | "once" | "nested";
    /** crash_kexec_post_notifiers */
    readonly postNotifiers: boolean;
}
export interface PropertyFinding {
    readonly name: string;
    readonly outcome: Outcome;
    readonly applied: number;
    readonly trace: TraceReport | null;
}
export interface TraceReport {
    readonly world: string;
    readonly steps: readonly TraceStepReport[];
    /**
     * For a run without end: how many steps come before those that repeat for ever; as many as there
     * are when nothing happens any more. null for a run that ends.
     */
    readonly loop: number | null;
}
export interface TraceStepReport {
    readonly event: KexecEvent;
    /** The event as a person reads it. */
    readonly label: string;
    /** Active leaf of every region behind the step. */
    readonly states: readonly string[];
    readonly changes: readonly string[];
}
/** Coverage of one transition of the statechart's literal, summed over tasks. */
export interface TransitionReport {
    /** `path eventType position` */
    readonly key: string;
    readonly taken: number;
    readonly guardTrue: number;
    readonly guardFalse: number;
}
/** A property over all worlds. */
export interface PropertyReport {
    readonly name: string;
    readonly kind: string;
    readonly statement: string;
    readonly source: string;
    readonly notClaimed: string | null;
    readonly expect: Expectation;
    readonly refutedBy: string | null;
    readonly outcome: Outcome;
    /** Whether the outcome is the expected one. */
    readonly ok: boolean;
    /** States or steps that the property spoke about. */
    readonly applied: number;
    /** The shortest counterexample or witness of all worlds. */
    readonly trace: TraceReport | null;
}
export interface CoverageReport {
    readonly transitions: readonly TransitionReport[];
    /** Transitions that no world takes and that nothing declares unreachable. */
    readonly dead: readonly string[];
    /** Transitions that cannot be taken here, each with its reason. */
    readonly declared: readonly {
        readonly key: string;
        readonly reason: string;
    }[];
    /** Events that a state does not always take, each with its reason. */
    readonly waits: readonly {
        readonly key: string;
        readonly reason: string;
    }[];
    /** ... and those for which no reason is declared: the statechart forgets a case. */
    readonly refused: readonly string[];
    /** Declared waits that nobody ever waits in. */
    readonly needless: readonly string[];
    /** States of this kernel that no world enters. */
    readonly unreached: readonly string[];
    /** States that this kernel has. */
    readonly states: number;
}
/** Everything that one `check` found. */
export interface CheckReport {
    readonly schema: 1;
    readonly tool: string;
    readonly kernel: KernelName;
    readonly preset: PresetName;
    readonly mutant: string | null;
    readonly worlds: readonly Omit<WorldReport, "properties" | "coverage" | "entered" | "refused">[];
    readonly properties: readonly PropertyReport[];
    readonly coverage: CoverageReport;
    readonly verdict: "holds" | "violated" | "incomplete";
    /** Why the verdict is not `holds`, one line each. */
    readonly problems: readonly string[];
}
