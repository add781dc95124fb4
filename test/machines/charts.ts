import type { AnyStateMachine } from "xstate";
import { kexecLoad } from "../../machines/kexec-load.ts";
import { sysctls } from "../../machines/sysctls.ts";
import { createLayout } from "../../src/memory/layout.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { type Chart, type ChartTransition, readChart } from "../../src/xstate/chart.ts";

const [world] = worldsOf("quick", "seed");
if (!world) throw new RangeError("there is no quick world");
const layout = createLayout(world.bounds);

/** The two literals as the composer gets them. */
export const machines: Readonly<Record<"kexecLoad" | "sysctls", AnyStateMachine>> = {
  kexecLoad: kexecLoad(layout),
  sysctls: sysctls(layout),
};

export const call: Chart = readChart(machines.kexecLoad);

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
