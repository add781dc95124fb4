import { ownWorlds } from "../conformance/linux/own-tests.ts";
import type { MutantName } from "../model/mutants.ts";
import { storyWorlds } from "../model/story-worlds.ts";
import {
  type KernelName,
  type PresetName,
  presets,
  suiteWorlds,
  type World,
  worldsOf,
} from "../model/worlds.ts";

/**
 * The lists of worlds that a saved run may name. `suite`: those that tests are made from; `story`:
 * those to walk in.
 */
export const savedPresets = [...presets, "suite", "story"] as const;
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
export function savedWorlds(kernel: KernelName, preset: SavedPreset): readonly World[] {
  switch (preset) {
    case "suite": // tests of the lock are added where a suite is run on Linux
      return [...suiteWorlds(kernel), ...ownWorlds(kernel)];
    case "story":
      return storyWorlds(kernel);
    default:
      return worldsOf(preset, kernel);
  }
}

/**
 * The world of a saved run, and the mutant of the model that acts in it.
 *
 * @throws RangeError when there is no world of that name: none for a file that was checked
 */
export function traceWorld({ kernel, preset, world: name, mutant }: SavedWorld): TraceWorld {
  const world = savedWorlds(kernel, preset).find((one) => one.name === name);
  if (!world) throw new RangeError(`expected a world of ${kernel}, ${preset}, got "${name}"`);
  return { world, mutant: mutant ?? null };
}
