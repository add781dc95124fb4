import type { Statechart } from "./statechart.ts";
/**
 * A statechart for Graphviz: states in clusters.
 *
 * DOT has no arrow between clusters. One that leaves a cluster begins at the point in it that its
 * initial arrow begins at, and is cut off at the cluster's border; so for one that leads to it.
 */
export declare function chartDot(chart: Statechart): string;
