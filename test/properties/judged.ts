import type { KexecContext } from "../../machines/events.ts";
import { kexecProperties } from "../../properties/index.ts";
import type { KexecProperty, KexecStep } from "../../properties/state.ts";
import { createLayout, type Layout } from "../../src/memory/layout.ts";
import type { Edit } from "../../src/model/mutant.ts";
import type { TraceReport, WorldReport } from "../../src/model/report.ts";
import { runWorld } from "../../src/model/run.ts";
import { type KernelName, type World, worldsOf } from "../../src/model/worlds.ts";
import { expectedToHold, isLiveness, type StateView } from "../../src/xstate/property.ts";

/** Every property, for a kernel; what a property says of itself is the same in all worlds. */
export function propertiesOf(kernel: KernelName): readonly KexecProperty[] {
  const [world] = worldsOf("quick", kernel);
  return world ? kexecProperties(createLayout(world.bounds)) : [];
}

export interface Judging {
  readonly world: World;
  readonly edit?: Edit;
  /** Judge this property alone, so that no other one ends a run first. */
  readonly only?: string;
}

/** Explores a world up to the first broken promise, or completely. */
export function judge({ world, edit, only }: Judging): WorldReport {
  let broken = false;
  const watched = (property: KexecProperty): KexecProperty => {
    const note = (good: boolean): boolean => {
      if (!good) broken = true;
      return good;
    };
    if (property.kind === "sometimes" || isLiveness(property)) return property;
    if (!expectedToHold(property)) return property;
    return property.kind === "always"
      ? { ...property, holds: (state: StateView<KexecContext>) => note(property.holds(state)) }
      : { ...property, holds: (step: KexecStep) => note(property.holds(step)) };
  };
  return runWorld({
    world,
    properties: (layout: Layout) =>
      kexecProperties(layout)
        .filter(({ name }) => only === undefined || name === only)
        .map(watched),
    ...(edit && { edit }),
    limits: { stopped: () => broken },
  });
}

/** The last steps of a trace, each as its label and what changed. */
export function ending({ steps }: TraceReport, count: number): string[] {
  return steps.slice(-count).map(({ label, changes }) => [label, ...changes].join("; "));
}
