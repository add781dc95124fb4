import type { GraphEdge } from "./graph.ts";
/** A run that was chosen, and what it is the first to cover. */
export interface Selected<Origin> {
    readonly origin: Origin;
    readonly run: readonly GraphEdge[];
    readonly covers: readonly string[];
}
/** A run that may be chosen, and everything that it covers. */
export interface Candidate<Origin> {
    readonly origin: Origin;
    readonly run: readonly GraphEdge[];
    readonly items: ReadonlySet<string>;
}
/**
 * Chooses few runs that cover every open item together: always the one that covers most per step
 * among those that remain, then leaves out what turned out to be covered by later ones.
 *
 * @param open the items to cover; what is covered is taken out of it
 */
export declare function selectRuns<Origin>(candidates: readonly Candidate<Origin>[], open: Set<string>): Selected<Origin>[];
