import { describe, expect, test } from "vitest";
import { type CheckResult, checkMachine } from "../../src/xstate/check.ts";
import type { EventLike } from "../../src/xstate/options.ts";
import type { Verdict } from "../../src/xstate/verdict.ts";
import { alternatingBit } from "./models/alternating-bit.ts";
import { diningPhilosophers } from "./models/dining-philosophers.ts";
import { ewd840 } from "./models/ewd840.ts";
import { hourClock } from "./models/hour-clock.ts";
import { lock } from "./models/lock.ts";
import { type LiveModel, range } from "./models/model.ts";
import { peterson } from "./models/peterson.ts";
import { prisoner } from "./models/prisoner.ts";
import { prisoners } from "./models/prisoners.ts";
import { simpleAllocator } from "./models/simple-allocator.ts";
import { twoPhase } from "./models/two-phase.ts";

/**
 * Published models of which liveness is known, with fairness and without (sources in `models/`).
 *
 * TLC judges each row as we do. Where no verdict was published, TLC was asked with the fairness of
 * the row; lengths of stems and loops are ours, because TLC's are not shortest.
 */
const models = {
  AlternatingBit: () => alternatingBit("guards"),
  SimpleAllocator: simpleAllocator,
  Prisoners: prisoners,
  Prisoner: () => prisoner(false),
  "Prisoner, light unknown": () => prisoner(true),
  EWD840: () => ewd840(),
  "EWD840, messages stop": () => ewd840({ mayStop: true }),
  DiningPhilosophers: diningPhilosophers,
  HourClock: hourClock,
  Peterson: peterson,
  Lock: lock,
  TwoPhase: () => twoPhase(3),
} satisfies Record<string, () => unknown>;

type Name = keyof typeof models;

/** Distinct states, initial states plus steps (TLC's "generated"), and depth. */
const counts: readonly [Name, readonly [states: number, generated: number, depth: number]][] = [
  ["AlternatingBit", [240, 1204, 10]], // TLC's, too, for the specification with guards
  ["SimpleAllocator", [400, 1633, 6]],
  ["Prisoners", [214, 860, 14]],
  ["Prisoner", [16, 49, 5]],
  ["Prisoner, light unknown", [62, 188, 10]], // published depth 11: with several workers
  ["EWD840", [302, 1817, 9]], // published 2001: TLC counts true disjuncts; 10: several workers
  ["DiningPhilosophers", [67, 336, 29]],
];

/** `violated S+L`: by a stem of S steps and a loop of L; L is 0 when nothing happens any more. */
const verdicts: readonly [Name, property: string, fairness: string, verdict: string][] = [
  ...["d1", "d2"].flatMap((value): typeof verdicts => [
    ["AlternatingBit", `sent-${value}-leads-to-received`, "none", "violated 1+0"],
    ["AlternatingBit", `sent-${value}-leads-to-received`, "spec", "holds"],
    // Messages and acknowledgements are sent and lost.
    ["AlternatingBit", `sent-${value}-leads-to-received`, "weak", "violated 1+4"],
  ]),
  ...range(0, 2).flatMap((client): typeof verdicts => [
    ["SimpleAllocator", `client-${client}-will-return`, "none", "violated 2+0"],
    ["SimpleAllocator", `client-${client}-will-return`, "spec", "holds"],
    ["SimpleAllocator", `client-${client}-will-return`, "weak", "holds"],
    ["SimpleAllocator", `client-${client}-will-return`, "spec2", "holds"],
    ...["will-obtain-0", "will-obtain-1", "is-satisfied-again"].flatMap(
      (claim): typeof verdicts => [
        ["SimpleAllocator", `client-${client}-${claim}`, "none", "violated 1+0"],
        ["SimpleAllocator", `client-${client}-${claim}`, "spec", "holds"],
        // Another client requests, gets and returns all, for ever.
        ["SimpleAllocator", `client-${client}-${claim}`, "weak", "violated 1+3"],
        // Two clients hold what the other one wants.
        ["SimpleAllocator", `client-${client}-${claim}`, "spec2", "violated 4+0"],
      ],
    ),
  ]),
  ["Prisoners", "done", "none", "violated 0+0"],
  ["Prisoners", "done", "spec", "holds"],
  ["Prisoners", "done", "next", "violated 0+2"], // the counter flips switch B twice, for ever
  ...(["Prisoner", "Prisoner, light unknown"] as const).flatMap((name): typeof verdicts => [
    [name, "announced", "none", "violated 0+0"],
    [name, "announced", "spec", "holds"],
    [name, "announced", "next", "holds"], // a visit that changes nothing is no step
  ]),
  ...(["EWD840", "EWD840, messages stop"] as const).flatMap((name): typeof verdicts => [
    [name, "termination-is-detected", "none", "violated 0+0"],
    [name, "termination-is-detected", "spec", "holds"],
    [name, "termination-is-detected", "next", "holds"],
  ]),
  ["EWD840, messages stop", "all-terminate-without-messages", "none", "violated 1+0"],
  ["EWD840, messages stop", "all-terminate-without-messages", "spec", "violated 2+0"],
  ["EWD840, messages stop", "all-terminate-without-messages", "next", "holds"],
  ...range(0, 4).flatMap((id): typeof verdicts => [
    ["DiningPhilosophers", `philosopher-${id}-does-not-starve`, "none", "violated 0+0"],
    ["DiningPhilosophers", `philosopher-${id}-does-not-starve`, "spec", "holds"],
    // One who waits changes nothing, so that at last only those who must act are left.
    ["DiningPhilosophers", `philosopher-${id}-does-not-starve`, "next", "holds"],
  ]),
  ...range(1, 12).flatMap((hour): typeof verdicts => [
    ["HourClock", `shows-${hour}`, "none", "violated 0+0"],
    ["HourClock", `shows-${hour}`, "spec", "holds"],
  ]),
  ["Peterson", "process-1-enters", "none", "violated 1+0"],
  ["Peterson", "process-1-enters", "perProcess", "holds"],
  ["Peterson", "process-1-enters", "next", "violated 1+6"],
  ["Peterson", "process-2-enters", "none", "violated 1+0"],
  ["Peterson", "process-2-enters", "perProcess", "holds"],
  ["Peterson", "process-2-enters", "next", "violated 4+6"], // the turn must be given once, first
  ...[1, 2].flatMap((process): typeof verdicts => [
    ["Lock", `process-${process}-enters`, "none", "violated 1+0"],
    ["Lock", `process-${process}-enters`, "perProcess", "violated 1+4"],
    ["Lock", `process-${process}-enters`, "strong", "holds"],
    ["Lock", `process-${process}-enters`, "next", "violated 1+4"],
  ]),
  ["TwoPhase", "all-abort", "none", "violated 1+0"], // abort, and nothing more
  ["TwoPhase", "all-abort", "manager", "violated 1+0"],
  ["TwoPhase", "all-abort", "next", "holds"],
];

/** Every liveness property of a model under every fairness, from one search. */
function judge(name: Name): CheckResult<unknown, EventLike> {
  const model = models[name]() as LiveModel<unknown, EventLike>; // only run, never read
  const { machine, options, liveness, fairness } = model;
  const assumptions = Object.entries({ none: [], ...fairness });
  const properties = liveness.flatMap((property) =>
    assumptions.map(([assumed, fairness]) => ({
      ...property,
      name: `${property.name} ${assumed}`,
      fairness,
    })),
  );
  return checkMachine(machine, {
    ...options,
    deadlock: false,
    properties: [...(options.properties ?? []), ...properties],
  });
}

const results = new Map<Name, CheckResult<unknown, EventLike>>();

function resultOf(name: Name): CheckResult<unknown, EventLike> {
  const result = results.get(name) ?? judge(name);
  results.set(name, result);
  return result;
}

describe("published counts, and safety", () => {
  test.each(counts)("%s", (name, expected) => {
    const { states, transitions, levels, depth, verdicts } = resultOf(name);
    expect([states, (levels[0] ?? 0) + transitions, depth]).toEqual(expected);
    const safety = verdicts.filter(({ property }) => property.kind === "always");
    expect(safety.map(({ outcome }) => outcome)).toEqual(safety.map(() => "holds"));
  });
});

describe("published verdicts", () => {
  test.each(verdicts)("%s: %s, fairness %s, %s", (name, property, fairness, expected) => {
    const verdict = resultOf(name).verdicts.find(
      (one) => one.property.name === `${property} ${fairness}`,
    );
    expect(verdict && textOf(verdict)).toBe(expected);
  });

  test("every property of every model is judged under every fairness", () => {
    const judged = [...results].flatMap(([name, result]) =>
      result.verdicts
        .filter(({ property }) => property.kind !== "always")
        .map(({ property }) => `${name} ${property.name}`),
    );
    const rows = verdicts.map(([name, property, fairness]) => `${name} ${property} ${fairness}`);
    expect(judged.toSorted()).toEqual(rows.toSorted());
  });
});

function textOf({ outcome, trace }: Verdict<unknown, EventLike>): string {
  if (!trace) return outcome;
  const stem = trace.loop ?? 0;
  return `${outcome} ${stem}+${trace.steps.length - stem}`;
}
