import type { World } from "../../model/worlds.ts";
/**
 * Every state that a world reaches, up to symmetry, and every step between them. State 0 is first.
 */
export interface LabelledGraph {
    readonly name: string;
    readonly states: readonly GraphState[];
    readonly steps: readonly GraphStep[];
}
export interface GraphState {
    /** Paths of the active atomic states, one for each region. */
    readonly leaves: readonly string[];
}
export interface GraphStep {
    readonly from: number;
    readonly to: number;
    /** Several tasks: who performs the step, and what: `task 1: kexec_trylock`. */
    readonly label: string;
}
/**
 * Explores a world and names its states and steps.
 *
 * @throws ExportError when there are more states than `states_max`
 */
export declare function worldGraph(world: World, states_max: number): LabelledGraph;
