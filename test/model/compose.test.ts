import { describe, expect, test } from "vitest";
import type { KexecEvent } from "../../machines/events.ts";
import { createLayout, taskAt } from "../../src/memory/layout.ts";
import { composeModel } from "../../src/model/compose.ts";
import { kexecModel } from "../../src/model/model.ts";
import { normal } from "../../src/model/requests.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import { readChart } from "../../src/xstate/chart.ts";
import { eachStep } from "./explored.ts";

const [race] = worldsOf("quick", "seed");
const world: World = race ?? expect.fail("there is no quick world");
const layout = createLayout(world.bounds);

describe("the composed machine", () => {
  const { nodes, transitions } = readChart(composeModel(layout));
  const own = transitions.filter(({ source }) => source.path.startsWith("task"));

  test("has one region per task and one for the sysctls", () => {
    const regions = nodes.filter(({ path }) => path !== "" && !path.includes("."));
    expect(regions.map(({ path }) => path)).toEqual(["task0", "task1", "sysctls"]);
  });

  test("asks every transition of a task on an event whether the event is the task's", () => {
    const onEvents = own.filter(({ eventType }) => eventType !== "");
    expect(onEvents.length).toBeGreaterThan(200);
    const others = onEvents.filter(({ source, definition: { guard } }) => {
      const asked =
        typeof guard === "function" ? (guard as { guards?: unknown[] }).guards?.[0] : guard;
      const task = Number(source.path.slice("task".length).split(".")[0]);
      return JSON.stringify(asked) !== JSON.stringify({ type: "forTask", params: { task } });
    });
    expect(others.map(({ key }) => key)).toEqual([]);
  });

  test("keeps every transition of a task inside its own region", () => {
    const strays = own.filter(({ source, definition: { target } }) => {
      const region = source.path.split(".")[0];
      return target?.some(({ path }) => path[0] !== region);
    });
    expect(strays.map(({ key }) => key)).toEqual([]);
  });
});

describe("two tasks never react to one event", () => {
  /** Which regions a step changed: their leaf, or their task's own bytes. */
  const changed = new Map<string, number>();
  let steps = 0;
  const small: World = {
    ...world,
    bounds: { ...world.bounds, frames: 4, requests: [normal("normal", [0, 1])] },
    sigkill: true,
    sysctl: true,
  };
  const model = kexecModel(small);

  function touched(task: number, before: Uint8Array, after: Uint8Array): boolean {
    const from = taskAt(model.layout, task);
    const to = taskAt(model.layout, task + 1);
    // the last three bytes name images, whose numbers any step may change
    const bytes = (mem: Uint8Array) => mem.slice(from, to).filter((_, i) => i !== 2 && i < 6);
    return bytes(before).join() !== bytes(after).join();
  }

  const leafOf = (leaves: readonly string[], region: string): string | undefined =>
    leaves.find((leaf) => leaf.startsWith(region));

  test("each step changes at most the region and the variables of its own task", () => {
    eachStep(model, ({ before, event, after }) => {
      steps++;
      const mine = "task" in event ? event.task : -1;
      for (const task of [0, 1]) {
        const moved =
          leafOf(before.configuration.leaves, `task${task}.`) !==
          leafOf(after.configuration.leaves, `task${task}.`);
        if (!moved && !touched(task, before.context.mem, after.context.mem)) continue;
        const who = task === mine ? "its own task" : "another task";
        changed.set(who, (changed.get(who) ?? 0) + 1);
      }
    });
    expect([...changed.keys()]).toEqual(["its own task"]);
    expect(steps).toBeGreaterThan(1000);
  }, 60_000);

  test("not even when both could: only the task that is named moves", () => {
    const { machine } = model;
    const enter = (task: number): KexecEvent => ({ type: "kexec_load", task, request: 0 });
    const scope = { system: { _sendInspectionEvent: () => {} } } as never; // the pure step's scope
    const start = machine.getInitialSnapshot(scope);
    const one = machine.transition(start, enter(1), scope);
    expect(one.value).toEqual({ task0: "idle", task1: { call: "entered" }, sysctls: "writable" });
    const both = machine.transition(one, enter(0), scope);
    const next = machine.transition(both, { type: "kexec_load_check", task: 1 }, scope);
    expect(next.value).toEqual({
      task0: { call: "entered" },
      task1: { call: "admitted" },
      sysctls: "writable",
    });
  });
});
