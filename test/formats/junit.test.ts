import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { junit } from "../../src/formats/junit.ts";
import type { CheckReport, PropertyReport, TraceReport } from "../../src/model/report.ts";
import type { Outcome } from "../../src/xstate/check.ts";

const trace: TraceReport = {
  world: "race",
  loop: null,
  steps: [
    {
      event: { type: "kexec_load_check", task: 0 },
      label: "kexec_load_check",
      states: [],
      changes: [],
    },
    {
      event: { type: "kexec_trylock", task: 0 },
      label: "kexec_trylock",
      states: [],
      changes: ["lock: task 0", "x"],
    },
  ],
};

function property(
  name: string,
  outcome: Outcome,
  rest: Partial<PropertyReport> = {},
): PropertyReport {
  return {
    name,
    kind: "always",
    statement: `${name} is claimed.`,
    source: "kernel/kexec.c:do_kexec_load",
    notClaimed: null,
    expect: { kind: "holds" },
    refutedBy: null,
    outcome,
    ok: outcome === "holds" || outcome === "witnessed",
    applied: 1,
    trace: outcome === "violated" ? trace : null,
    ...rest,
  };
}

const world = {
  world: "race",
  purpose: "a test",
  bounds: {
    ...{
      tasks: 1,
      frames: 1,
      crashFrames: 1,
      listPageWords: 3,
      tablePages: 0,
      requests: 1,
      calls: 0,
    },
    ...{ sigkill: false, sysctl: false, limits: false, hotplug: false, oops: false },
    ...{ panic: "never" as const, postNotifiers: false },
  },
  ...{ states: 10, transitions: 20, depth: 3, deadlocks: 0, deadlock: null, incomplete: null },
  seconds: 1.25,
  statistics: null,
  notes: [],
};

function report(
  properties: readonly PropertyReport[],
  rest: Partial<CheckReport> = {},
): CheckReport {
  return {
    schema: 1,
    tool: "kexec-model test",
    kernel: "seed",
    preset: "quick",
    mutant: null,
    worlds: [world],
    properties,
    coverage: {
      transitions: [],
      dead: [],
      declared: [],
      waits: [],
      refused: [],
      needless: [],
      unreached: [],
      states: 0,
    },
    verdict: "holds",
    problems: [],
    ...rest,
  };
}

interface Detail {
  readonly "@_message": string;
  readonly "@_type"?: string;
  readonly "#text"?: string;
}

interface TestCase {
  readonly "@_name": string;
  readonly "@_classname": string;
  readonly failure?: Detail;
  readonly error?: Detail;
}

interface Suite {
  readonly testcase: readonly TestCase[];
  readonly [attribute: `@_${string}`]: string;
}

function parsed(check: CheckReport): Suite {
  const xml = junit(check);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === "testcase",
    trimValues: false,
  });
  return parser.parse(xml).testsuites.testsuite;
}

/** `tests failures errors`, as the suite says and as its cases count. */
function counts(check: CheckReport): string {
  const suite = parsed(check);
  const cases = suite.testcase ?? [];
  const counted = [
    cases.length,
    cases.filter(({ failure }) => failure !== undefined).length,
    cases.filter(({ error }) => error !== undefined).length,
  ].join(" ");
  expect(`${suite["@_tests"]} ${suite["@_failures"]} ${suite["@_errors"]}`).toBe(counted);
  return counted;
}

describe("the counts of a suite are those of its cases", () => {
  const good = property("a", "holds");
  const bad = property("b", "violated");
  const open = property("c", "unknown");
  const weakness = { kind: "weakness", reason: "by design" } as const;
  const stopped = "world race: stopped before every state was seen";

  test.each<readonly [claim: string, check: CheckReport, expected: string]>([
    ["nothing to say", report([]), "0 0 0"],
    ["a promise that holds passes", report([good]), "1 0 0"],
    ["a witness that is found passes", report([property("w", "witnessed")]), "1 0 0"],
    [
      "a broken promise is a failure",
      report([good, bad], { verdict: "violated", problems: ["b: violated"] }),
      "2 1 0",
    ],
    ["a vacuous promise is a failure", report([property("v", "vacuous")]), "1 1 0"],
    [
      "a weakness that is violated passes",
      report([property("x", "violated", { expect: weakness, ok: true })]),
      "1 0 0",
    ],
    [
      "a weakness that is gone is a failure",
      report([property("x", "holds", { expect: weakness, ok: false })]),
      "1 1 0",
    ],
    [
      "an open verdict is an error, and so is why",
      report([open], { verdict: "incomplete", problems: [stopped] }),
      "2 0 2",
    ],
    [
      "a stopped world is an error beside a failure, too",
      report([bad], { verdict: "violated", problems: ["b: violated", stopped] }),
      "2 1 1",
    ],
    [
      "a dead transition is a failure",
      report([good], { verdict: "violated", problems: ["no world takes the transition x go 0"] }),
      "2 1 0",
    ],
    [
      "deadlocks are a failure",
      report([good], { verdict: "violated", problems: ["2 deadlocks in world race"] }),
      "2 1 0",
    ],
  ])("%s", (_, check, expected) => {
    expect(counts(check)).toBe(expected);
  });
});

describe("a failure", () => {
  test("carries what is claimed and the way to the violation, a line a step", () => {
    const [only] = parsed(report([property("b", "violated")])).testcase;
    expect(only?.["@_classname"]).toBe("kexec-model.properties");
    expect(only?.failure).toEqual({
      "@_message": "violated: b is claimed.",
      "@_type": "violated",
      "#text": "1 kexec_load_check\n2 kexec_trylock: lock: task 0; x",
    });
  });

  test("without a trace has no text", () => {
    const [only] = parsed(report([property("v", "vacuous")])).testcase;
    expect(only?.failure?.["#text"]).toBeUndefined();
  });
});

test("a suite says what was checked, how large it was and how long it took", () => {
  const xml = junit(report([]));
  const suite = parsed(report([]));
  expect([suite["@_name"], suite["@_time"]]).toEqual(["check seed quick", "1.250"]);
  expect(xml).toContain('name="world.race" value="10 states, 20 steps"');
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
});

describe("hostile text", () => {
  const hostile = `<failure>&amp; "quoted" 'too' ]]> <!-- -->`;

  test("comes back as it was, from attributes and from text", () => {
    const steps = trace.steps.map((step) => ({ ...step, label: hostile, changes: [hostile] }));
    const bad = property("b", "violated", {
      statement: hostile,
      trace: { loop: null, world: "race", steps },
    });
    const [first, second] = parsed(report([bad], { problems: [hostile] })).testcase;
    expect(first?.failure?.["@_message"]).toBe(`violated: ${hostile}`);
    expect(first?.failure?.["#text"]).toBe(`1 ${hostile}: ${hostile}\n2 ${hostile}: ${hostile}`);
    expect(second?.["@_name"]).toBe(hostile);
  });

  test("control characters are gone: XML has no place for them", () => {
    const control = "a\u0000b\u001b[31mc\u0008d\u000ce\u001ff";
    const steps = trace.steps.map((step) => ({ ...step, label: control, changes: [control] }));
    const bad = property("b", "violated", {
      statement: control,
      trace: { loop: null, world: "race", steps },
    });
    const xml = junit(report([bad], { problems: [control], verdict: "violated" }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(xml).toContain("a?b?[31mc?d?e?f");
    expect(XMLValidator.validate(xml)).toBe(true);
  });

  test("a tab and a line break may stay", () => {
    expect(junit(report([property("b", "violated", { statement: "a\tb" })]))).toContain("a\tb");
  });
});
