import { type Cover } from "./cover.ts";
import type { MutationResult, Verdict } from "./result.ts";
/** How many mutants met which end. */
export interface Tally {
    readonly mutants: number;
    /** Killed by a property, whatever else noticed them. */
    readonly byProperty: number;
    /** Killed by what every check claims, and by no property. */
    readonly byCheck: number;
    readonly bySuite: number;
    readonly equivalent: number;
    readonly survived: number;
}
export interface Score {
    readonly total: Tally;
    /** By operator; those of memory and those with names of their own are one kind each. */
    readonly kinds: ReadonlyMap<string, Tally>;
    readonly proofs: Readonly<Record<"unreached" | "same-steps" | "bisimilar", number>>;
    /** Of the mutants that are not equivalent, the part that properties alone kill: 0 .. 1. */
    readonly propertyScore: number;
    /** How many mutants each property kills, in the worlds where they die. */
    readonly kills: ReadonlyMap<string, number>;
    /** Properties that kill what nothing else kills, with those mutants. */
    readonly irreplaceable: ReadonlyMap<string, readonly string[]>;
    /** Properties that kill no mutant. */
    readonly idle: readonly string[];
    readonly cover: Cover;
    readonly survivors: readonly string[];
}
/** @param properties the names of all properties that promise something */
export declare function scoreOf({ mutants, alone }: MutationResult, properties: readonly string[]): Score;
/** The properties that kill a mutant, what every check claims left out. */
export declare function propertiesOf(result: Verdict): string[];
