import { describe, expect, test } from "vitest";
import { mutationText, parseMutation } from "../../src/formats/mutation-file.ts";
import type { MutationResult } from "../../src/mutation/result.ts";

const result: MutationResult = {
  kernels: ["fixed", "seed"],
  properties: { first: "aaaa", second: "bbbb" },
  alone: { second: { mutant: "survived", where: "quick fixed odd", steps: 9 } },
  mutants: {
    killed: {
      part: "p1",
      verdict: "killed",
      where: "quick fixed race",
      by: [
        { name: "second", steps: 4 },
        { name: "no-deadlock", steps: 7 },
        { name: "every-event-is-taken", steps: null },
      ],
    },
    suite: { part: "p2", verdict: "suite", found: 'fixed caller-1, step 3: "x"' },
    survived: { part: "p3", verdict: "survived", why: "nobody notices" },
    unreached: { part: "p4", verdict: "equivalent", proof: { kind: "unreached" } },
    same: { part: "p5", verdict: "equivalent", proof: { kind: "same-steps", compared: 12 } },
    bisimilar: {
      part: "p6",
      verdict: "equivalent",
      proof: {
        kind: "bisimilar",
        worlds: [{ where: "quick fixed odd", states: 5, mutantStates: 6, pairs: 7 }],
      },
    },
  },
};

describe("a mutation result", () => {
  test("comes back as it was written", () => {
    expect(parseMutation(mutationText(result))).toEqual(result);
  });

  test("has one line for each mutant", () => {
    const lines = mutationText(result).split("\n");
    for (const name of Object.keys(result.mutants)) {
      expect(lines.filter((line) => line.startsWith(`"${name}": [`))).toHaveLength(1);
    }
  });
});

describe("a file that is none is refused, and the message says where and why", () => {
  const json = JSON.parse(mutationText(result));
  const withMutant = (line: unknown): string =>
    JSON.stringify({ ...json, mutants: { killed: line } });
  test.each<readonly [claim: string, text: string, message: string]>([
    ["no JSON", "{", "expected JSON, got"],
    ["a list", "[]", "file: expected an object, got []"],
    ["another format", '{"format":"x"}', 'format: expected "kexec-model mutation 1", got "x"'],
    ["no mutants", JSON.stringify({ ...json, mutants: 3 }), "mutants: expected an object, got 3"],
    ["a verdict that is none", withMutant(["p", "lost", "x"]), 'got "lost"'],
    [
      "a property that is none",
      withMutant(["p", "killed", "w", [99, 1]]),
      "mutants.killed[3][0]: expected the number of a property, got 99",
    ],
    [
      "steps that are no number",
      withMutant(["p", "killed", "w", [0, "1"]]),
      'mutants.killed[3][1]: expected a whole number, got "1"',
    ],
    [
      "a proof that is none",
      withMutant(["p", "equivalent", "hope"]),
      'mutants.killed[2]: expected the kind of a proof, got "hope"',
    ],
  ])("%s", (_, text, message) => {
    expect(() => parseMutation(text)).toThrow(message);
  });
});
