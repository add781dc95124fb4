import type { KexecEvent } from "../../machines/events.ts";
import type { RunFile } from "../../src/formats/run-file.ts";
import { simulate } from "../../src/model/simulation.ts";
import { suiteWorlds, type World, worldsOf } from "../../src/model/worlds.ts";

/** A trace file of many steps: a long walk of two callers. */
export function longTrace(length: number): string {
  const world = worldsOf("quick", "seed").find(({ name }) => name === "race");
  if (!world) throw new RangeError("expected the world race");
  return JSON.stringify({
    format: "kexec-model trace 1",
    tool: "test",
    kernel: "seed",
    preset: "quick",
    world: world.name,
    property: "mutual-exclusion",
    ...walkOf(world, length),
  });
}

/** A run file of many tests. */
export function manyTests(count: number): string {
  const world = suiteWorlds("seed").find(({ name }) => name === "two-callers");
  if (!world) throw new RangeError("expected the world two-callers");
  const { events } = walkOf(world, 60);
  const run: RunFile = {
    format: "kexec-model run 1",
    tool: "test",
    kernel: "seed",
    system: "a system with many tests",
    tests: Array.from({ length: count }, (_, i) => ({
      id: `two-callers-${i + 1}`,
      group: "two-callers",
      world: world.name,
      events: events.slice(0, 20 + (i % 40)),
      outcome: { kind: "conforms" },
    })),
    transitions: { executed: [], missing: [] },
  };
  return JSON.stringify(run);
}

/** Takes steps for ever, each chosen by a small generator: the same walk every time. */
function walkOf(world: World, length: number): { events: KexecEvent[]; labels: string[] } {
  const { alphabet, step, initial, label } = simulate(world);
  const events: KexecEvent[] = [];
  let state = initial;
  let random = 7;
  while (events.length < length) {
    const offered = alphabet(state).filter((event) => step(state, event) !== null);
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    const event = offered[(random >>> 8) % offered.length];
    const next = event && step(state, event);
    if (!next) throw new RangeError(`the walk ends after ${events.length} steps`);
    events.push(event);
    state = next.state;
  }
  return { events, labels: events.map(label) };
}
