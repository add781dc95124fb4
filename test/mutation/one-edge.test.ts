import { describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { composeModel, literalConfig } from "../../src/model/compose.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { type OperatorName, oneEdgeMutants, operators } from "../../src/mutation/one-edge.ts";
import { changedChoices } from "../../src/mutation/reached.ts";
import { nodesOf, normalExit, siblings, targetNode } from "../../src/mutation/targets.ts";
import { readChart } from "../../src/xstate/chart.ts";

const [world] = worldsOf("quick", "fixed");
const layout = createLayout(world?.bounds ?? expect.fail("there is no quick world"));
const literal = literalConfig(layout);
const all = oneEdgeMutants(literal);

/** A chart with a state behind a lock, and one before it. */
const small = {
  states: {
    idle: { id: "idle", on: { go: [{ guard: "may", target: "call", actions: ["x", "y"] }] } },
    call: {
      states: {
        entered: { on: { lock: { target: "locked.working" } } },
        locked: {
          states: {
            working: {
              on: {
                work: [
                  { guard: "fails", target: "#unlock", actions: error("ENOMEM") },
                  { actions: { type: "take", params: { as: "swap" } } },
                ],
              },
            },
            unlocking: { id: "unlock", always: { target: "#idle" } },
          },
        },
        returning: {},
      },
    },
  },
};

function error(errno: string): object {
  return { type: "setResult", params: { errno } };
}

describe("the mutants of a small chart", () => {
  const found = oneEdgeMutants(small).map(({ id }) => id);

  test.each<readonly [operator: OperatorName, expected: readonly string[]]>([
    [
      "delete-transition",
      [
        "idle go 0",
        "call.entered lock 0",
        "call.locked.working work 0",
        "call.locked.working work 1",
        "call.locked.unlocking always 0",
      ],
    ],
    ["drop-guard", ["idle go 0", "call.locked.working work 0"]],
    ["negate-guard", ["idle go 0", "call.locked.working work 0"]],
    ["exchange-transitions", ["call.locked.working work 0"]],
    [
      "next-sibling",
      ["call.entered lock 0 (call.locked.unlocking)", "call.locked.unlocking always 0 (call)"],
    ],
    ["previous-sibling", ["idle go 0 (idle)", "call.locked.working work 0 (call.locked.working)"]],
    ["normal-exit", ["call.entered lock 0 (call.returning)"]],
    [
      "drop-action",
      [
        "idle go 0 (x)",
        "idle go 0 (y)",
        "call.locked.working work 0 (setResult ENOMEM)",
        "call.locked.working work 1 (take swap)",
      ],
    ],
    ["exchange-actions", ["idle go 0 (x and y)"]],
    ["change-errno", ["call.locked.working work 0 (EACCES for ENOMEM)"]],
    ["change-use", ["call.locked.working work 1 (table for swap)"]],
  ])("%s", (operator, expected) => {
    const own = found.filter((id) => id.startsWith(`${operator} `));
    expect(own).toEqual(expected.map((rest) => `${operator} ${rest}`));
  });

  test("nothing else", () => {
    expect(found).toHaveLength(22);
  });
});

describe("the mutants of the statechart", () => {
  test("are 1543, each with a name of its own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const counts = Object.keys(operators).map((operator) => [
      operator,
      all.filter((one) => one.operator === operator).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      "delete-transition": 250,
      "drop-guard": 156,
      "negate-guard": 156,
      "exchange-transitions": 133,
      "next-sibling": 155,
      "previous-sibling": 214,
      "normal-exit": 111,
      "drop-action": 246,
      "exchange-actions": 55,
      "change-errno": 55,
      "change-use": 12,
    });
  });

  test("each changes the choice that it names, and no other; the literal stays", () => {
    const before = JSON.stringify(literal);
    const wrong = all.filter((one) => {
      const changed = [...changedChoices(literal, one).keys()];
      return changed.join() !== one.place.split(" ").slice(0, 2).join(" ");
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(JSON.stringify(literal)).toBe(before);
  });

  test.each(Object.keys(operators) as OperatorName[])("%s makes machines", (operator) => {
    const some = all.filter((one) => one.operator === operator).filter((_, i) => i % 9 === 0);
    expect(some.length).toBeGreaterThan(0);
    for (const edit of some) {
      const { nodes } = readChart(composeModel(layout, edit));
      expect(nodes.length).toBeGreaterThan(100);
    }
  });
});

describe("targets", () => {
  const at = (path: string) =>
    nodesOf(small).find((placed) => placed.path === path) ?? expect.fail(`no ${path}`);

  test.each([
    ["#unlock", "call.entered", "call.locked.unlocking"],
    ["locked.working", "call.entered", "call.locked.working"],
    ["call", "idle", "call"],
  ])("%s from %s is %s", (target, source, expected) => {
    expect(targetNode(small, at(source), target).path).toBe(expected);
  });

  test("a target that is not there is an error that names it", () => {
    expect(() => targetNode(small, at("idle"), "nowhere")).toThrow(
      'there is no target "nowhere" for "idle"',
    );
  });

  test("siblings stand in the order of the literal", () => {
    expect(siblings(small, at("call.locked")).map(({ path }) => path)).toEqual([
      "call.entered",
      "call.returning",
    ]);
  });

  test("the normal exit is the unlock under the lock, the return before it, nothing outside", () => {
    expect(normalExit(small, at("call.locked.working"))?.path).toBe("call.locked.unlocking");
    expect(normalExit(small, at("call.entered"))?.path).toBe("call.returning");
    expect(normalExit(small, at("idle"))).toBeNull();
  });
});
