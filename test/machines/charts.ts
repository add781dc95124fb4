import type { AnyStateMachine } from "xstate";
import { createLayout } from "../../src/memory/layout.ts";
import { literals } from "../../src/model/compose.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { type Chart, type ChartTransition, readChart } from "../../src/xstate/chart.ts";

const [world] = worldsOf("quick", "seed");
if (!world) throw new RangeError("there is no quick world");
const layout = createLayout(world.bounds);

const { doors, regions, root } = literals(layout);

const all: readonly AnyStateMachine[] = [...doors, ...Object.values(regions), root].map(
  (one) => one as unknown as AnyStateMachine, // typed by their own literals
);

/** The literals as the composer gets them, by the names that they give themselves. */
export const machines: Readonly<Record<string, AnyStateMachine>> = Object.fromEntries(
  all.map((one) => [one.id, one]),
);

export const charts: readonly Chart[] = all.map(readChart);

const [first] = charts;
if (!first) throw new RangeError("there is no literal");
export const call: Chart = first;

/** The path of the state that a transition goes to; null when it stays. */
export function targetOf({ definition }: ChartTransition): string | null {
  const [target] = definition.target ?? [];
  return target ? target.path.join(".") : null;
}

/** An action of a transition: its name and what it is given. */
export interface ActionUse {
  readonly name: string;
  readonly params: unknown;
}

export function actionsOf({ definition }: ChartTransition): ActionUse[] {
  return definition.actions.map((action: unknown) => {
    if (typeof action === "string") return { name: action, params: null };
    const use = action as { readonly type: string; readonly params?: unknown }; // by reference only
    return { name: use.type, params: use.params ?? null };
  });
}
