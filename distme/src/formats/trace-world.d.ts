import type { MutantName } from "../model/mutants.ts";
import { type KernelName, type PresetName, type World } from "../model/worlds.ts";
/**
 * The lists of worlds that a saved run may name. `suite`: those that tests are made from; `story`:
 * those to walk in.
 */
export declare const savedPresets: readonly ["quick", "standard", "deep", "suite", "story"];
export type SavedPreset = PresetName | "suite" | "story";
/** What a saved run says of the model that it is a run of. */
export interface SavedWorld {
    readonly kernel: KernelName;
    readonly preset: SavedPreset;
    readonly world: string;
    readonly mutant?: MutantName;
}
/** The model that a saved run is a run of. */
export interface TraceWorld {
    readonly world: World;
    /** null: the model itself. */
    readonly mutant: MutantName | null;
}
/** The worlds that a saved run may name. */
export declare function savedWorlds(kernel: KernelName, preset: SavedPreset): readonly World[];
/**
 * The world of a saved run, and the mutant of the model that acts in it.
 *
 * @throws RangeError when there is no world of that name: none for a file that was checked
 */
export declare function traceWorld({ kernel, preset, world: name, mutant }: SavedWorld): TraceWorld;
