import { describe, expect, test } from "vitest";
import { runCalls } from "../../../src/conformance/reference/calls.ts";
import { differenceText } from "../../../src/conformance/system.ts";
import { simulate } from "../../../src/model/simulation.ts";
import type { Bugs } from "../../../src/reference/bugs.ts";
import type { GroupName, Suite } from "../../../src/testgen/suite.ts";
import { call, scripted, suiteWorld } from "../script.ts";

function suiteOf(name: GroupName, world: string, ...lines: readonly string[]): Suite {
  const script = scripted(simulate(suiteWorld("seed", world)), lines);
  return {
    format: "kexec-model suite 1",
    tool: "test",
    kernel: "seed",
    model: "test",
    cover: "by hand",
    seed: null,
    groups: [{ name, tests: [{ ...script, id: `${name}-1` }] }],
    uncovered: [],
  };
}

const good = { skipped: [], diverging: [] };

describe("at 4 KiB pages and 512 words a list page the calls end alike", () => {
  test.each<[name: string, calls: number, world: string, lines: readonly string[]]>([
    [
      "512 pages, more than one list page",
      2,
      "two-pages",
      [...call("normal, two pages"), ...call("unload normal")],
    ],
    ["two segments, zeros alone in one", 1, "two-segments", call("normal, two segments")],
    ["an empty segment", 1, "empty-segment", call("normal, an empty segment first")],
    [
      "a crash image with a zero tail",
      3,
      "crash-room",
      [
        ...call("crash, two segments"),
        ...call("crash, room for three pages"),
        ...call("unload crash"),
      ],
    ],
    [
      "crash images without room, which leave none",
      4,
      "crash-room",
      [
        ...call("crash, two segments"),
        ...call("crash, no room"),
        ...call("crash, room for one page"),
        ...call("crash, room for two pages"),
      ],
    ],
    [
      "both slots",
      4,
      "reload",
      [...call("normal"), ...call("crash"), ...call("unload normal"), ...call("unload crash")],
    ],
    [
      "a closed door",
      2,
      "defects",
      [...call("crash"), "kexec_load_disabled = 1", ...call("unload crash")],
    ],
    [
      "a door that closes behind the caller",
      1,
      "defects",
      ['kexec_load "crash"', "until kexec_trylock", "kexec_load_disabled = 1", "end"],
    ],
  ])("%s", (_name, compared, world, lines) => {
    expect(runCalls(suiteOf("caller", world, ...lines))).toEqual({ compared, ...good });
  });

  test("every request with a defect", () => {
    const { bounds } = suiteWorld("seed", "defects");
    const lines = bounds.requests.flatMap(({ name }) => call(name));
    const result = runCalls(suiteOf("caller", "defects", ...lines));
    expect(result).toEqual({ compared: bounds.requests.length, ...good });
  });
});

test("a call in which something fails is skipped, and those behind it if it left other images", () => {
  const fault = (request: string): string[] => [
    `kexec_load "${request}"`,
    "until copy_from_user",
    "copy_from_user -> EFAULT",
    "end",
  ];
  const lines = [...call("normal"), ...fault("normal"), ...call("crash"), ...fault("crash")];
  const result = runCalls(suiteOf("caller", "reload", ...lines, ...call("unload normal")));
  expect(result.compared).toBe(2);
  expect(result.skipped).toEqual([
    { test: "caller-1", call: 1, request: "normal", reason: "copy_from_user -> EFAULT" },
    { test: "caller-1", call: 3, request: "crash", reason: "copy_from_user -> EFAULT" },
    {
      test: "caller-1",
      call: 4,
      request: "unload normal",
      reason: "a skipped call before it changed what is loaded",
    },
  ]);
});

test("other groups need more than a caller", () => {
  expect(runCalls(suiteOf("faults", "reload", ...call("normal")))).toEqual({
    compared: 0,
    ...good,
  });
});

describe("a bug that is left behind shows", () => {
  test.each<[bug: Bugs, world: string, request: string, difference: string]>([
    [
      { wrongErrnoOverlap: true },
      "defects",
      "normal: overlap",
      "result: expected -EINVAL, got -EADDRNOTAVAIL",
    ],
    [
      { missingZeroing: true },
      "two-pages",
      "normal, two pages",
      "frame 1 after a jump to kexec_image: expected data1, got 0x100000: byte 2048 is 0xa5, not 0x00",
    ],
    [
      { missingTerminate: true },
      "reload",
      "normal",
      "kexec_image: expected an image that runs, got relocate: expected IND_DONE at the end",
    ],
    [{ offByOneRegionEnd: true }, "crash-room", "crash, no room", "result: expected -ENOMEM"],
  ])("%j", (bugs, world, request, difference) => {
    const { diverging } = runCalls(suiteOf("caller", world, ...call(request)), { bugs });
    expect(diverging).toHaveLength(1);
    expect(diverging[0]?.differences.map(differenceText)).toEqual([
      expect.stringContaining(difference),
    ]);
  });
});
