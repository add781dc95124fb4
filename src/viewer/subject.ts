import { type SavedPreset, traceWorld } from "../formats/trace-world.ts";
import { mended as featuresOf } from "../model/kernels.ts";
import type { Mutant } from "../model/mutant.ts";
import { type MutantName, mutants } from "../model/mutants.ts";
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
export function worldOf({ kernel, preset, world: name, mended }: Subject): World {
  const { world } = traceWorld({ kernel, preset, world: name });
  if (mended === undefined) return world;
  const features = featuresOf(world.bounds.features, mended);
  if (!features) throw new RangeError(`expected a violation to mend, got "${mended}"`);
  return { ...world, bounds: { ...world.bounds, features } };
}

/** What is wrong in a subject on purpose; nothing in the model itself. */
export function editOf({ mutant }: Subject): Mutant | undefined {
  return mutant === null ? undefined : mutants[mutant];
}
