import type { LabelledGraph } from "./state-graph.ts";
/**
 * A state graph in the Aldebaran format, which CADP, mCRL2 and LTSmin read: one line a step.
 *
 * The format knows states by their number only, and no letter stands for a quotation mark in a
 * label: an apostrophe takes its place.
 */
export declare function aldebaran({ states, steps }: LabelledGraph): string;
