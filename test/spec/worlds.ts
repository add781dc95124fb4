import { presets, type World, worldsOf } from "../../src/model/worlds.ts";

/** The worlds of the seed as the table of properties.md has them, without their presets. */
export function worldRows(): { readonly preset: string; readonly cells: readonly string[] }[] {
  return presets.flatMap((preset) =>
    worldsOf(preset, "seed").map((world) => ({ preset, cells: cellsOf(world) })),
  );
}

function cellsOf(world: World): string[] {
  const { name, bounds, sigkill, sysctl, limits, oops, panic, hotplug, liveness } = world;
  return [
    name,
    `${bounds.tasks}${world.exchangesTasks ? ", any order" : ""}`,
    `${bounds.frames} + ${bounds.crashFrames}`,
    String(bounds.listPageWords),
    String(bounds.tablePages),
    String(bounds.requests.length),
    String(bounds.calls?.length ?? 0),
    sigkill ? "yes" : "no",
    !sysctl ? "no" : limits ? "with limits" : "yes",
    panic ?? "no",
    oops ? "yes" : "no",
    hotplug ? "yes" : "no",
    liveness ?? "no",
  ];
}
