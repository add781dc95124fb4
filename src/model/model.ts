import type { AnyStateMachine } from "xstate";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { bitsOf } from "../memory/bits.ts";
import { createLayout, type Layout } from "../memory/layout.ts";
import { canonicalMem, permuteTasks, taskKey } from "../memory/symmetry.ts";
import type { CheckOptions } from "../xstate/options.ts";
import { alphabetOf } from "./alphabet.ts";
import { composeModel, taskOf, taskOfPath, taskRegion } from "./compose.ts";
import type { Edit } from "./mutant.ts";
import type { World } from "./worlds.ts";

/** The kexec model of one world, ready to be checked. */
export interface KexecModel {
  readonly world: World;
  readonly layout: Layout;
  readonly machine: AnyStateMachine;
  readonly options: Omit<CheckOptions<KexecContext, KexecEvent>, "properties" | "limits">;
}

/** @param edit a mutant of the model, to see which property notices */
export function kexecModel(world: World, edit: Edit = {}): KexecModel {
  const layout = createLayout(world.bounds);
  const { events, offers } = alphabetOf(world, layout);
  const machine = composeModel(layout, edit);
  const known = new Set<string>(machine.events);
  return {
    world,
    layout,
    machine,
    options: {
      // a mutant may have lost the only transition of an event; the model has not
      events: edit.chart ? events.filter(({ type }) => known.has(type)) : events,
      offers,
      bits: bitsOf(layout),
      canonical: (context) => {
        canonicalMem(layout, context.mem);
        return context;
      },
      ...(world.exchangesTasks && {
        symmetry: {
          members: Array.from({ length: world.bounds.tasks }, (_, task) => [taskRegion(task)]),
          permute: (context: KexecContext, order: readonly number[]) => {
            permuteTasks(layout, context.mem, order);
            return context;
          },
          key: (context: KexecContext, task: number) => taskKey(layout, context.mem, task),
        },
      }),
      listens: (node, event) => {
        if (event === null) return true; // an eventless transition
        const region = taskOfPath(node.path);
        return region === null || region === taskOf(event as KexecEvent); // of this alphabet
      },
    },
  };
}
