import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../properties/index.ts";
import {
  parseTrace,
  type TraceFile,
  TraceFileError,
  traceFile,
  traceText,
} from "../../src/formats/trace-file.ts";
import { savedWorlds, traceWorld } from "../../src/formats/trace-world.ts";
import { aggregate } from "../../src/model/aggregate.ts";
import { mutants } from "../../src/model/mutants.ts";
import { runWorld } from "../../src/model/run.ts";
import { type Simulation, simulate } from "../../src/model/simulation.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { changed, refusal } from "./changed.ts";

const good: TraceFile = {
  format: "kexec-model trace 1",
  tool: "kexec-model 0.1.0",
  kernel: "seed",
  preset: "suite",
  world: "reload", // one task, four requests, 9 + 4 frames
  mutant: "lock-not-taken",
  property: "mutual-exclusion",
  loop: 1,
  events: [
    { type: "kexec_load", task: 0, request: 0 },
    { type: "kexec_load_check", task: 0 },
  ],
  labels: ['kexec_load "normal"', "kexec_load_check"],
};

function read(path: string, value: unknown): string {
  return refusal(() => parseTrace(changed(good, path, value)), TraceFileError);
}

describe("a trace", () => {
  test("comes back as it was written", () => {
    expect(parseTrace(JSON.parse(traceText(good)))).toEqual(good);
  });

  test("has one line for each event", () => {
    const lines = traceText(good).split("\n");
    for (const event of good.events) {
      expect(lines.filter((line) => line.startsWith(JSON.stringify(event)))).toHaveLength(1);
    }
  });

  test("of the model itself that ends needs neither mutant nor loop", () => {
    const { mutant: _, loop: __, ...rest } = good;
    expect(parseTrace(rest)).toEqual(rest);
    expect(parseTrace({ ...rest, mutant: null, loop: null })).toEqual(rest);
  });

  test("keeps nothing that is not of its format", () => {
    expect(parseTrace({ ...good, extra: "x" })).toEqual(good);
  });
});

describe("a trace is accepted or refused for", () => {
  test.each<[path: string, value: unknown, message: string]>([
    ["format", "kexec-model trace 2", 'format: expected "kexec-model trace 1", got "kexec-model'],
    ["kernel", "6.1", "accepted"],
    ["kernel", "6.2", 'kernel: expected "seed" or "5.10" or'],
    ["kernel", "__proto__", "kernel: expected"],
    ["preset", "quick", 'world: expected "race" or'],
    [
      "preset",
      "slow",
      'preset: expected "quick" or "standard" or "deep" or "suite" or "story", got "slow"',
    ],
    ["world", "lock", "accepted"], // of the tests that are added on Linux
    ["world", "race", 'world: expected "reload" or'],
    ["tool", 1, "tool: expected a text, got 1"],
    ["mutant", "two-phase", 'mutant: expected "'],
    ["mutant", 7, "got 7"],
    ["property", "", "accepted"],
    ["property", null, "property: expected a text, got null"],
    ["loop", 2, "accepted"], // nothing happens any more
    ["loop", 3, "loop: expected a number from 0 to 2, got 3"],
    ["loop", -1, "loop: expected a number from 0 to 2, got -1"],
    ["loop", 0.5, "loop: expected a number from 0 to 2, got 0.5"],
    ["events", {}, "events: expected a list, got {}"],
    ["events", new Array(200_001).fill(good.events[1]), "events: expected at most 200000 events"],
    ["events.0", null, "events[0]: expected an object, got null"],
    ["events.0.type", "toString", 'events[0].type: expected "kexec_load" or'],
    ["events.0.request", 3, "accepted"],
    ["events.0.request", 4, "events[0].request: expected a number from 0 to 3, got 4"],
    ["events.1.task", 1, "events[1].task: expected a number from 0 to 0, got 1"],
    ["labels", undefined, "labels: expected a list, got nothing"],
    ["labels.1", {}, "labels[1]: expected a text, got {}"],
  ])("%s = %j", (path, value, message) => {
    expect(read(path, value)).toContain(message);
  });

  test("being no object", () => {
    expect(refusal(() => parseTrace([]), TraceFileError)).toBe("trace: expected an object, got []");
  });
});

describe("the world of a trace", () => {
  test("is the one of its preset, with the mutant that acts in it", () => {
    const { world, mutant } = traceWorld(good);
    expect([world.name, world.bounds.frames, mutant]).toEqual(["reload", 9, "lock-not-taken"]);
  });

  test("is none when nothing has that name", () => {
    expect(() => traceWorld({ ...good, world: "moon" })).toThrow('seed, suite, got "moon"');
  });

  test("names are unique in a preset", () => {
    const names = savedWorlds("seed", "suite").map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("a mutant's counterexample ends where the model's own run does not", () => {
  const property = "mutual-exclusion";
  const mutant = "lock-not-taken";
  const world = worldsOf("quick", "seed").find(({ name }) => name === "race");
  if (!world) return expect.fail("no world race");
  const properties: typeof kexecProperties = (layout) =>
    kexecProperties(layout).filter(({ name }) => name === property);
  const found = runWorld({ world, properties, edit: mutants[mutant] });
  const report = aggregate({
    tool: "test",
    kernel: "seed",
    preset: "quick",
    mutant,
    worlds: [found],
    claims: [],
    literal: { transitions: [], states: [] },
    coverageMatters: false,
  });
  const trace = found.properties[0]?.trace;
  if (!trace) return expect.fail("the mutant is not refuted");
  const saved = parseTrace(JSON.parse(traceText(traceFile(report, property, trace))));
  const named = traceWorld(saved);
  expect(named.mutant).toBe(mutant);
  const wrong = last(simulate(named.world, mutants[mutant]), saved);
  expect(wrong).not.toBeNull();
  expect(wrong).not.toEqual(last(simulate(named.world), saved));
});

/** Memory behind all events of a trace; null when the model does not take them. */
function last(simulation: Simulation, { events }: TraceFile): Uint8Array | null {
  let state = simulation.initial;
  for (const event of events) {
    const next = simulation.step(state, event);
    if (!next) return null;
    state = next.state;
  }
  return state.context.mem;
}
