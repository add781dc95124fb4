import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import { findPath } from "../../../src/viewer/search/search.ts";
import { subjectModel } from "../../../src/viewer/search/subject.ts";
import type { Subject } from "../../../src/viewer/subject.ts";
import { checkMachine } from "../../../src/xstate/check.ts";
import {
  at,
  broken,
  compiled,
  interpreted,
  is,
  lengthOf,
  not,
  quick,
  request,
  search,
  seen,
  walked,
} from "./subjects.ts";

const race = quick("race");
const crowd = quick("crowd", { preset: "standard" });

describe("a search finds a path that the model takes, as short as the check's:", () => {
  const table: readonly [string, Subject, number | string][] = [
    ["lock-free-frames-are-installed", quick("memory"), 23],
    ["region-protected-after-every-call", quick("region"), 29],
    ["a-loaded-crash-image-runs-on-panic", quick("panic"), 18],
    ["mutual-exclusion", { ...race, mutant: "lock-not-taken" }, 3],
    ["no-lock-at-return", { ...race, mutant: "lock-kept-after-efault" }, 14],
    ["no-lock-at-return", race, "none"],
  ];

  test.each(table)("%s violated, %o, %s", (name, subject, length) => {
    const result = search(subject, [broken(name)]);
    expect(lengthOf(result)).toBe(length);
    expect(lengthOf(result)).toBe(checked(subject, name));
    if (result.outcome === "found") expect(walked(subject, result.events).refused).toBe(-1);
  });

  test.each([
    ["both-images-are-loaded", race, 38],
    ["a-source-page-is-in-place", quick("memory"), 17],
    ["the-crash-kernel-runs", quick("panic"), 24],
  ] as const)("%s seen", (name, subject, length) => {
    const result = search(subject, [seen(name)]);
    expect(lengthOf(result)).toBe(length);
    expect(lengthOf(result)).toBe(checked(subject, name));
    if (result.outcome === "found") expect(walked(subject, result.events).refused).toBe(-1);
  });

  test("and ends there: it does not see the states that a check sees", () => {
    const { machine, options } = subjectModel(quick("memory"));
    const { states } = search(quick("memory"), [broken("lock-free-frames-are-installed")]);
    expect(states).toBeLessThan(checkMachine(machine, options).states / 2);
  });

  test("by the interpreter, too", () => {
    const asked = request(quick("memory"), [broken("lock-free-frames-are-installed")]);
    const slow = findPath(asked, interpreted);
    expect(slow.engine).toBe("interpreter");
    expect(lengthOf(slow)).toBe(lengthOf(findPath(asked, compiled)));
  });
});

/** The length of the counterexample or witness that a check of one property gives. */
function checked(subject: Subject, name: string): number | string {
  const { machine, layout, options } = subjectModel(subject);
  const properties = kexecProperties(layout).filter((property) => property.name === name);
  const { verdicts } = checkMachine(machine, { ...options, properties });
  return verdicts[0]?.trace?.steps.length ?? "none";
}

describe("a search from a later state", () => {
  const loaded = walked(race, eventsOf(race, [is("normal-image-loaded"), is("lock-free")]));

  test("ends at once where the goal is met already", () => {
    const result = search(race, [is("normal-image-loaded")], { from: loaded.state });
    expect(result).toMatchObject({ outcome: "found", events: [], states: 1 });
  });

  test("leads on from there, and is not longer than from the beginning", () => {
    const both = [is("both-images-loaded")];
    const result = search(race, both, { from: loaded.state });
    const events = result.outcome === "found" ? result.events : expect.fail(result.outcome);
    expect(walked(race, events, loaded.state).refused).toBe(-1);
    expect(events.length).toBeLessThan(Number(lengthOf(search(race, both))));
  });

  test("does not find what lies behind: a shrunk region never grows", () => {
    const size = quick("size");
    const shrunk = walked(size, eventsOf(size, [is("region-shrunk"), is("lock-free")]));
    const goal = [not({ kind: "predicate", name: "region-shrunk", task: null })];
    expect(lengthOf(search(size, goal))).toBe(0);
    expect(lengthOf(search(size, goal, { from: shrunk.state }))).toBe("none");
  });

  test("is refused with the memory of another world", () => {
    const from = { value: loaded.state.value, mem: new Uint8Array(8) };
    expect(() => search(race, [is("lock-free")], { from })).toThrow(
      /^expected a state of \d+ bytes, got 8$/,
    );
  });
});

function eventsOf(...asked: Parameters<typeof search>) {
  const result = search(...asked);
  return result.outcome === "found" ? result.events : expect.fail(result.outcome);
}

describe("a limit gives an unknown, never a no:", () => {
  const goal = [is("frame-lost"), is("both-images-loaded")];

  test("states", () => {
    const limits = { states: 100, time_ms: 60_000 };
    expect(search(race, goal, { limits })).toMatchObject({ outcome: "unknown", limit: "states" });
  });

  test("time", () => {
    const limits = { states: 1e6, time_ms: -1 };
    expect(search(race, goal, { limits })).toMatchObject({ outcome: "unknown", limit: "time" });
  });

  test("a mutant that comes to where it cannot go on", () => {
    const result = search({ ...race, mutant: "old-image-not-freed" }, [is("image-freed-twice")]);
    expect(result).toMatchObject({ outcome: "unknown", limit: "model", engine: "compiled" });
    expect(result.notes).toEqual([expect.stringMatching(/ more than 3 images exist at once$/)]);
  });

  test("without one all states are seen, and the answer is no", () => {
    const { machine, options } = subjectModel(race);
    const { states, depth } = checkMachine(machine, options);
    expect(search(race, goal)).toMatchObject({ outcome: "none", states, depth });
  });
});

describe("where tasks change places", () => {
  test("a goal that names a task sees them apart, and says so", () => {
    const result = search(crowd, [is("holds-lock", 2), at("call.locked", 2)]);
    const { events } = result.outcome === "found" ? result : expect.fail(result.outcome);
    expect(events.at(-1)).toEqual({ type: "kexec_trylock", task: 2 });
    expect(result.notes).toEqual([expect.stringContaining("goal of a search")]);
  });

  test("a goal of any task does not", () => {
    const goal = [is("holds-lock"), at("call.locked")];
    const result = search(crowd, goal);
    expect(lengthOf(result)).toBe(lengthOf(search(crowd, [is("holds-lock", 2)])));
    expect(result.notes).toEqual([]);
  });
});
