import type { StateGraph } from "../graph.ts";
import { type ClassMasks } from "./classes.ts";
/**
 * The largest sets of states that a fair run can go round in for ever (Streett emptiness).
 *
 * A strongly connected component is searched for what keeps each class from being treated fairly.
 * A weak class that is enabled in every state and never taken inside: no run that stays here is
 * fair. A strong class that is enabled in some states and never taken inside: a fair run avoids
 * these states, so that they are removed, and what is left is split into components again. When
 * nothing keeps any class, a run along all edges of the component is fair. The class is no longer
 * enabled in what is left, so that there are at most as many rounds as strong classes, and one.
 *
 * A state that no run comes back to is a component, too: the run that stays there for ever.
 *
 * @param states where runs must stay; rearranged
 * @returns state -> number of its set, 0 for a state that no fair run stays near
 */
export declare function fairSets(graph: StateGraph, masks: ClassMasks, states: Int32Array): Int32Array;
