import type { AnyStateMachine } from "xstate";
import { createLayout, type Layout } from "../../memory/layout.ts";
import { literalName, literals } from "../../model/compose.ts";
import { literalOf } from "../../model/literal.ts";
import { type KernelName, worldsOf } from "../../model/worlds.ts";
import {
  type ChartName,
  charts,
  composedMachine,
  literalGuard,
  taskPath,
} from "../../viewer/chart/charts.ts";
import { type Reading, readStatechart, type Statechart } from "./statechart.ts";

/** Which part of the model is exported, and for which kernel. */
export interface ChartChoice {
  readonly part: ChartName;
  /** Leaves out what this kernel lacks; null: everything that some kernel has. */
  readonly kernel: KernelName | null;
}

/** Returns one of the five charts of the model: all of it, with one task, or one door. */
export function kexecChart(choice: ChartChoice): Statechart {
  const existing = existingIn(choice.kernel);
  if (choice.part !== "whole") {
    return readStatechart(partMachine(choice.part), { name: choice.part, ...existing });
  }
  return readStatechart(composedMachine(), {
    name: "kexec",
    pathOf: wholePath,
    guardOf: wholeGuard,
    ...existing,
  });
}

/** The machine of a part, as it is in machines/, or all of them composed for one task. */
export function partMachine(part: ChartName): AnyStateMachine {
  if (part === "whole") return composedMachine();
  const { door } = charts[part];
  const machines: readonly AnyStateMachine[] = literals(layoutOf("seed")).doors;
  const machine = machines.find(({ root }) => door !== null && door in root.states);
  if (machine) return machine;
  throw new RangeError(`expected a machine with the state "${door}"`);
}

/**
 * The guard of a transition of the whole chart. Its one task is asked for where that is a question:
 * a panic may be another CPU's.
 */
export function wholeGuard(guard: unknown, eventType: string): unknown {
  return eventType === "panic" ? guard : literalGuard(guard);
}

/** States have the names that reports give them: `call.entered`, whoever calls. */
function wholePath({ path }: { readonly path: readonly string[] }): string {
  return literalName(path.join(".")) || taskPath;
}

/**
 * Guards and actions ask a layout; which states and transitions exist is the same in every world.
 */
function layoutOf(kernel: KernelName): Layout {
  const [world] = worldsOf("quick", kernel);
  if (!world) throw new RangeError("the preset quick has no world");
  return createLayout({ ...world.bounds, tasks: 1 });
}

function existingIn(kernel: KernelName | null): Partial<Reading> {
  if (kernel === null) return {};
  const { states, transitions } = literalOf(layoutOf(kernel));
  const noStates = new Set(states.flatMap(({ path, unreachable }) => (unreachable ? [path] : [])));
  const noTransitions = new Set(
    transitions.flatMap(({ key, unreachable }) => (unreachable ? [key] : [])),
  );
  return {
    hasState: (path) => !noStates.has(path),
    hasTransition: (key) => !noTransitions.has(key),
  };
}
