import type { GraphEdge, TestGraph } from "./graph.ts";
import type { Routes } from "./routes.ts";
/** A criterion of coverage: what a run covers, and for each such item a short run that does. */
export interface Criterion {
    /** Everything that a run covers. */
    readonly itemsOf: (run: readonly GraphEdge[], graph: TestGraph) => readonly string[];
    /** For every item that the routes can cover, a shortest run from the start to an end. */
    readonly candidates: (routes: Routes, graph: TestGraph) => ReadonlyMap<string, readonly GraphEdge[]>;
}
export declare const criterionNames: readonly ["transitions", "pairs", "paths", "states", "hsi"];
export type CriterionName = (typeof criterionNames)[number];
export declare const criteria: Record<CriterionName, Criterion>;
