import { expect, test } from "vitest";
import { referenceSystem } from "../../../src/conformance/reference/system.ts";
import { runTest } from "../../../src/conformance/run.ts";
import { differenceText } from "../../../src/conformance/system.ts";
import { simulate } from "../../../src/model/simulation.ts";
import { type BugName, bugDescriptions } from "../../../src/reference/bugs.ts";
import { call, scripted, suiteWorld } from "../script.ts";

interface Case {
  readonly world: string;
  readonly script: readonly string[];
  /** The label of the first step after which the kernel is not as it should be. */
  readonly step: string;
  /** What is wrong then. */
  readonly what: string;
}

const controls = "until kimage_alloc_normal_control_pages";
const load = 'kexec_load "normal"';
const twoPages = 'kexec_load "normal, two pages"';
const fault = [load, "until copy_from_user", "copy_from_user -> EFAULT", "end"];
const loadAndUnload = [...call("normal"), ...call("unload normal")];
const crashTwice = [...call("crash"), ...call("crash")];

function control(frame: number | "none"): string {
  return `kimage_alloc_normal_control_pages -> ${frame === "none" ? frame : `frame ${frame}`}`;
}

function seen(world: string, script: readonly string[], step: string, what: string): Case {
  return { world, script, step, what };
}

const cases: Record<BugName, Case> = {
  archCheckMissing: seen(
    "defects",
    call("normal: i386"),
    "kexec_load_check",
    "next step of task 0: expected sys_exit, got kexec_trylock",
  ),
  crashEntryUnchecked: seen(
    "defects",
    call("crash: entry below"),
    "kimage_alloc_init",
    "next step of task 0: expected kexec_unlock, got do_kimage_alloc_init",
  ),
  doesNotSwapOldSource: seen(
    "two-pages",
    [twoPages, "until copy_from_user", "copy_from_user", "kimage_alloc_page -> frame 0"],
    "kimage_alloc_page -> frame 0",
    "next step of task 0: expected kimage_add_page, got kimage_alloc_page",
  ),
  doubleFree: seen(
    "reload",
    loadAndUnload,
    "kimage_free",
    "oopses: expected none, got double free",
  ),
  efaultIgnored: seen(
    "reload",
    fault,
    "copy_from_user -> EFAULT",
    "next step of task 0: expected kimage_free, got kimage_terminate",
  ),
  extraPagesKept: seen(
    "reload",
    [load, controls, control(0), control(1)],
    control(1),
    "frame 0: expected free, got extra, lost",
  ),
  killIgnored: seen(
    "reload",
    [load, controls, "sigkill", control("none"), "end"],
    control("none"),
    "next step of task 0: expected kexec_unlock, got kimage_alloc_normal_control_pages",
  ),
  leakControlPageOnSwapFailure: seen(
    "reload",
    [load, controls, control(1), control("none"), "end"],
    control("none"),
    "frame 1: expected free, got control, lost",
  ),
  leakControlPages: seen(
    "reload",
    loadAndUnload,
    "kimage_free",
    "frame 1: expected free, got control, lost",
  ),
  leakListPages: seen(
    "reload",
    loadAndUnload,
    "kimage_free",
    "frame 3: expected free, got list, lost",
  ),
  leakParkedPages: seen(
    "two-pages",
    [
      twoPages,
      "until kimage_alloc_page",
      "kimage_alloc_page -> frame 1",
      "until copy_from_user",
      "copy_from_user -> EFAULT",
      "end",
    ],
    "kimage_free",
    "frame 1: expected free, got parked, lost",
  ),
  lockKeptOnEfault: seen("reload", fault, "kexec_unlock", "lock: expected free, got task 0"),
  lostEbusy: seen(
    "two-callers",
    [load, "until copy_from_user", `1: ${load}`, "1: end", "end"],
    "kexec_trylock",
    "result of task 1: expected -16, got 0",
  ),
  missingProtect: seen(
    "reload",
    call("crash"),
    "arch_kexec_protect_crashkres",
    "protection of frame 9: expected read-only, got writable",
  ),
  missingTerminate: seen(
    "reload",
    call("normal"),
    "kimage_terminate",
    "SOURCE frame 4, DONE, got INDIRECTION frame 3, DESTINATION frame 0, SOURCE frame 4",
  ),
  missingZeroing: seen(
    "two-pages",
    call("normal, two pages"),
    "copy_from_user",
    "content of frame 7: expected data1, got byte 2048 is 0xa5, not 0x00",
  ),
  offByOneRegionEnd: seen(
    "crash-room",
    call("crash, no room"),
    "sanity_check_segment_list",
    "next step of task 0: expected kimage_alloc_crash_control_pages, got kexec_unlock",
  ),
  oldCrashImageKept: seen(
    "reload",
    crashTwice,
    "kimage_free",
    "kexec_crash_image: expected none, got crash",
  ),
  oldImageFreedTooEarly: seen(
    "reload",
    [...call("normal"), ...call("normal")],
    "kimage_alloc_init",
    "step of task 0: expected kimage_alloc_init, got kimage_free",
  ),
  parkedPageForgotten: seen(
    "two-pages",
    [
      twoPages,
      "until kimage_alloc_page",
      "kimage_alloc_page -> frame 0",
      "kimage_alloc_page -> frame 5",
      "kimage_alloc_page -> none",
    ],
    "kimage_alloc_page -> none",
    "parked page: expected frame 0, got none",
  ),
  preserveContextAlways: seen(
    "reload",
    call("normal"),
    control(2),
    "image of task 0: expected normal, entry 0x0, 1 segments, got normal, entry 0x0, 1 segments, " +
      "preserves context",
  ),
  safecopyNotCleared: seen(
    "reload",
    [...call("crash"), ...call("unload crash")],
    "kimage_free",
    "vmcoreinfo_data_safecopy: expected none, got frame 11 of lost",
  ),
  skippedFree: seen(
    "reload",
    [...call("normal"), ...call("normal")],
    "kimage_free",
    "frame 1: expected free, got control, lost",
  ),
  swapPageIsDestination: seen(
    "reload",
    [load, controls, control(1), control(0), "end"],
    control(0),
    "next step of task 0: expected kimage_alloc_normal_control_pages, got machine_kexec_prepare",
  ),
  swappedGates: seen(
    "defects",
    call("normal: lockdown, unknown flag"),
    "kexec_load_check",
    "result of task 0: expected -1, got -22",
  ),
  swappedSegmentRules: seen(
    "defects",
    call("normal: beyond limit, overlap"),
    "kexec_unlock",
    "result of task 0: expected -99, got -22",
  ),
  unloadKeepsImage: seen(
    "reload",
    loadAndUnload,
    "kimage_free",
    "kexec_image: expected none, got normal",
  ),
  unprotectMissing: seen(
    "reload",
    crashTwice,
    "do_kexec_load",
    "protection of frame 9: expected writable, got read-only",
  ),
  wrongErrnoOverlap: seen(
    "defects",
    call("normal: overlap"),
    "kexec_unlock",
    "result of task 0: expected -22, got -99",
  ),
  zeroTailMissing: seen(
    "crash-room",
    call("crash, two segments"),
    "copy_from_user",
    "got byte 2048 is 0xa5, not 0x00",
  ),
};

test.each(Object.keys(bugDescriptions) as BugName[])(
  "%s shows at the step that has the bug",
  async (bug) => {
    const { world, script, step, what } = cases[bug];
    const simulation = simulate(suiteWorld("seed", world));
    const planted = await runTest(scripted(simulation, script), {
      simulation,
      system: referenceSystem({ bugs: { [bug]: true } }),
    });
    if (planted.outcome !== "diverges") expect.fail(JSON.stringify(planted));
    const { label, differences } = planted.divergence;
    expect({ label, differences: differences.map(differenceText) }).toEqual({
      label: step,
      differences: expect.arrayContaining([expect.stringContaining(what)]),
    });
  },
);
