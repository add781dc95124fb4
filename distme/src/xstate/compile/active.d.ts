import type { ChartNode } from "../chart.ts";
import { type Code } from "./code.ts";
import { type FlatChart, type Region } from "./regions.ts";
/** Names of the words of a configuration in generated text: `c0`, or `next[0]`. */
export type WordName = (word: number) => string;
export declare const before: WordName;
export declare const after: WordName;
/** The value of a region. */
export declare function valueCode({ word, shift, bits }: Region, name: WordName): string;
/** Whether a node is active. */
export declare function activeCode(flat: FlatChart, node: ChartNode, name: WordName): Code;
/** Whether the configuration matches a state value, as `snapshot.matches` and `stateIn` ask. */
export declare function matchesCode(flat: FlatChart, value: unknown, asked: ChartNode): (name: WordName) => Code;
