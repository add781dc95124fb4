import type { KexecEvent } from "../../../machines/events.ts";
import type { Mem } from "../../memory/layout.ts";
import type { LimitName } from "../../memory/limits.ts";
import type { Simulation } from "../../model/simulation.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
/** A whole call of a test's one caller, as the model has it. */
export interface ModelCall {
    readonly kind: "call";
    /** Index into the world's requests; null for a call of a door that takes none. */
    readonly request: number | null;
    readonly events: readonly KexecEvent[];
    readonly before: Mem;
    readonly after: Mem;
    /** What it returns: 0, a negated error number, or (B4) a positive number. */
    readonly result: number;
}
/** What a test does, when the steps inside a call are of no interest. */
export type Deed = ModelCall | {
    readonly kind: "disable";
} | {
    readonly kind: "limit";
    readonly limit: LimitName;
    readonly value: number;
};
/**
 * The calls of a test, and the writes of sysctls between them: a call stands where it passes the
 * gates, since it does not look at the sysctls after that. A call that never returns is none.
 *
 * @throws AssertionError when there is a second caller
 */
export declare function deedsOf({ id, steps }: SuiteTest, simulation: Simulation): Deed[];
