import { type Code } from "./code.ts";
import { type FlatChart, type Region } from "./regions.ts";
import { type Effect } from "./semantics.ts";
import type { EventText, SiteCollector } from "./sites.ts";
/** The text of one transition's effect, in the three parts between which XState interleaves. */
export interface EffectText {
    readonly exit: string;
    readonly act: string;
    readonly enter: string;
    /** Whether an `assign` runs, so that XState makes a new snapshot. */
    readonly changes: boolean;
}
/** Other transitions of the same microstep: whether one has left a region that it enters later. */
export type LeftByOthers = (region: Region) => Code;
export declare const alone: LeftByOthers;
/** Writes what transitions do to the words of a state. */
export declare class EffectWriter {
    #private;
    constructor(flat: FlatChart, sites: SiteCollector);
    write(effect: Effect, event: EventText, left?: LeftByOthers): EffectText;
    /** Runs the exit actions of everything that is active: the machine is done. */
    exitAll(event: EventText): string;
}
/** Whether the machine is done in a configuration, as text. */
export declare function doneCode(flat: FlatChart, name: (word: number) => string): Code;
