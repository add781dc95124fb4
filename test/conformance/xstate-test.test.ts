import { createTestModel } from "@xstate/test";
import { expect, test } from "vitest";
import type { AnyMachineSnapshot } from "xstate";
import type { KexecEvent } from "../../machines/events.ts";
import { referenceSystem } from "../../src/conformance/reference/system.ts";
import { differenceText } from "../../src/conformance/system.ts";
import { literalOf } from "../../src/model/literal.ts";
import { simulate } from "../../src/model/simulation.ts";
import { suiteWorlds, type World } from "../../src/model/worlds.ts";
import { generate } from "../../src/testgen/generate.ts";

/** One caller with one-page images on few frames: small enough for a library that keeps all paths. */
function oneCaller(): World {
  const world = suiteWorlds("seed").find(({ name }) => name === "reload");
  if (!world) throw new Error("no world reload");
  return { ...world, sigkill: false, bounds: { ...world.bounds, frames: 4 } };
}

test("the shortest paths of @xstate/test drive the reference kernel without a divergence", () => {
  const world = oneCaller();
  const simulation = simulate(world);
  // its types are those of an older XState; what it calls is there
  const model = createTestModel(simulation.machine as never);
  const paths = model.getShortestPaths({
    events: ((snapshot: AnyMachineSnapshot) =>
      simulation.alphabet(simulation.stateOf(snapshot))) as never,
    serializeState: ((snapshot: AnyMachineSnapshot) =>
      `${JSON.stringify(snapshot.value)} ${snapshot.context.mem}`) as never,
  });
  const taken = new Set<string>();
  let steps = 0;
  for (const path of paths) {
    const system = referenceSystem();
    system.start(world);
    let state = simulation.initial;
    for (const { event } of path.steps) {
      if ((event as { type: string }).type === "xstate.init") continue;
      const kexecEvent = event as unknown as KexecEvent; // from our own alphabet
      const step = simulation.step(state, kexecEvent);
      if (!step) throw new Error(`${kexecEvent.type} is not possible`);
      for (const key of step.transitions) taken.add(key);
      expect(system.perform(kexecEvent, step.state).map(differenceText)).toEqual([]);
      state = step.state;
      steps++;
    }
    system.end();
  }
  const ours = new Set(
    generate({
      tool: "test",
      kernel: "seed",
      cover: "transitions",
      seed: 1,
      tests: 0,
    }).groups.flatMap(({ tests }) =>
      tests.flatMap((one) => one.steps.flatMap((step) => step.transitions)),
    ),
  );
  const possible = literalOf(simulation.layout).transitions.filter((t) => t.unreachable === null);
  console.log(
    `@xstate/test, shortest paths, one caller: ${paths.length} paths, ${steps} steps, ` +
      `${taken.size} of ${possible.length} transitions; our default suite: ${ours.size}`,
  );
  expect(paths.length).toBeGreaterThanOrEqual(20);
  expect(ours.size).toBe(possible.length);
  expect(taken.size).toBeLessThan(ours.size);
});
