import { XMLValidator } from "fast-xml-parser";
import { parse, type TestCase, type TestSuite } from "junit2json";
import { describe, expect, test } from "vitest";
import { junit } from "../../../src/formats/results/junit.ts";
import { resultsOfCheck } from "../../../src/formats/results/of-check.ts";
import type { CheckReport } from "../../../src/model/report.ts";
import { property, report, trace, world } from "./reports.ts";

const times = { began_ms: Date.UTC(2026, 0, 2, 3, 4, 5), ended_ms: Date.UTC(2026, 0, 2, 3, 5) };

function xmlOf(check: CheckReport): string {
  const xml = junit(resultsOfCheck(check, times));
  expect(XMLValidator.validate(xml)).toBe(true);
  return xml;
}

/** The suites, as a reader that is not ours finds them. */
async function suitesOf(check: CheckReport): Promise<readonly TestSuite[]> {
  const parsed = await parse(xmlOf(check));
  if (!parsed || !("testsuite" in parsed)) return expect.fail("no suites");
  return parsed.testsuite ?? [];
}

async function casesOf(check: CheckReport): Promise<readonly TestCase[]> {
  return (await suitesOf(check)).flatMap(({ testcase }) => testcase ?? []);
}

/** `failures errors`, as each suite says and as its cases count. */
async function counts(check: CheckReport): Promise<string> {
  const suites = await suitesOf(check);
  for (const { testcase = [], tests, failures, errors } of suites) {
    expect([tests, failures, errors]).toEqual([
      testcase.length,
      testcase.filter(({ failure }) => failure !== undefined).length,
      testcase.filter(({ error }) => error !== undefined).length,
    ]);
  }
  const sum = (pick: (suite: TestSuite) => number | undefined): number =>
    suites.reduce((total, suite) => total + (pick(suite) ?? 0), 0);
  return `${sum(({ failures }) => failures)} ${sum(({ errors }) => errors)}`;
}

describe("the failures and errors of a suite are those of its cases", () => {
  const good = property("a", "holds");
  const bad = property("b", "violated");
  const open = property("c", "unknown");
  const weakness = { kind: "weakness", reason: "by design" } as const;
  const known = { kind: "known-violation", id: "B1", reason: "a bug" } as const;
  const stopped = "world race: stopped before every state was seen";

  test.each<readonly [claim: string, check: CheckReport, expected: string]>([
    ["nothing to say", report([]), "0 0"],
    ["a promise that holds passes", report([good]), "0 0"],
    ["a witness that is found passes", report([property("w", "witnessed")]), "0 0"],
    [
      "a broken promise is a failure",
      report([good, bad], { verdict: "violated", problems: ["b: violated"] }),
      "1 0",
    ],
    ["a vacuous promise is a failure", report([property("v", "vacuous")]), "1 0"],
    [
      "a weakness that is violated passes",
      report([property("x", "violated", { expect: weakness, ok: true })]),
      "0 0",
    ],
    [
      "a known violation passes",
      report([property("x", "violated", { expect: known, ok: true })]),
      "0 0",
    ],
    [
      "a weakness that is gone is a failure",
      report([property("x", "holds", { expect: weakness, ok: false })]),
      "1 0",
    ],
    [
      "an open verdict is an error, and so is why",
      report([open], { verdict: "incomplete", problems: [stopped] }),
      "0 2",
    ],
    [
      "a known violation that was not judged to the end is an error",
      report([property("x", "unknown", { expect: known, ok: false })]),
      "0 1",
    ],
    [
      "a stopped world is an error beside a failure, too",
      report([bad], { verdict: "violated", problems: ["b: violated", stopped] }),
      "1 1",
    ],
    [
      "a search that ended at a violation is open",
      report([bad], { worlds: [{ ...world, incomplete: "violation" }] }),
      "1 1",
    ],
    [
      "a dead transition is a failure",
      report([good], { verdict: "violated", problems: ["no world takes the transition x go 0"] }),
      "1 0",
    ],
    [
      "deadlocks are a failure",
      report([good], {
        verdict: "violated",
        problems: ["2 deadlocks in world race"],
        worlds: [{ ...world, deadlocks: 2 }],
      }),
      "1 0",
    ],
  ])("%s", async (_, check, expected) => {
    expect(await counts(check)).toBe(expected);
  });
});

describe("a case", () => {
  test("carries what is claimed and the way to the violation, a line a step", async () => {
    const [only] = await casesOf(report([property("b", "violated")]));
    expect(only?.classname).toBe("kexec-model.properties");
    expect(only?.failure).toEqual([
      {
        message: "violated: b is claimed.",
        type: "failed",
        inner: [
          '1 kexec_load "normal"',
          "2 kexec_load_check",
          "3 kexec_trylock: lock: task 0; x",
          "again: kexec-model explain b --kernel seed --preset quick",
        ].join("\n"),
      },
    ]);
  });

  test("without a trace shows none", async () => {
    const [only] = await casesOf(report([property("v", "vacuous")]));
    expect(only?.failure?.[0]?.inner).toMatch(/^again: \S.*$/);
  });

  test("of a known violation passes, and its output says what is known", async () => {
    const expected = { kind: "known-violation", id: "B1", reason: "a bug" } as const;
    const known = property("x", "violated", { expect: expected, ok: true });
    const [only] = await casesOf(report([known]));
    expect(only?.failure).toBeUndefined();
    expect(only?.["system-out"]?.join()).toMatch(
      /^known violation B1: x is claimed\. Why not: a bug\.\n1 kexec_load "normal"\n2 /,
    );
  });
});

test("a suite says what was checked, how large it was, when and how long", async () => {
  const xml = xmlOf(report([]));
  const [, search] = await suitesOf(report([]));
  expect([search?.name, search?.time]).toEqual(["check seed quick: search", 1.25]);
  expect(search?.timestamp).toBe("2026-01-02T03:04:05");
  expect(xml).toContain('name="world.race" value="10 states, 20 steps, depth 3"');
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
});

describe("hostile text", () => {
  const hostile = `<failure>&amp; "quoted" 'too' ]]> <!-- -->`;

  test("comes back as it was, from attributes and from text", async () => {
    const steps = trace.steps.map((step) => ({ ...step, changes: [hostile] }));
    const bad = property("b", "violated", {
      statement: hostile,
      trace: { loop: null, world: "race", steps },
    });
    const cases = await casesOf(report([bad], { problems: [hostile] }));
    const [first] = cases;
    expect(first?.failure?.[0]?.message).toBe(`violated: ${hostile}`);
    expect(first?.failure?.[0]?.inner).toContain(`2 kexec_load_check: ${hostile}\n3 `);
    expect(cases.at(-1)?.name).toBe(hostile);
  });

  test("control characters are gone: XML has no place for them", () => {
    const control = "a\u0000b\u001b[31mc\u0008d\u000ce\u001ff";
    const steps = trace.steps.map((step) => ({ ...step, changes: [control] }));
    const bad = property("b", "violated", {
      statement: control,
      trace: { loop: null, world: "race", steps },
    });
    const xml = xmlOf(report([bad], { problems: [control], verdict: "violated" }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).toContain("a?b?[31mc?d?e?f");
  });

  test("a tab and a line break may stay", () => {
    expect(xmlOf(report([property("b", "violated", { statement: "a\tb" })]))).toContain("a\tb");
  });
});
