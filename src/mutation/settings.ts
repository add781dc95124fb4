import { type KernelName, type PresetName, type World, worldsOf } from "../model/worlds.ts";

/** A world of one kernel: where a mutant is tried. */
export interface Setting {
  readonly kernel: KernelName;
  readonly preset: PresetName;
  readonly world: string;
}

/** Each feature is in one of these and missing in another: no transition is dead in all of them. */
export const mutationKernels: readonly KernelName[] = ["fixed", "seed", "7.2"];

export function settingsOf(preset: PresetName): Setting[] {
  return mutationKernels.flatMap((kernel) =>
    worldsOf(preset, kernel).map(({ name }) => ({ kernel, preset, world: name })),
  );
}

/** @throws RangeError when the kernel has no such world */
export function worldIn({ kernel, preset, world }: Setting): World {
  const found = worldsOf(preset, kernel).find(({ name }) => name === world);
  if (!found) throw new RangeError(`kernel ${kernel} has no world ${world} at ${preset}`);
  return found;
}

/** `quick fixed race`: where something was seen. */
export function settingText({ preset, kernel, world }: Setting): string {
  return `${preset} ${kernel} ${world}`;
}
