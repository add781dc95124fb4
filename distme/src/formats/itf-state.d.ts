import type { KexecState, Simulation } from "../model/simulation.ts";
import type { ItfState } from "./itf-value.ts";
/** How an ITF file names the variables of a world, and their values in a state. */
export interface ItfVariables {
    /** In the order in which a reader shows them. */
    readonly names: readonly string[];
    readonly of: (state: KexecState) => ItfState;
}
/**
 * The variables of a world: which state each region is in, every global variable of the memory
 * model under its own name, and its tasks, images and frames as maps from their number.
 *
 * Every byte of memory that is a variable is in one of them: two states that differ, differ here.
 */
export declare function itfVariables({ layout }: Simulation): ItfVariables;
