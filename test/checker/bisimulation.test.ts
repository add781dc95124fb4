import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bisimulate } from "../../src/checker/bisimulation.ts";
import type { StateGraph } from "../../src/checker/graph.ts";

/** Per state: what is seen there, and label -> state. */
type Automaton = readonly (readonly [seen: string, steps: Readonly<Record<number, number>>])[];

function graphOf(automaton: Automaton): StateGraph {
  const rows = automaton.map(([, steps]) =>
    Object.entries(steps).map(([label, target]) => [Number(label), target] as const),
  );
  const first = Int32Array.from({ length: rows.length + 1 }, (_, state) =>
    rows.slice(0, state).reduce((sum, row) => sum + row.length, 0),
  );
  const edges = rows.flat();
  return {
    states: automaton.length,
    initials: 1,
    first,
    target: Int32Array.from(edges.map(([, target]) => target)),
    action: Int32Array.from(edges.map(([label]) => label)),
  };
}

function compare(one: Automaton, other: Automaton) {
  const graphs = [graphOf(one), graphOf(other)] as const;
  return bisimulate({
    graphs,
    label: (graph, edge) => graphs[graph].action[edge] ?? -1,
    same: (a, b) => one[a]?.[0] === other[b]?.[0],
  });
}

const loop: Automaton = [["on", { 0: 0 }]];

describe("two graphs", () => {
  test.each<readonly [claim: string, one: Automaton, other: Automaton]>([
    ["that are the same", loop, loop],
    [
      "of which one is unrolled",
      loop,
      [
        ["on", { 0: 1 }],
        ["on", { 0: 0 }],
      ],
    ],
    [
      "that differ where nothing leads",
      [
        ["a", { 0: 1 }],
        ["b", {}],
      ],
      [
        ["a", { 0: 1 }],
        ["b", {}],
        ["never", {}],
      ],
    ],
  ])("%s are bisimilar", (_, one, other) => {
    expect(compare(one, other)).toMatchObject({ bisimilar: true });
  });

  test.each<readonly [claim: string, one: Automaton, other: Automaton, steps: readonly number[]]>([
    ["that look different at once", [["a", {}]], [["b", {}]], []],
    [
      "of which one ends",
      loop,
      [
        ["on", { 0: 1 }],
        ["on", {}],
      ],
      [0],
    ],
    [
      "of which one takes another step",
      [
        ["a", { 0: 1 }],
        ["b", { 1: 0 }],
      ],
      [
        ["a", { 0: 1 }],
        ["b", { 2: 0 }],
      ],
      [0, 1],
    ],
    [
      "that look different two steps on",
      [
        ["a", { 0: 1, 1: 0 }],
        ["a", { 3: 2 }],
        ["c", {}],
      ],
      [
        ["a", { 0: 1, 1: 0 }],
        ["a", { 3: 2 }],
        ["d", {}],
      ],
      [0, 3],
    ],
  ])("%s are not, and the way to the difference is told", (_, one, other, steps) => {
    expect(compare(one, other)).toEqual({ bisimilar: false, steps });
  });

  test("a minimal one and one with every state twice are bisimilar, and a change is seen", () => {
    const automaton = fc
      .integer({ min: 1, max: 6 })
      .chain((states) =>
        fc.array(
          fc.tuple(
            fc.constantFrom("p", "q"),
            fc.dictionary(fc.constantFrom("0", "1", "2"), fc.nat({ max: states - 1 })),
          ),
          { minLength: states, maxLength: states },
        ),
      );
    fc.assert(
      fc.property(automaton, fc.nat(), (one, salt) => {
        const twice = [...one, ...one].map(
          ([seen, steps], state) =>
            [
              seen,
              Object.fromEntries(
                Object.entries(steps).map(([label, to]) => [
                  label,
                  (state * 7 + salt + Number(label)) % 2 === 0 ? to : to + one.length,
                ]),
              ),
            ] as const,
        );
        expect(compare(one, twice)).toMatchObject({ bisimilar: true });
        const [start] = one;
        const changed = [["r", start?.[1] ?? {}] as const, ...one.slice(1)];
        expect(compare(one, changed).bisimilar).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
