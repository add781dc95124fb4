import { describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import type { NodeConfig } from "../../src/model/chart-config.ts";
import { composeModel, literals } from "../../src/model/compose.ts";
import type { Mutant } from "../../src/model/mutant.ts";
import * as m from "../../src/model/mutant.ts";
import { mutants } from "../../src/model/mutants.ts";
import { worldsOf } from "../../src/model/worlds.ts";

const [world] = worldsOf("quick", "seed");
const layout = createLayout(world?.bounds ?? expect.fail("there is no quick world"));

/** A chart with one event of two branches, and one `always`. */
function chart(): NodeConfig {
  return {
    states: {
      a: { on: { go: [{ guard: "first", actions: ["x", { type: "y" }] }, { target: "b" }] } },
      b: { states: { c: { always: [{ guard: "last", target: "#d" }] } } },
      single: { on: { go: { guard: "only" } } },
    },
  };
}

/** The chart's transitions of one place after an edit. */
function edited(edit: (literal: NodeConfig) => void, state = "a"): unknown {
  const literal = chart();
  edit(literal);
  const node = literal.states?.[state];
  return node?.on?.["go"] ?? node?.states?.["c"]?.always;
}

const first = { guard: "first", actions: ["x", { type: "y" }] };
const second = { target: "b" };

describe("an operator changes one transition", () => {
  test.each<readonly [claim: string, found: unknown, expected: unknown]>([
    ["remove", edited(m.remove("a go 0")), [second]],
    ["remove the second", edited(m.remove("a go 1")), [first]],
    ["exchange with the next", edited(m.exchangeWithNext("a go 0")), [second, first]],
    ["drop a guard", edited(m.dropGuard("a go 0")), [{ actions: first.actions }, second]],
    ["retarget", edited(m.retarget("a go 1", "c")), [first, { target: "c" }]],
    ["set actions", edited(m.setActions("a go 1", "z")), [first, { ...second, actions: ["z"] }]],
    ["set no action", edited(m.setActions("a go 0")), [{ ...first, actions: [] }, second]],
    [
      "drop an action",
      edited(m.dropAction("a go 0", "x")),
      [{ ...first, actions: [{ type: "y" }] }, second],
    ],
    [
      "drop an action with params",
      edited(m.dropAction("a go 0", "y")),
      [{ ...first, actions: ["x"] }, second],
    ],
    ["in an always", edited(m.dropGuard("b.c always 0"), "b"), [{ target: "#d" }]],
    ["of an event with one branch", edited(m.dropGuard("single go 0"), "single"), [{}]],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("a negated guard is XState's `not` of it", () => {
    const [negated] = [edited(m.negateGuard("a go 0"))].flat() as {
      guard: { guards: unknown[] };
    }[];
    expect(negated?.guard.guards).toEqual(["first"]);
  });
});

describe("a place that does not exist throws a RangeError, so that no mutant goes stale", () => {
  test.each<readonly [claim: string, edit: (literal: NodeConfig) => void, message: string]>([
    ["unknown state", m.remove("nowhere go 0"), 'there is no state "nowhere"'],
    ["unknown inner state", m.remove("a.c go 0"), 'there is no state "a.c"'],
    ["unknown event", m.dropGuard("a come 0"), 'there is no transition "a come 0"'],
    ["position too large", m.retarget("a go 2", "b"), 'there is no transition "a go 2"'],
    ["no position", m.negateGuard("a go"), 'there is no transition "a go"'],
    ["no always there", m.setActions("a always 0"), 'there is no transition "a always 0"'],
    ["no next transition", m.exchangeWithNext("a go 1"), '"a go 1" has no next transition'],
    ["unknown action", m.dropAction("a go 0", "z"), '"a go 0" has no action z'],
  ])("%s", (_, edit, message) => {
    expect(() => edit(chart())).toThrow(new RangeError(message));
  });
});

describe("every mutant", () => {
  const all: [string, Mutant][] = Object.entries(mutants);

  test("is listed: there are 164", () => {
    expect(all).toHaveLength(164);
  });

  test.each(all)("%s still finds its place, and says what is wrong", (_, mutant) => {
    expect(() => composeModel(layout, mutant)).not.toThrow();
    expect(mutant.breaks).toMatch(/^[a-z].*[^.]$/);
  });

  test("replaces only actions and guards that exist", () => {
    const { doors, regions, root } = literals(layout);
    const known = [...doors, ...Object.values(regions), root].map((one) => one.implementations);
    const stale = all.flatMap(([name, mutant]) => [
      ...Object.keys(mutant.actions?.(layout) ?? {})
        .filter((action) => !known.some(({ actions }) => action in actions))
        .map((action) => `${name}: ${action}`),
      ...Object.keys(mutant.guards?.(layout) ?? {})
        .filter((guard) => !known.some(({ guards }) => guard in guards))
        .map((guard) => `${name}: ${guard}`),
    ]);
    expect(stale).toEqual([]);
  });

  test("leaves the original alone", () => {
    const configs = (): string =>
      JSON.stringify(Object.values(literals(layout).regions).map(({ config }) => config)) +
      JSON.stringify(literals(layout).doors.map(({ config }) => config));
    const before = configs();
    for (const [, mutant] of all) composeModel(layout, mutant);
    expect(configs()).toBe(before);
  });
});
