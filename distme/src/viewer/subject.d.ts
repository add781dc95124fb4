import { type SavedPreset } from "../formats/trace-world.ts";
import type { Mutant } from "../model/mutant.ts";
import { type MutantName } from "../model/mutants.ts";
import type { KernelName, World } from "../model/worlds.ts";
/** Which model a run, or a search, is one of. */
export interface Subject {
    readonly kernel: KernelName;
    readonly preset: SavedPreset;
    /** The name of a world of the preset. */
    readonly world: string;
    readonly mutant: MutantName | null;
    /** A known violation that is mended in it, by its id. */
    readonly mended?: string;
}
/** The world of a subject. @throws RangeError when there is none of its names */
export declare function worldOf({ kernel, preset, world: name, mended }: Subject): World;
/** What is wrong in a subject on purpose; nothing in the model itself. */
export declare function editOf({ mutant }: Subject): Mutant | undefined;
