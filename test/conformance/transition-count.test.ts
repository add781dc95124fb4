import { describe, expect, test } from "vitest";
import {
  countTransitions,
  possibleTransitions,
  withSightings,
} from "../../src/conformance/transition-count.ts";

const nothing = countTransitions("6.1", { times: new Map(), reasons: new Map() });
const [first, second] = nothing.missing.map(({ transition }) => transition);
if (first === undefined || second === undefined) throw new Error("no transitions");

describe("a count of transitions", () => {
  const count = countTransitions("6.1", {
    times: new Map([[first, 2]]),
    reasons: new Map([[second, "no test passed"]]),
  });

  test("has each transition once, executed or with a reason", () => {
    expect(count.executed).toEqual([{ transition: first, times: 2 }]);
    expect(count.missing).toHaveLength(nothing.missing.length - 1);
    expect(count.missing[0]).toEqual({ transition: second, reason: "no test passed" });
  });

  test("does not count as possible what the kernel has no code for", () => {
    expect(possibleTransitions("6.1")).toBe(213);
    expect(nothing.missing).toHaveLength(250);
  });

  test("takes up what was seen in other ways, and keeps the other reasons", () => {
    const more = withSightings("6.1", count, { [first]: 3, [second]: 1 });
    expect(more.executed).toEqual([
      { transition: first, times: 5 },
      { transition: second, times: 1 },
    ]);
    expect(more.missing).toEqual(count.missing.slice(1));
  });
});
