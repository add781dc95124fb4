import type { Layout } from "../memory/layout.ts";
import type { NodeConfig, TransitionConfig } from "../model/chart-config.ts";
import type { Edit } from "../model/mutant.ts";
/**
 * Where a mutant makes a difference, found while the model itself is explored.
 *
 * Wherever the model is about to choose among the transitions of a state, a probe asks what each
 * mutant would do there: which transition it would choose, and what memory would be behind it. A
 * mutant that never differs in a reachable state has the same graph as the model, step by step: it
 * is equivalent, and no search of its own is needed. Most differ at the first question, and are not
 * asked again.
 */
export interface Reached {
    /** Mutants that differ somewhere, by name. */
    readonly differs: ReadonlySet<string>;
    /** Name -> how often a mutant that never differs was compared; 0: the model never comes there. */
    readonly compared: ReadonlyMap<string, number>;
}
/**
 * An edit that changes nothing and compares every mutant on the way.
 *
 * @returns the edit, and what a search of the edited model has found by its end
 */
export declare function watching(layout: Layout, mutants: Readonly<Record<string, Edit>>): {
    readonly edit: Edit;
    readonly reached: Reached;
};
type Choices = ReadonlyMap<string, readonly TransitionConfig[]>;
/**
 * The choices whose transitions an edit changes, by `path eventType`, as they are then.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export declare function changedChoices(literal: NodeConfig, edit: Edit): Choices;
export {};
