import { describe, expect, test } from "vitest";
import { findLasso } from "../../../src/checker/liveness.ts";
import { claimOf, graphOf, textOf } from "./notation.ts";

interface Case {
  /** Edges: state, action, state. State 0 is the initial one. */
  readonly graph: string;
  readonly initials?: number;
  readonly from?: readonly number[];
  readonly goal: readonly number[];
}

/** Fairness, and the lasso: stem, then loop. */
type Row = readonly [fairness: string, expected: string];

function verdicts({ graph, initials, ...states }: Case, rows: readonly Row[]): void {
  test.each(rows)(`${graph}, %s: %s`, (fairness, expected) => {
    const found = findLasso(graphOf(graph, initials), claimOf(fairness, states));
    expect(textOf(found)).toBe(expected);
  });
}

describe("no fairness, weak and strong fairness differ", () => {
  verdicts({ graph: "0a1 1b0 1c2", goal: [2] }, [
    ["", "0 | 0"],
    ["WF(c)", "0 | 0"], // c is not enabled in 0
    ["WF(a) WF(b) WF(c)", "0 | 0 a 1 b 0"], // c is enabled in 1 only
    ["WF(a) WF(b) SF(c)", "holds"],
    ["SF(c)", "0 | 0"],
    ["WF(a) SF(c)", "holds"], // in 1, b cannot be waited for: c must be taken
  ]);
  verdicts({ graph: "0a1 1b0 0c2 1c2", goal: [2] }, [
    ["", "0 | 0"],
    ["WF(a) WF(b)", "0 | 0 a 1 b 0"],
    ["WF(c)", "holds"], // c is enabled in 0 and in 1
  ]);
});

describe("fairness to each action differs from fairness to all of them together", () => {
  verdicts({ graph: "0a1 1a0 0b2 1b2", goal: [2] }, [
    ["WF(ab)", "0 | 0 a 1 a 0"],
    ["SF(ab)", "0 | 0 a 1 a 0"],
    ["WF(a) WF(b)", "holds"],
  ]);
});

describe("a run may stay where it is", () => {
  verdicts({ graph: "0a1", goal: [2] }, [
    ["", "0 | 0"],
    ["SF(a)", "0 a 1 | 1"], // for ever, in a state without successors
  ]);
  verdicts({ graph: "0a1", goal: [1] }, [
    ["", "0 | 0"],
    ["WF(a)", "holds"],
    ["WF(b)", "0 | 0"], // an action that nothing enables asks for nothing
  ]);
});

describe("an edge from a state to itself is no step", () => {
  verdicts({ graph: "0a0 0b1", goal: [1] }, [
    ["WF(a) SF(a)", "0 | 0"], // a is not enabled
    ["WF(ab)", "holds"], // only b is a step of the class
    ["SF(ab)", "holds"],
  ]);
  verdicts({ graph: "0a1 1b0 1a1 1c2", goal: [2] }, [["WF(a) WF(b)", "0 | 0 a 1 b 0"]]);
});

describe("the goal", () => {
  verdicts({ graph: "0a1", goal: [0] }, [["", "holds"]]); // met in the initial state
  verdicts({ graph: "0a2 1a2", initials: 2, goal: [0] }, [["", "1 | 1"]]); // met in one of two
  verdicts({ graph: "0a1 1a2 0b3", goal: [1] }, [["WF(ab)", "0 b 3 | 3"]]); // 2 lies behind it
  verdicts({ graph: "0a0 1a2", goal: [0] }, [["", "holds"]]); // 1 and 2 are not reachable
});

describe("`from` begins an obligation", () => {
  verdicts({ graph: "0a1 1a2", from: [1], goal: [1] }, [["", "holds"]]); // met at once
  verdicts({ graph: "0a1 1a2", from: [1, 2], goal: [1] }, [["", "0 a 1 a 2 | 2"]]);
  verdicts({ graph: "0a1 1a2", from: [2], goal: [1] }, [["", "0 a 1 a 2 | 2"]]); // through a goal
  verdicts({ graph: "0a1 1a2 2a1", from: [1], goal: [2] }, [
    ["", "0 a 1 | 1"],
    ["WF(a)", "holds"], // again and again
  ]);
  verdicts({ graph: "0a1 1b0", from: [2], goal: [] }, [["", "holds"]]); // never begun
  verdicts({ graph: "0a1", from: [0, 1], goal: [] }, [["WF(a)", "0 a 1 | 1"]]);

  const pendingSince: readonly [string, readonly number[], readonly number[], number][] = [
    ["0a1 1a2 2a3", [1], [], 1],
    ["0a1 1a2 2a3", [0, 1, 2], [], 0], // the first of several that are not met
    ["0a1 1a2 2a3", [0, 2], [1], 2], // the first one was met
    ["0a1 1a2 2a3", [0, 1, 2, 3], [2], 3],
  ];
  test.each(pendingSince)("%s from %j, goal %j: pending since %i", (edges, from, goal, pending) => {
    const lasso = findLasso(graphOf(edges), claimOf("WF(a)", { from, goal }));
    expect([textOf(lasso), lasso?.pending]).toEqual(["0 a 1 a 2 a 3 | 3", pending]);
  });
});

describe("a loop does what fairness asks for, and no more", () => {
  verdicts({ graph: "0a1 1b0 0c2 2d0", goal: [3] }, [
    ["SF(a) SF(c)", "0 | 0 a 1 b 0 c 2 d 0"], // several places
    ["WF(a) WF(c)", "0 | 0 a 1 b 0"], // c is not enabled in 1
    ["SF(b) SF(d)", "0 | 0"], // neither is enabled in 0
    ["WF(ac) SF(b)", "0 | 0 a 1 b 0"], // b is enabled in 1, and taken
  ]);
  verdicts({ graph: "0a1 1b3 3e0 0c2 2d0", goal: [4] }, [
    ["WF(ac) SF(b)", "0 | 0 c 2 d 0"], // never in 1, where b would have to be taken
    ["SF(a) SF(b)", "0 | 0 a 1 b 3 e 0"],
  ]);
  verdicts({ graph: "0a1 1a0 1b2 2c0 2d3", goal: [3] }, [
    ["WF(abc) SF(d)", "0 | 0 a 1 a 0"], // never in 2: a smaller set of the same component
    ["WF(a) SF(b) SF(d)", "holds"], // d bars 2, so b bars 1, and in 0 alone a bars staying
  ]);
  verdicts({ graph: "0a1 0b1 1c0", goal: [2] }, [
    ["SF(a) SF(b)", "0 | 0 a 1 c 0"], // one step counts for both of its actions
    ["SF(b) SF(c)", "0 | 0 b 1 c 0"], // and is named after the one that is in a class
  ]);
});

describe("the shortest stem, then the shortest loop", () => {
  verdicts({ graph: "0a1 1a2 2a1 0b3 3b4", goal: [] }, [["WF(a) WF(b)", "0 a 1 | 1 a 2 a 1"]]);
  verdicts({ graph: "0a2 2a0 0b3 1a4 4a5 5a1", initials: 2, goal: [3] }, [
    ["WF(a)", "0 | 0 a 2 a 0"],
  ]);
  verdicts({ graph: "0a2 2a3 3a0 1a4 4a1", initials: 2, goal: [] }, [
    ["WF(a)", "1 | 1 a 4 a 1"], // from the second initial state, because it is shorter
  ]);
  verdicts({ graph: "0a2 0a1 2a3 1a3", goal: [] }, [["WF(a)", "0 a 1 a 3 | 3"]]); // the lowest
});
