import { kexecLoad } from "../../machines/kexec-load.ts";
import { kexecProperties } from "../../properties/index.ts";
import { createLayout, type Layout } from "../../src/memory/layout.ts";
import { literalOf } from "../../src/model/literal.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import { readChart } from "../../src/xstate/chart.ts";

/** A world of the seed's kernel. */
export function worldNamed(name: string): World {
  const world = worldsOf("quick", "seed").find((each) => each.name === name);
  if (!world) throw new RangeError(`expected a world of the preset quick, got ${name}`);
  return world;
}

export const layout: Layout = createLayout(worldNamed("race").bounds);
export const literal = literalOf(layout);
export const properties = kexecProperties(layout);

/** The errors that a transition of the call may end it with. */
export function errorsOf(): ReadonlyMap<string, readonly string[]> {
  const { transitions } = readChart(kexecLoad(layout));
  return new Map(
    transitions.map(({ key, definition }) => [key, definition.actions.flatMap(errorsOfAction)]),
  );
}

function errorsOfAction(action: unknown): readonly string[] {
  if (action === "setCopyResult") return ["EFAULT", "ENOMEM"];
  if (action === "setArchitectureResult") return ["ENOMEM", "EBUSY"];
  if (typeof action !== "object" || action === null || !("type" in action)) return [];
  if (action.type !== "setResult" || !("params" in action)) return [];
  const { params } = action;
  if (typeof params !== "object" || params === null || !("errno" in params)) return [];
  return [String(params.errno)];
}
