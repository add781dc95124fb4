import { expect, test } from "vitest";
import type { SearchEnd, SearchRequest, SearchResult } from "../../../src/viewer/search/search.ts";
import { engineText, progressText, resultText } from "../../../src/viewer/search/tell.ts";
import { is, quick, request } from "./subjects.ts";

const asked = request(quick("race"), [is("frame-lost")]);
const here: SearchRequest = { ...asked, from: { value: "running", mem: new Uint8Array(4) } };
const event = { type: "kexec_unlock", task: 0 } as const;

const table: readonly [SearchEnd, SearchRequest, string][] = [
  [{ outcome: "found", events: [event, event] }, here, "Found: a shortest path has 2 steps."],
  [{ outcome: "found", events: [event] }, asked, "Found: a shortest path has 1 step."],
  [{ outcome: "found", events: [] }, here, "The state here is one."],
  [{ outcome: "found", events: [] }, asked, "The state at the beginning is one."],
  [
    { outcome: "none" },
    here,
    "There is none: all 8,122 states that world race can reach from here were seen.",
  ],
  [
    { outcome: "unknown", limit: "time" },
    asked,
    "Unknown: the search ended after 8,122 states, when its 60 s were over. " +
      "No path of 11 steps or fewer leads there.",
  ],
  [
    { outcome: "unknown", limit: "states" },
    asked,
    "Unknown: the search ended after 8,122 states, as many as it may see (1,000,000). " +
      "No path of 11 steps or fewer leads there.",
  ],
];

test.each(table)("%o is told in a sentence", (end, of, text) => {
  expect(resultText(resultOf(end), of)).toBe(text);
});

test("an unknown of the first level claims nothing of paths", () => {
  const result = { ...resultOf({ outcome: "unknown", limit: "memory" }), depth: 1 };
  expect(resultText(result, asked)).toBe(
    "Unknown: the search ended after 8,122 states, when it had used all the memory that it may.",
  );
});

test("speed and engine are told", () => {
  expect(engineText(resultOf({ outcome: "none" }))).toBe("8,122 states in 1.5 s, interpreted");
  expect(engineText({ ...resultOf({ outcome: "none" }), states: 1, engine: "compiled" })).toBe(
    "1 state in 1.5 s, compiled",
  );
  expect(progressText({ states: 5000, depth: 7 }, 500)).toBe(
    "5,000 states, 7 levels deep, 10,000 states/s",
  );
});

function resultOf(end: SearchEnd): SearchResult {
  return { ...end, states: 8122, depth: 12, time_ms: 1520, engine: "interpreter", notes: [] };
}
