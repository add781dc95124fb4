import { type Bisimulation } from "../checker/bisimulation.ts";
import type { Edit } from "../model/mutant.ts";
import type { World } from "../model/world.ts";
/** Whether an observer of the kernel can tell a mutant from the model in one world. */
export type Equivalence = (Bisimulation & {
    readonly states: number;
    readonly mutantStates: number;
}) | {
    readonly bisimilar: null;
    readonly why: string;
};
/**
 * Compares the whole graphs of the model and a mutant in one world.
 *
 * An observer sees every step with what the kernel was given and what a call returns, and between
 * two steps all that the reference kernel is compared by: slots, lock, images with their lists, the
 * use, protection and content of every frame, sysctls, what the machine does. It does not see where
 * in the statechart a task stands. States that differ in the numbers of exchangeable frames are one.
 *
 * @param edits the mutants, by name
 * @param statesMax a mutant with more states is not compared
 */
export declare function compareGraphs(world: World, edits: Readonly<Record<string, Edit>>, statesMax: number): Map<string, Equivalence>;
