import type { StateGraph } from "../graph.ts";
import { type ClassMasks } from "./classes.ts";
/** One set of states that a fair run can go round in, its members numbered by themselves. */
export interface FairSet {
    /** Member -> state, ascending. */
    readonly states: Int32Array;
    /** State -> member, -1 for a state of no concern. */
    readonly memberOf: Int32Array;
    /** The classes that are enabled in some member: no other class is owed anything here. */
    readonly masks: ClassMasks;
    /** Masks of the classes enabled in each member. */
    readonly enabled: Int32Array;
}
/** @param sets state -> number of its set, of which `number` is one */
export declare function fairSet(graph: StateGraph, all: ClassMasks, { sets, number }: {
    readonly sets: Int32Array;
    readonly number: number;
}): FairSet;
