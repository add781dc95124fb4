import { type Claim } from "../xstate/property.ts";
import { type Literal } from "./literal.ts";
import type { CheckReport, WorldReport } from "./report.ts";
import type { KernelName, PresetName } from "./worlds.ts";
/** A property as far as a report needs it. */
export type PropertyClaim = Claim & {
    readonly kind: string;
};
export interface Aggregation {
    readonly tool: string;
    readonly kernel: KernelName;
    readonly preset: PresetName;
    readonly mutant: string | null;
    readonly worlds: readonly WorldReport[];
    readonly claims: readonly PropertyClaim[];
    readonly literal: Literal;
    /** Whether every transition and state must be covered for the check to pass. */
    readonly coverageMatters: boolean;
}
/** Puts the reports of all worlds together: one verdict per property, coverage over the union. */
export declare function aggregate(parts: Aggregation): CheckReport;
