import type { Layout } from "../../memory/layout.ts";
import type { Deed } from "./deed.ts";
import type { KernelState } from "./kernel.ts";
import type { Both, Run } from "./perform.ts";
/** How two kernels differ after a deed that found them alike. */
export interface Difference {
    /** Whether users could tell. */
    readonly visible: boolean;
    /** Whether what the call returns differs. */
    readonly told: boolean;
    readonly a: Side;
    readonly b: Side;
    /** The names of the facts that differ. */
    readonly facts: readonly string[];
}
/** What one kernel shows. */
export interface Side {
    readonly result: string | null;
    /** Facts that differ, as a person reads them. */
    readonly facts: readonly string[];
}
/** @returns null when the kernels differ in nothing, or in the same way as before the deed */
export declare function differenceOf(layout: Layout, before: Both<KernelState>, { deed, runs }: {
    readonly deed: Deed;
    readonly runs: Both<Run>;
}): Difference | null;
/** What a kernel shows after a deed of some facts. */
export declare function shown(layout: Layout, { after, result }: Run, facts: readonly string[]): string;
