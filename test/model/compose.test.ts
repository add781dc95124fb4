import { describe, expect, test } from "vitest";
import type { KexecEvent } from "../../machines/events.ts";
import { createLayout, taskAt } from "../../src/memory/layout.ts";
import { composeModel, literalName, literals, taskOfPath } from "../../src/model/compose.ts";
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
  const own = transitions.filter(({ source }) => taskOfPath(source.path) !== null);

  test("runs one region per task beside panic, hotplug and sysctls, until one CPU is left", () => {
    const below = (parent: string): string[] =>
      nodes
        .filter(({ node }) => node.parent?.path.join(".") === parent)
        .map(({ node }) => node.key);
    expect(below("running")).toEqual(["task0", "task1", "panic", "hotplug", "sysctls"]);
    expect(below("").sort()).toEqual(
      ["crashKernel", "dead", "lastCpu", "newKernel", "running", "silent"], // in any order
    );
  });

  test("asks every transition of a task on an event whether the event is the task's", () => {
    const onEvents = own.filter(({ eventType }) => eventType !== "");
    expect(onEvents.length).toBeGreaterThan(200);
    const others = onEvents.filter(({ source, definition: { guard } }) => {
      const asked =
        typeof guard === "function" ? (guard as { guards?: unknown[] }).guards?.[0] : guard;
      const task = taskOfPath(source.path);
      return JSON.stringify(asked) !== JSON.stringify({ type: "forTask", params: { task } });
    });
    expect(others.map(({ key }) => key)).toEqual([]);
  });

  test("keeps every transition of a task inside its own region, but for the last one", () => {
    const strays = own.filter(({ source, definition: { target } }) =>
      target?.some(({ path }) => taskOfPath(path.join(".")) !== taskOfPath(source.path)),
    );
    expect(strays.map(({ key }) => literalName(key))).toEqual(
      [0, 1].map(() => "reboot.interruptible.stopping machine_shutdown 0"),
    );
  });

  test("no two literals give one name to two things", () => {
    const { doors, regions, root } = literals(layout);
    const meanings = new Map<string, Set<string>>();
    for (const { implementations } of [...doors, ...Object.values(regions), root]) {
      for (const [name, thing] of Object.entries({
        ...implementations.actions,
        ...implementations.guards,
      })) {
        const { step, ask } = thing as { step?: unknown; ask?: unknown };
        const seen = meanings.get(name) ?? new Set<string>();
        meanings.set(name, seen.add(String(step ?? ask)));
      }
    }
    expect([...meanings].filter(([, texts]) => texts.size > 1).map(([name]) => name)).toEqual([]);
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
          leafOf(before.configuration.leaves, `running.task${task}.`) !==
          leafOf(after.configuration.leaves, `running.task${task}.`);
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
    const others = { panic: "calm", hotplug: "idle", sysctls: "writable" };
    expect(one.value).toEqual({
      running: { task0: "idle", task1: { call: "entered" }, ...others },
    });
    const both = machine.transition(one, enter(0), scope);
    const next = machine.transition(both, { type: "kexec_load_check", task: 1 }, scope);
    expect(next.value).toEqual({
      running: { task0: { call: "entered" }, task1: { call: "admitted" }, ...others },
    });
  });
});
