import { describe, expect, test } from "vitest";
import { KEXEC_ARCH_386 } from "../../src/kernel/kexec.ts";
import { type BugName, bugDescriptions } from "../../src/reference/bugs.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import {
  at,
  crashLoad,
  crashUnload,
  failAt,
  finish,
  frames,
  load,
  run,
  runUpTo,
  segment,
  smallKernel,
  unload,
} from "./helpers.ts";

/** Does something to a kernel and returns what else is worth seeing. */
type Scenario = (kernel: ReferenceKernel) => unknown;

const normal = load([segment(26, 2, 40)]);
const crash = crashLoad([segment(20, 2, 40)]);

const loadNormal: Scenario = (kernel) => run(kernel, normal).result;
const loadTwice: Scenario = (kernel) => [run(kernel, normal).result, run(kernel, normal).result];
const loadAndUnload: Scenario = (kernel) => [run(kernel, normal), run(kernel, unload)].length;
const loadCrash: Scenario = (kernel) => run(kernel, crash).result;
const loadCrashTwice: Scenario = (kernel) => [run(kernel, crash).result, run(kernel, crash).result];
const withPages =
  (...pages: number[]): Scenario =>
  (kernel) =>
    run(kernel, normal, frames(...pages)).result;

/** For each bug something that a healthy kernel does differently. */
const scenarios: Record<BugName, Scenario> = {
  archCheckMissing: (kernel) => run(kernel, load([segment(26)], { flags: KEXEC_ARCH_386 })).result,
  crashEntryUnchecked: (kernel) => run(kernel, crashLoad([segment(20)], { entry: 0n })).result,
  doesNotSwapOldSource: withPages(0, 1, 2, 3, 4, 26, 5, 6),
  doubleFree: loadAndUnload,
  efaultIgnored: (kernel) => run(kernel, normal, failAt("copy_from_user", "EFAULT")).result,
  extraPagesKept: withPages(26, 0, 1, 2),
  killIgnored: (kernel) => {
    const thread = kernel.kexecLoad(normal);
    thread.kill();
    return finish(kernel, thread).result;
  },
  leakControlPageOnSwapFailure: (kernel) =>
    run(kernel, normal, failAt("kimage_alloc_normal_control_pages", null, 2)).result,
  leakControlPages: loadAndUnload,
  leakListPages: loadAndUnload,
  leakParkedPages: (kernel) => [
    withPages(0, 1, 2, 3, 4, 5, 27, 6)(kernel), // 27 is parked for a list page
    run(kernel, unload).result,
  ],
  lockKeptOnEfault: (kernel) => run(kernel, normal, failAt("copy_from_user", "EFAULT")).result,
  lostEbusy: (kernel) => {
    runUpTo(kernel, normal, "copy_from_user");
    return run(kernel, normal).result;
  },
  missingProtect: loadCrash,
  missingTerminate: (kernel) => [run(kernel, normal).result, kernel.walk("kexec_image")],
  missingZeroing: (kernel) => [run(kernel, normal).result, kernel.relocate("kexec_image")],
  offByOneRegionEnd: (kernel) => run(kernel, crashLoad([segment(23)])).result,
  oldCrashImageKept: (kernel) => {
    run(kernel, crash);
    return run(kernel, crash, failAt("copy_from_user", "EFAULT")).result;
  },
  oldImageFreedTooEarly: (kernel) => {
    run(kernel, normal);
    return run(kernel, normal, failAt("copy_from_user", "EFAULT")).result;
  },
  parkedPageForgotten: withPages(0, 1, 2, 3, 27),
  preserveContextAlways: loadNormal,
  safecopyNotCleared: (kernel) => [run(kernel, crash).result, run(kernel, crashUnload).result],
  skippedFree: loadTwice,
  swapPageIsDestination: withPages(0, 26, 27),
  swappedGates: (kernel) => run(kernel, load([], { capSysBoot: false, flags: 16 })).result,
  swappedSegmentRules: (kernel) =>
    run(kernel, load([segment(4), segment(4), { ...segment(6), mem: at(6) + 1n }])).result,
  unloadKeepsImage: loadAndUnload,
  unprotectMissing: loadCrashTwice,
  wrongErrnoOverlap: (kernel) => run(kernel, load([segment(4), segment(4)])).result,
  zeroTailMissing: loadCrash,
};

const names = Object.keys(bugDescriptions) as BugName[]; // the keys are `BugName` by definition

/** What there is to see after a scenario. */
function outcomeOf(scenario: Scenario, bugs: Partial<Record<BugName, true>>): unknown {
  const kernel = smallKernel({ bugs });
  return { said: scenario(kernel), seen: kernel.observe() };
}

describe("a planted bug shows", () => {
  test.each(names)("%s", (name) => {
    const scenario = scenarios[name];
    expect(outcomeOf(scenario, { [name]: true })).not.toEqual(outcomeOf(scenario, {}));
  });
});

test("a healthy kernel behaves the same twice", () => {
  for (const scenario of Object.values(scenarios)) {
    expect(outcomeOf(scenario, {})).toEqual(outcomeOf(scenario, {}));
  }
});

describe("what some bugs do", () => {
  test("a list without end cannot be relocated", () => {
    const kernel = smallKernel({ bugs: { missingTerminate: true } });
    run(kernel, normal);
    expect(() => kernel.relocate("kexec_image")).toThrow("expected IND_DONE at the end");
  });

  test("a swap page that is a destination spoils the image", () => {
    const kernel = smallKernel({ bugs: { swapPageIsDestination: true } });
    run(kernel, normal, frames(0, 26));
    const spoilt = kernel.relocate("kexec_image")?.get(at(26));
    expect(spoilt).not.toEqual(segment(26).buf);
  });

  test.each<[bug: BugName, scenario: Scenario, kind: string]>([
    ["doubleFree", loadAndUnload, "double free"],
    ["unprotectMissing", loadCrashTwice, "write to a read-only page"],
  ])("%s is noted as something that stops a kernel", (bug, scenario, kind) => {
    const kernel = smallKernel({ bugs: { [bug]: true } });
    scenario(kernel);
    expect(kernel.observe().oopses[0]?.kind).toBe(kind);
  });

  test("leaked control and list pages are lost", () => {
    const kernel = smallKernel({ bugs: { leakControlPages: true, leakListPages: true } });
    loadAndUnload(kernel);
    const uses = [...kernel.observe().frames.values()].filter(({ owner }) => owner !== null);
    expect(uses.map(({ owner }) => owner)).toEqual(["lost", "lost", "lost", "lost", "lost"]);
  });
});
