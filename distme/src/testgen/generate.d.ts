import type { Edit } from "../model/mutant.ts";
import { type KernelName } from "../model/worlds.ts";
import { type CriterionName } from "./criteria.ts";
import { type TestGraph } from "./graph.ts";
import { type Suite } from "./suite.ts";
export interface GenerateRequest {
    readonly tool: string;
    readonly kernel: KernelName;
    readonly cover: CriterionName | "random";
    /** For `random`: where the choices come from, and how many tests. */
    readonly seed: number;
    readonly tests: number;
    /** A mutant: the suite of a wrong statechart. */
    readonly edit?: Edit;
}
/**
 * Makes a suite. The groups are made in order: each covers what its tests can cover and no
 * earlier group does, so the first takes everything that one caller alone can take.
 */
export declare function generate({ tool, kernel, cover, seed, tests, edit }: GenerateRequest): Suite;
/** The graphs of a kernel's worlds; they take seconds to build and never change. */
export declare function graphsOf(kernel: KernelName): readonly TestGraph[];
