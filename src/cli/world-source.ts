import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { kexecProperties } from "../../properties/index.ts";
import { assert } from "../base/assert.ts";
import type { Limits } from "../checker/model.ts";
import { kexecModel } from "../model/model.ts";
import { type MutantName, mutants } from "../model/mutants.ts";
import { judgedIn } from "../model/run.ts";
import { type KernelName, type PresetName, type World, worldsOf } from "../model/worlds.ts";
import type { Checkable } from "../xstate/parallel.ts";

/** Names a world of a preset, and what to judge in it. */
export interface WorldChoice {
  readonly preset: PresetName;
  readonly kernel: KernelName;
  readonly world: string;
  readonly mutant: MutantName | null;
  /** Judge this property only; with "", none. */
  readonly only: string | null;
  readonly limits: Omit<Limits, "stopped">;
}

/** The machine of a world with its properties, made anew in every thread that needs it. */
export function worldSource(choice: WorldChoice): Checkable<KexecContext, KexecEvent> {
  const { mutant, only, limits } = choice;
  const world = worldOf(choice);
  const { layout, machine, options } = kexecModel(world, mutant === null ? {} : mutants[mutant]);
  const named = kexecProperties(layout).filter(({ name }) => only === null || name === only);
  const properties = judgedIn(world, named);
  return { machine, options: { ...options, properties, limits } };
}

/** The world that is named. */
export function worldOf({
  preset,
  kernel,
  world,
}: Pick<WorldChoice, "preset" | "kernel" | "world">): World {
  const found = worldsOf(preset, kernel).find(({ name }) => name === world);
  assert(found !== undefined, `no world ${world}`);
  return found;
}
