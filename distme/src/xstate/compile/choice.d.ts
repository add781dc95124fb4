import type { ChartNode, ChartTransition } from "../chart.ts";
import type { EffectWriter } from "./effects.ts";
import { type FlatChart, type Region } from "./regions.ts";
import type { EventText, Side, SiteCollector } from "./sites.ts";
/** Transitions that are asked in turn at one place, innermost node first. */
export type Chain = readonly ChartTransition[];
/** How a kind of function refers to the state it starts from and ends with a step. */
export interface Place {
    readonly side: Side;
    readonly event: EventText;
    /** The type that is looked for; "" for eventless transitions. */
    readonly type: string;
    /** What follows a step whose effect is written; `changes` when an assign ran. */
    readonly took: (changes: boolean) => string;
    readonly copies: boolean;
}
export interface Choice {
    readonly text: string;
    readonly regions: readonly Region[];
    readonly leaves: ReadonlyMap<Region, readonly number[]>;
}
export interface RegionOptions {
    readonly region: Region;
    readonly transitions: readonly ChartTransition[];
}
/** What the choice of transitions needs to know beside the chart. */
export interface ChoiceOptions {
    /** Words of a state in the buffers. */
    readonly words: number;
    readonly listens: (node: ChartNode, event: unknown) => boolean;
}
/** Copies the state that a step begins in to the one that it makes. */
export declare function copyText(words: number): string;
/** Writes which transitions an event takes, and what they do. */
export declare class ChoiceWriter {
    #private;
    constructor(flat: FlatChart, options: ChoiceOptions, ...[sites, effects]: readonly [SiteCollector, EffectWriter]);
    /** Selects and takes the transitions of an event. */
    choice(place: Place): Choice;
    chain(chain: Chain, place: Place, take: (transition: ChartTransition) => string): string;
    takeSeveral(options: readonly RegionOptions[], place: Place): string;
}
