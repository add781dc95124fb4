import { describe, expect, test } from "vitest";
import { canonicalText } from "../../src/base/canonical.ts";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";
import { abCorrectness } from "./models/ab-correctness.ts";
import { alternatingBit } from "./models/alternating-bit.ts";
import { asynchInterface } from "./models/asynch-interface.ts";
import { cigaretteSmokers } from "./models/cigarette-smokers.ts";
import { dieHard } from "./models/die-hard.ts";
import { hanoi } from "./models/hanoi.ts";
import { hourClock } from "./models/hour-clock.ts";
import { increment } from "./models/increment.ts";
import { incrementSymmetric } from "./models/increment-symmetric.ts";
import { linearEquation } from "./models/linear-equation.ts";
import { lock } from "./models/lock.ts";
import { microwave } from "./models/microwave.ts";
import { missionaries } from "./models/missionaries.ts";
import type { PortedModel } from "./models/model.ts";
import { peterson } from "./models/peterson.ts";
import { tCommit } from "./models/t-commit.ts";
import { twoPhase } from "./models/two-phase.ts";
import { twoPhaseBytes } from "./models/two-phase-bytes.ts";

const unsolvable = { a: 2, b: 4, c: 7 };
const solvable = { a: 2, b: 10, c: 14 };

/**
 * Numbers that other model checkers published for models that we ported (sources in `models/`).
 *
 * `generated` is TLC's word: initial states plus steps, those that change nothing included. Ours is
 * `levels[0] + transitions`. TLC may count more (one step for each true disjunct of a guard); here
 * it never does: in Peterson's `a3` both disjuncts are never true at once, because the turn comes back
 * only from a process that raised its flag and now waits.
 *
 * Where nobody published a number, a comment says where ours comes from.
 */
type Counts = readonly [states: number, generated: number, depth: number];

/** Verdicts are `property outcome states-in-the-trace`, parted by commas. */
const table: readonly [string, () => unknown, Counts, string][] = [
  ["HourClock", hourClock, [12, 24, 1], "hour-in-range holds"],
  ["AsynchInterface", asynchInterface, [12, 30, 2], "value-is-data holds"],
  ["DieHard", dieHard, [16, 97, 8], "jugs-do-not-overflow holds, not-solved violated 7"],
  ["TCommit, 3 RMs", () => tCommit(3), [34, 94, 7], "consistent holds, 2 deadlocks"], // unchecked
  ["TwoPhase, 3 RMs", () => twoPhase(3), [288, 1146, 11], "consistent holds"],
  ["TwoPhase, 5 RMs", () => twoPhase(5), [8832, 58146, 17], "consistent holds"],
  ["TwoPhase in bytes, 3 RMs", () => twoPhaseBytes(3, false), [288, 1146, 11], ""],
  ["TwoPhase in bytes, 5 RMs", () => twoPhaseBytes(5, false), [8832, 58146, 17], ""],
  ["TwoPhase, 5 RMs, symmetry", () => twoPhaseBytes(5, true), [314, 2048, 17], ""],
  ["CigaretteSmokers", cigaretteSmokers, [6, 15, 2], "at-most-one-smokes holds"],
  ["Lock", lock, [12, 21, 5], "mutual-exclusion holds"],
  ["Peterson", peterson, [42, 77, 11], "mutual-exclusion holds"],
  ["ABCorrectness", abCorrectness, [20, 36, 3], "received-is-sent holds"],
  // The shortest way out of the constraint: send, resend, resend.
  ["AlternatingBit", alternatingBit, [240, 1392, 10], "queues-are-short violated 4"],
  // Published are the 13 and 8 states, and the steps as a drawing.
  ["increment", () => increment(2), [13, 15, 5], "shared-counts-finished violated 5"],
  ["increment, symmetry", () => incrementSymmetric(2), [8, 10, 5], ""],
  // Published are the states and that (2, 1) solves the second; two steps a state, 255 + 255 levels.
  ["2x + 4y = 7", () => linearEquation(unsolvable), [65536, 131073, 511], "solvable unwitnessed"],
  ["2x + 10y = 14", () => linearEquation(solvable), [65536, 131073, 511], "solvable witnessed 4"],
  // A Sierpinski graph: 3^5 states, 3^6 - 3 steps, 2^5 - 1 moves from corner to corner.
  ["Hanoi, 5 disks", () => hanoi(5), [243, 727, 32], "not-solved violated 32"],
  // Published is the trace; a brute-force count in Python gave the rest.
  ["Missionaries", missionaries, [64, 253, 13], "nobody-is-eaten holds, not-solved violated 12"],
  // Published are 122 nodes and 542 edges, see below; deepest is start after 30 times incTime.
  ["Microwave", microwave, [122, 548, 32], "door-safety violated 3"],
];

describe("published counts and verdicts", () => {
  test.each(table)("%s", { timeout: 30_000 }, (_name, port, counts, verdicts) => {
    const { machine, options } = port() as PortedModel<unknown, EventLike>; // only run, never read
    const result = checkMachine(machine, options);
    expect(result.incomplete).toBeNull();
    expect([result.states, generated(result), result.depth]).toEqual(counts);
    expect(verdictsOf(result)).toBe(verdicts);
  });

  test("Microwave's 546 steps are TLC's 542 edges: four pairs of steps have the same ends", () => {
    const { machine, options } = microwave();
    const edges = new Set<string>();
    const result = checkMachine(machine, {
      ...options,
      properties: [
        {
          kind: "alwaysStep",
          name: "collect-edges",
          statement: "Every step is seen.",
          holds: ({ before, after }) => {
            const ends = [before, after].map(({ context, configuration }) =>
              canonicalText([context, configuration.leaves], "edge"),
            );
            return edges.add(ends.join(" -> ")).size > 0;
          },
        },
      ],
    });
    expect(result.transitions).toBe(546);
    expect(edges.size).toBe(542);
  });

  test("TCommit ends in two states: everybody aborted, or everybody committed", () => {
    const { machine, options } = tCommit(3);
    const ends = new Set<string>();
    const result = checkMachine(machine, {
      ...options,
      terminal: ({ configuration }) => ends.add(configuration.leaves.join(" ")).size > 0,
    });
    expect(result.deadlocks).toBe(0);
    expect([...ends]).toEqual([
      "rm1.aborted rm2.aborted rm3.aborted",
      "rm1.committed rm2.committed rm3.committed",
    ]);
  });
});

/** TLC's count: initial states and steps. */
function generated({ levels, transitions }: CheckResult<unknown, EventLike>): number {
  return (levels[0] ?? 0) + transitions;
}

function verdictsOf({ verdicts, deadlocks }: CheckResult<unknown, EventLike>): string {
  const texts = verdicts.map(({ property, outcome, trace }) =>
    [property.name, outcome, ...(trace ? [trace.steps.length + 1] : [])].join(" "),
  );
  return [...texts, ...(deadlocks > 0 ? [`${deadlocks} deadlocks`] : [])].join(", ");
}
