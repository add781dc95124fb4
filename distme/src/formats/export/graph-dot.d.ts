import type { LabelledGraph } from "./state-graph.ts";
/**
 * A state graph for Graphviz, or for a reader of such files. Its states are numbered as in every
 * other export of the same world; what each region does is what a pointer over a state shows.
 */
export declare function graphDot({ name, states, steps }: LabelledGraph): string;
