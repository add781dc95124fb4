import { beforeAll, describe, expect, test } from "vitest";
import { ANNOTATIONS_max, annotations } from "../../../src/formats/results/annotations.ts";
import { resultsOfCheck } from "../../../src/formats/results/of-check.ts";
import type { Results } from "../../../src/formats/results/results.ts";
import { summary } from "../../../src/formats/results/summary.ts";
import type { PropertyReport } from "../../../src/model/report.ts";
import { mutantResults, times } from "./real-results.ts";
import { property, report } from "./reports.ts";

let mutant: Results;
beforeAll(() => {
  mutant = mutantResults();
}, 120_000);

function resultsOf(...properties: readonly PropertyReport[]): Results {
  return resultsOfCheck(report(properties), times);
}

/** What the runner makes of a workflow command. */
function read(line: string): { readonly [key: string]: string } {
  const [, properties = "", data = ""] = /^::error (.*?)::(.*)$/.exec(line) ?? [];
  const pairs = properties.split(",").map((pair) => pair.split("=") as [string, string]);
  return { ...Object.fromEntries(pairs.map(([k, v]) => [k, decoded(v)])), data: decoded(data) };
}

function decoded(text: string): string {
  return decodeURIComponent(text.replace(/%(?!25|0A|0D|3A|2C)/g, "%25"));
}

describe("annotations", () => {
  test("of nothing wrong are none; a known violation is nothing wrong", () => {
    const expected = { kind: "weakness", reason: "by design" } as const;
    const known = property("x", "violated", { expect: expected, ok: true });
    expect(annotations(resultsOf(property("a", "holds"), known))).toBe("");
  });

  test("show a broken promise at the line of its last step, and stopped and open ones", () => {
    const lines = annotations(mutant).trimEnd().split("\n").map(read);
    expect(lines.map(({ title }) => title)).toEqual([
      "trylock-is-busy-iff-the-lock-is-held",
      "world region",
      "check seed quick lock-not-taken",
    ]);
    expect(lines[0]).toMatchObject({ file: "machines/kexec-load.ts" });
    expect(lines[0]?.["data"]?.split("\n")).toEqual([
      expect.stringMatching(/^violated: The trylock step of every call /),
      "After 3 steps, the last one: kexec_trylock",
      expect.stringMatching(/^Again: kexec-model explain /),
    ]);
    expect(lines[1]?.["data"]).toContain("the limit on states was reached");
    expect(lines[2]?.["data"]).toMatch(/^Not judged to the end, so unknown: \S+, /);
  });

  test("are no more than GitHub shows, and the last one counts what is not shown", () => {
    const names = Array.from({ length: 25 }, (_, i) => `p-${i}`);
    const lines = annotations(resultsOf(...names.map((name) => property(name, "violated"))))
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(ANNOTATIONS_max);
    expect(lines.at(-1)).toContain("::16 more are wrong; see the log.");
  });

  test("cannot be ended or given properties by a text", () => {
    const statement = "50% of a, b: c\r\n::error file=x::y";
    const [line = "", ...others] = annotations(resultsOf(property("a", "vacuous", { statement })))
      .trimEnd()
      .split("\n");
    expect(others).toEqual([]);
    expect(read(line)["data"]).toContain(statement);
  });
});

describe("the summary of a job", () => {
  test("counts every suite, shows what is wrong with its trace, and names what is open", () => {
    const text = summary(mutant);
    expect(text).toContain("## kexec-model check seed quick lock-not-taken: 1 failed\n");
    expect(text).toMatch(/\| properties \| \d* \| \d* \| 1 \| \d+ \| {2}\| {2}\|/);
    expect(text).toContain("| search |  |  |  | 2 | 1 |  |");
    expect(text).toMatch(
      /<b>trylock-is-busy-iff-the-lock-is-held<\/b> \(machines\/kexec-load\.ts:\d+\)/,
    );
    expect(text).toContain('<pre>1 kexec&#95;load "normal"\n2 kexec&#95;load&#95;check\n3 ');
    expect(text).toMatch(/### What was not judged to the end, so unknown\n\n\S+, /);
  });

  test.each<readonly [claim: string, properties: readonly PropertyReport[], heading: string]>([
    ["all is well", [property("a", "holds")], "2 passed"],
    [
      "what is known is counted by itself",
      [property("a", "violated", { expect: { kind: "weakness", reason: "so" }, ok: true })],
      "1 passed, 1 fail as known",
    ],
    ["an open verdict proves nothing", [property("a", "unknown")], "incomplete, nothing is proved"],
    ["a violation goes before", [property("a", "unknown"), property("b", "violated")], "1 failed"],
  ])("%s", (_, properties, heading) => {
    expect(summary(resultsOf(...properties))).toContain(`check seed quick: ${heading}\n`);
  });

  test("has no markup but its own", () => {
    const hostile = "</details><script>*a* `b` [c](d) | e\\";
    const text = summary(resultsOf(property("a", "vacuous", { statement: hostile })));
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("[c](d)");
    expect(text.match(/<\/details>/g)).toHaveLength(1);
  });

  test("shows twenty at most, so that it is never refused", () => {
    const names = Array.from({ length: 30 }, (_, i) => `p-${i}`);
    const text = summary(resultsOf(...names.map((name) => property(name, "violated"))));
    expect(text.match(/<details>/g)).toHaveLength(20);
    expect(text).toContain("... and 10 more.");
  });
});
