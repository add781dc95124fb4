import type { KernelName } from "../model/worlds.ts";
import { type Equivalence } from "./equivalence.ts";
import { type WorldVerdict } from "./judge.ts";
import type { Refutation } from "./result.ts";
import { type Setting } from "./settings.ts";
import { type Subject } from "./subjects.ts";
/** A part of a mutation run that a thread can do by itself. */
export type Job = 
/** Explores the model, and finds which mutants differ there. */
{
    readonly kind: "baseline";
    readonly setting: Setting;
    readonly names: readonly string[];
}
/** Tries a mutant in one setting after the other, until a property fails. */
 | {
    readonly kind: "judge";
    readonly name: string;
    readonly settings: readonly SizedSetting[];
}
/** Compares the graphs of the model and some mutants. */
 | {
    readonly kind: "compare";
    readonly names: readonly string[];
    readonly setting: SizedSetting;
}
/** Looks for a counterexample of one property, whatever else breaks. */
 | {
    readonly kind: "refute";
    readonly name: string;
    readonly property: string;
    readonly settings: readonly Setting[];
}
/** Makes the suite of a mutant, and runs it on the reference kernel. */
 | {
    readonly kind: "suite";
    readonly name: string;
    readonly kernel: KernelName;
};
/** A setting, and how many states the model has there. */
export interface SizedSetting extends Setting {
    readonly states: number;
}
export interface Baseline {
    readonly setting: Setting;
    readonly verdict: WorldVerdict;
    readonly differs: readonly string[];
    readonly compared: readonly (readonly [name: string, times: number])[];
}
export interface Judged {
    readonly name: string;
    readonly verdicts: readonly {
        readonly setting: Setting;
        readonly verdict: WorldVerdict;
    }[];
}
export interface Compared {
    readonly setting: Setting;
    readonly equivalences: readonly (readonly [name: string, equivalence: Equivalence])[];
}
/** Where a mutant's own suite first differs from the reference kernel; null: it does not. */
export interface SuiteVerdict {
    readonly name: string;
    readonly found: string | null;
}
/** The first setting in which a property fails; null: in none. */
export interface Refuted {
    readonly property: string;
    readonly refutation: Refutation | null;
}
export type Result = Baseline | Judged | Compared | Refuted | SuiteVerdict;
/** Does a job, in this thread. */
export declare function perform(job: Job): Promise<Result>;
/** @throws RangeError when there is no such mutant */
export declare function subject(name: string): Subject;
