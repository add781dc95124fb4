import { describe, expect, test } from "vitest";
import { checkSuite, SuiteError } from "../../src/conformance/check-suite.ts";
import { modelHash } from "../../src/testgen/model-hash.ts";
import type { Suite } from "../../src/testgen/suite.ts";
import { call, seedTest } from "./script.ts";

const script = { ...seedTest("reload", ...call("unload normal")), id: "caller-1" };
const good: Suite = {
  format: "kexec-model suite 1",
  tool: "kexec-model 0.1.0",
  kernel: "seed",
  model: modelHash("seed"),
  cover: "transitions",
  seed: null,
  groups: [{ name: "caller", tests: [script] }],
  uncovered: [{ item: "some transition", reason: "only arm64 has it" }],
};

/** The suite as it comes from a file, with one value changed; undefined removes it. */
function withValue(path: string, value: unknown): unknown {
  const suite: unknown = JSON.parse(JSON.stringify(good));
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  // the paths below exist
  const place = keys.reduce((at, key) => (at as Record<string, unknown>)[key], suite) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return suite;
}

function refusal(json: unknown): string {
  try {
    checkSuite(json);
  } catch (error) {
    if (error instanceof SuiteError) return error.message;
    throw error;
  }
  return "accepted";
}

test("a suite that was saved and read again is accepted as it is", () => {
  expect(checkSuite(JSON.parse(JSON.stringify(good)))).toEqual(good);
});

test("a suite of another model is refused with both hashes", () => {
  const message = refusal(withValue("model", "0123456789abcdef"));
  expect(message).toContain(`model of kernel seed with hash ${modelHash("seed")}`);
  expect(message).toContain("got 0123456789abcdef");
  expect(message).toContain("generate it again");
});

const step = "groups.0.tests.0.steps";

describe("what is no suite is refused, and the message says where", () => {
  test.each<[path: string, value: unknown, message: string]>([
    [
      "format",
      "kexec-model suite 2",
      'format: expected "kexec-model suite 1", got "kexec-model suite 2"',
    ],
    ["format", undefined, 'format: expected "kexec-model suite 1", got nothing'],
    ["tool", 1, "tool: expected a text, got 1"],
    [
      "kernel",
      "5.9",
      'kernel: expected "seed" or "5.10" or "6.1" or "6.12" or "7.2" or "fixed", got "5.9"',
    ],
    ["seed", "1", 'seed: expected a whole number, got "1"'],
    ["groups", {}, "groups: expected a list, got {}"],
    ["groups.0.name", "callers", 'groups[0].name: expected "caller" or "allocator"'],
    ["groups.0.tests", null, "groups[0].tests: expected a list, got null"],
    [
      "groups.0.tests.1",
      script,
      'groups[0].tests[1].id: expected an id of its own, got "caller-1"',
    ],
    ["groups.0.tests.0.id", undefined, "groups[0].tests[0].id: expected a text, got nothing"],
    ["groups.0.tests.0.world", "race", 'groups[0].tests[0].world: expected "reload" or'],
    ["groups.0.tests.0.covers", [1], "groups[0].tests[0].covers[0]: expected a text, got 1"],
    [`${step}.0`, null, "groups[0].tests[0].steps[0]: expected an object, got null"],
    [`${step}.0.label`, undefined, "steps[0].label: expected a text, got nothing"],
    [`${step}.0.transitions`, "x", 'steps[0].transitions: expected a list, got "x"'],
    [`${step}.0.event`, { type: "kexec" }, 'steps[0].event.type: expected "kexec_load" or'],
    [`${step}.0.event.task`, 1, "steps[0].event.task: expected a number from 0 to 0, got 1"],
    [`${step}.0.event.request`, 4, "steps[0].event.request: expected a number from 0 to 3, got 4"],
    [
      `${step}.0.event`,
      { type: "copy_from_user", task: 0, outcome: "EIO" },
      'steps[0].event.outcome: expected "ok" or "EPERM"',
    ],
    [
      `${step}.0.event`,
      { type: "kimage_alloc_page", task: 0, frame: 13 }, // 9 and the crash region's 4
      "steps[0].event.frame: expected a number from 0 to 12, got 13",
    ],
    [
      `${step}.0.event`,
      { type: "reboot", task: 0, call: 0 },
      "steps[0].event.call: expected a number from 0 to -1, got 0",
    ],
    [
      `${step}.0.event`,
      { type: "peer_returns", task: 0 },
      "steps[0].event.wrote: expected true or false, got nothing",
    ],
    [
      `${step}.0.event`,
      { type: "oops", task: 0, fatal: 1 },
      "steps[0].event.fatal: expected true or false, got 1",
    ],
    [
      `${step}.0.event`,
      { type: "panic", by: 1 },
      "steps[0].event.by: expected a number from 0 to 0, got 1",
    ],
    [
      `${step}.0.event`,
      { type: "kexec_limit_handler", limit: "crash", value: 1 },
      'steps[0].event.limit: expected "reboot" or "panic", got "crash"',
    ],
    [`${step}.0.event`, { type: "proc_dointvec_minmax" }, "event.value: expected a whole number"],
    [`${step}.0.expect.kexec_loaded`, true, "expect.kexec_loaded: expected 0 or 1, got true"],
    [`${step}.0.expect.lock`, "0", 'expect.lock: expected a whole number, got "0"'],
    [`${step}.0.expect.result`, undefined, "expect.result: expected a whole number, got nothing"],
    ["uncovered.0.reason", 7, "uncovered[0].reason: expected a text, got 7"],
  ])("%s = %j", (path, value, message) => {
    expect(refusal(withValue(path, value))).toContain(message);
  });

  test.each([[null], ["suite"], [[]]])("%j", (json) => {
    expect(refusal(json)).toMatch(/^suite: expected an object, got /);
  });
});
