import { describe, expect, test } from "vitest";
import { type Profile, seed, v6_1 } from "../../src/reference/profiles.ts";
import type { KexecLoadRequest } from "../../src/reference/state.ts";
import { kexecLoadSteps } from "../../src/reference/step.ts";
import {
  crashLoad,
  crashUnload,
  type Decide,
  failAt,
  load,
  run,
  segment,
  smallKernel,
  stepNamesOf,
  unload,
} from "./helpers.ts";

const normal = load([segment(20, 2, 40), segment(22, 0)]);
const crash = crashLoad([segment(18, 2, 40)]);

/** The steps of one call, after the calls in `before`. */
function steps(
  request: KexecLoadRequest,
  { before = [], profile = seed, decide }: Options = {},
): string[] {
  const kernel = smallKernel({ profile });
  for (const each of before) run(kernel, each);
  return stepNamesOf(run(kernel, request, decide));
}

interface Options {
  readonly before?: readonly KexecLoadRequest[];
  readonly profile?: Profile;
  readonly decide?: Decide;
}

const gate = ["kexec_load_check", "kexec_trylock", "do_kexec_load"];
const init = ["kimage_alloc_init", "do_kimage_alloc_init", "copy_user_segment_list"];
const initWithoutList = init.slice(0, 2);
const normalControl = ["sanity_check_segment_list", "kimage_alloc_normal_control_pages*3"];
const crashControl = ["sanity_check_segment_list", "kimage_alloc_crash_control_pages*2"];
const prepare = ["machine_kexec_prepare", "kimage_crash_copy_vmcoreinfo"];
const normalSegments = [
  "kimage_set_destination",
  "kimage_alloc_page*2", // a list page, then the first source page
  "kimage_add_page",
  "copy_from_user",
  "kimage_alloc_page",
  "kimage_add_page",
  "kimage_alloc_page", // the list is full: destination and one page
  "copy_from_user",
  "kimage_set_destination",
];
const end = ["kimage_terminate", "machine_kexec_post_load", "xchg"];
const out = ["kimage_free", "kexec_unlock", "sys_exit"];
const leave = ["kexec_unlock", "sys_exit"];

describe("the steps of the seed kernel", () => {
  test.each<[claim: string, steps: string[], expected: string[]]>([
    [
      "a normal load",
      steps(normal),
      [...gate, ...init, ...normalControl, ...prepare, ...normalSegments, ...end, ...out],
    ],
    [
      "a reload frees the old image with the same step as a first load frees none",
      steps(normal, { before: [normal] }),
      [...gate, ...init, ...normalControl, ...prepare, ...normalSegments, ...end, ...out],
    ],
    [
      "a crash load drops the old image first and protects the region last",
      steps(crash),
      [
        ...[...gate, "kimage_free", ...init, ...crashControl, ...prepare, "copy_from_user*2"],
        ...[...end, "arch_kexec_protect_crashkres", ...out],
      ],
    ],
    ["an unload", steps(unload, { before: [normal] }), [...gate, ...out]],
    ["an unload of nothing", steps(unload), [...gate, ...out]],
    ["a crash unload", steps(crashUnload, { before: [crash] }), [...gate, ...out]],
    ["a refused call", steps(load([], { flags: 16 })), ["kexec_load_check", "sys_exit"]],
    [
      "an error in kimage_alloc_init goes straight to the unlock",
      steps(normal, { decide: failAt("do_kimage_alloc_init", "ENOMEM") }),
      [...gate, ...initWithoutList, ...leave],
    ],
    [
      "an error after it frees the image",
      steps(normal, { decide: failAt("machine_kexec_prepare", "EBUSY") }),
      [...gate, ...init, ...normalControl, "machine_kexec_prepare", ...out],
    ],
    [
      "a missing table page ends the call without a step machine_kexec_prepare",
      steps(normal, { decide: failAt("kimage_alloc_normal_control_pages", null, 3) }),
      [...gate, ...init, ...normalControl, ...out],
    ],
    [
      "a failed crash load has nothing to protect",
      steps(crash, { before: [crash], decide: failAt("copy_from_user", "EFAULT") }),
      [...[...gate, "kimage_free", ...init, ...crashControl, ...prepare, "copy_from_user"], ...out],
    ],
  ])("%s", (_, got, expected) => {
    expect(got).toEqual(expected);
  });
});

describe("the steps of 6.1: the list is copied between the gates and the lock", () => {
  const before61 = ["kexec_load_check", "copy_user_segment_list"];
  const gate61 = [...before61, "kexec_trylock", "do_kexec_load"];
  const profile = v6_1;
  test.each<[claim: string, steps: string[], expected: string[]]>([
    [
      "a normal load",
      steps(normal, { profile }),
      [
        ...[...gate61, ...initWithoutList, ...normalControl, ...prepare, ...normalSegments],
        ...[...end, ...out],
      ],
    ],
    ["an unload copies an empty list", steps(unload, { profile }), [...gate61, ...out]],
    [
      "a bad list",
      steps(normal, { profile, decide: failAt("copy_user_segment_list", "EFAULT") }),
      [...before61, "sys_exit"],
    ],
  ])("%s", (_, got, expected) => {
    expect(got).toEqual(expected);
  });
});

test("the calls of this file perform every step of kexec_load", () => {
  const seen = new Set(
    [normal, crash].flatMap((each) => run(smallKernel(), each).steps.map(({ step }) => step)),
  );
  expect([...seen].sort()).toEqual([...kexecLoadSteps].sort());
});

describe("a decision that cannot be", () => {
  test.each<[step: string, decide: Decide, message: string]>([
    [
      "a frame that is taken",
      failAt("kimage_alloc_normal_control_pages", 0, 2),
      "kimage_alloc_normal_control_pages: expected null or the first of 1 free frames, got 0",
    ],
    [
      "a frame of the crash region",
      failAt("kimage_alloc_page", 16),
      "kimage_alloc_page: expected null or the first of 1 free frames, got 16",
    ],
    [
      "a frame that does not exist",
      failAt("kimage_alloc_page", 32),
      "kimage_alloc_page: expected null or the first of 1 free frames, got 32",
    ],
    [
      "an outcome that the step does not have",
      failAt("do_kimage_alloc_init", "EFAULT"),
      "do_kimage_alloc_init: expected ok or ENOMEM, got EFAULT",
    ],
    [
      "an outcome where nothing is decided",
      failAt("kexec_trylock", "EBUSY"),
      "kexec_trylock: expected no decision, got EBUSY",
    ],
    [
      "vmap for a normal image",
      failAt("kimage_crash_copy_vmcoreinfo", "vmap"),
      "kimage_crash_copy_vmcoreinfo: expected ok, got vmap",
    ],
  ])("%s is refused by name and value", (_, decide, message) => {
    expect(() => run(smallKernel(), normal, decide)).toThrow(message);
  });

  test("a fault is refused where nothing is left to copy", () => {
    const decide = failAt("copy_from_user", "EFAULT");
    expect(() => run(smallKernel(), load([segment(20, 1, 0)]), decide)).toThrow(
      "copy_from_user: expected ok, got EFAULT",
    );
  });

  test("a frame must be named", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(normal);
    while (thread.step?.choice.kind !== "frame") thread.next();
    expect(() => thread.next()).toThrow("got undefined");
  });

  test("leaves the call where it was", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(normal);
    expect(() => thread.next("EBUSY")).toThrow();
    expect(thread.step?.step).toBe("kexec_load_check");
  });

  test("may be one that the request does not allow: its buffer or list is too short", () => {
    const short = { ...segment(20, 2, 40), bufsz: 50n };
    expect(() => run(smallKernel(), load([short]))).toThrow("expected 18 bytes in buf, got 8");
    const few = load([], { nr_segments: 1 });
    expect(() => run(smallKernel(), few)).toThrow("expected 1 segments, got 0");
    expect(run(smallKernel(), few, failAt("copy_user_segment_list", "EFAULT")).result).toBe(
      "-EFAULT",
    );
  });

  test("includes a step after the end", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(load([], { flags: 16 }));
    thread.next();
    expect(thread.next()).toBeNull();
    expect(thread.done).toBe(true);
    expect(() => thread.next()).toThrow("expected a running call");
  });
});
