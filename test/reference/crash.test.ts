import { describe, expect, test } from "vitest";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { STALE_BYTE } from "../../src/reference/memory.ts";
import {
  crashLoad,
  crashUnload,
  failAt,
  frames,
  framesByUse,
  load,
  PAGE,
  run,
  runUpTo,
  segment,
  smallKernel,
} from "./helpers.ts";

/** Frames 16 to 23 that cannot be written. */
function readOnlyFrames(kernel: ReferenceKernel): number[] {
  return [...kernel.observe().frames].filter(([, { writable }]) => !writable).map(([f]) => f);
}

function bytesOf(kernel: ReferenceKernel, frame: number): number[] {
  return [...(kernel.observe().frames.get(frame)?.bytes ?? [])];
}

const halfPage = PAGE / 2;

describe("control pages of a crash image are the first holes of the region", () => {
  test.each<[claim: string, frames: [number, number][], order: number, expected: number[]]>([
    ["from its start", [[20, 2]], 0, [16, 17, 18]],
    [
      "between segments",
      [
        [16, 1],
        [18, 1],
        [20, 1],
      ],
      0,
      [17, 19, 21],
    ],
    [
      "whatever the order of the segments",
      [
        [20, 1],
        [16, 1],
        [18, 1],
      ],
      0,
      [17, 19, 21],
    ],
    [
      "empty segments are no obstacle",
      [
        [16, 0],
        [17, 0],
        [20, 1],
      ],
      0,
      [16, 17, 18],
    ],
    [
      "a two-page buffer starts at an even page",
      [
        [16, 1],
        [23, 1],
      ],
      1,
      [18, 20, 21],
    ],
    [
      "a two-page buffer loses a hole of one page",
      [
        [17, 1],
        [23, 1],
      ],
      1,
      [18, 20, 21],
    ],
  ])("%s", (_, segments, controlCodeOrder, [control = 0, table = 0, vmcoreinfo = 0]) => {
    const kernel = smallKernel({ controlCodeOrder });
    const { result } = run(
      kernel,
      crashLoad(segments.map(([frame, pages]) => segment(frame, pages))),
    );
    expect(result).toBe("0");
    expect(framesByUse(kernel)).toMatchObject({
      "kexec_crash_image control": controlCodeOrder ? [control, control + 1] : [control],
      "kexec_crash_image table": [table],
      "kexec_crash_image vmcoreinfo": [vmcoreinfo],
    });
  });

  test("end at the control limit", () => {
    const kernel = smallKernel({ controlLimit: 18n * 32n - 1n });
    expect(run(kernel, crashLoad([segment(20)])).result).toBe("-ENOMEM"); // no page for vmcoreinfo
  });

  test("take none from the page allocator, nor does anything else of a crash image", () => {
    const kernel = smallKernel();
    const { steps } = run(kernel, crashLoad([segment(18, 3)]));
    expect(steps.some(({ choice }) => choice.kind === "frame")).toBe(false);
    expect(kernel.walk("kexec_crash_image")).toEqual([
      { kind: "DONE", address: 0n, at: { frame: null, index: 0 } },
    ]);
  });

  test("are the same pages in the next load of the same image", () => {
    const kernel = smallKernel();
    run(kernel, crashLoad([segment(20)]));
    const before = framesByUse(kernel);
    run(kernel, crashLoad([segment(20)]));
    expect(framesByUse(kernel)).toEqual(before);
  });
});

describe("protection", () => {
  test("covers the region but the control code page while an image is installed", () => {
    const kernel = smallKernel();
    run(kernel, crashLoad([segment(20)]));
    expect(readOnlyFrames(kernel)).toEqual([17, 18, 19, 20, 21, 22, 23]);
  });

  test("leaves the last page of a two-page control buffer writable, not the first", () => {
    const kernel = smallKernel({ controlCodeOrder: 1 });
    run(kernel, crashLoad([segment(20)]));
    expect(readOnlyFrames(kernel)).toEqual([16, 18, 19, 20, 21, 22, 23]);
  });

  test("begins after the xchg and ends when the next crash load has the lock", () => {
    const kernel = smallKernel();
    const request = crashLoad([segment(20)]);
    const first = runUpTo(kernel, request, "arch_kexec_protect_crashkres");
    expect(readOnlyFrames(kernel)).toEqual([]);
    first.next();
    expect(readOnlyFrames(kernel)).toHaveLength(7);
    while (!first.done) first.next();
    const second = runUpTo(kernel, request, "do_kexec_load");
    expect(readOnlyFrames(kernel)).toHaveLength(7);
    second.next();
    expect(readOnlyFrames(kernel)).toEqual([]);
  });

  test("is not touched by a normal load", () => {
    const kernel = smallKernel();
    run(kernel, crashLoad([segment(20)]));
    run(kernel, load([segment(4)]));
    expect(readOnlyFrames(kernel)).toHaveLength(7);
  });

  test.each<[claim: string, decide: ReturnType<typeof failAt> | undefined]>([
    ["an unload", undefined],
    ["a failed load", failAt("copy_from_user", "EFAULT")],
  ])("is gone after %s", (_, decide) => {
    const kernel = smallKernel();
    run(kernel, crashLoad([segment(20)]));
    run(kernel, decide ? crashLoad([segment(20)]) : crashUnload, decide);
    expect(readOnlyFrames(kernel)).toEqual([]);
  });

  test("is never in the way of a write of the kernel's own", () => {
    const kernel = smallKernel();
    for (const first of [20, 17, 22]) run(kernel, crashLoad([segment(first, 1, 5)]));
    expect(kernel.observe().oopses).toEqual([]);
  });
});

describe("what a crash segment writes", () => {
  test("is the buffer and zeros, page by page, where the image will run", () => {
    const kernel = smallKernel();
    const bytes = PAGE + 3;
    const thread = runUpTo(kernel, crashLoad([segment(18, 3, bytes)]), "copy_from_user", 2);
    expect(bytesOf(kernel, 18)).toEqual(Array.from({ length: PAGE }, (_, i) => i + 1));
    expect(bytesOf(kernel, 19)).toEqual(Array(PAGE).fill(STALE_BYTE));
    thread.next();
    expect(bytesOf(kernel, 19)).toEqual([33, 34, 35, ...Array(PAGE - 3).fill(0)]);
    thread.next();
    expect(bytesOf(kernel, 20)).toEqual(Array(PAGE).fill(0));
  });

  test("is half of the page's bytes when the copy faults, and zeros for the rest", () => {
    const kernel = smallKernel();
    const request = crashLoad([segment(18, 2)]);
    expect(run(kernel, request, failAt("copy_from_user", "EFAULT", 2)).result).toBe("-EFAULT");
    expect(bytesOf(kernel, 18)).toHaveLength(PAGE);
    const half = Array.from({ length: halfPage }, (_, i) => PAGE + 1 + i);
    expect(bytesOf(kernel, 19)).toEqual([...half, ...Array(halfPage).fill(0)]);
  });

  test("stays in the region after an unload", () => {
    const kernel = smallKernel();
    run(kernel, crashLoad([segment(18)]));
    run(kernel, crashUnload);
    expect(bytesOf(kernel, 18)[0]).toBe(1);
    expect(framesByUse(kernel)).toEqual({});
  });
});

describe("the vmcoreinfo safe copy", () => {
  const request = crashLoad([segment(20)]);

  test("belongs to the installed crash image", () => {
    const kernel = smallKernel();
    run(kernel, request);
    expect(kernel.observe().vmcoreinfo_data_safecopy).toEqual({
      frame: 18,
      owner: "kexec_crash_image",
      image: 1,
    });
    expect(String.fromCharCode(...bytesOf(kernel, 18))).toMatch(/^OSRELEASE=/);
  });

  test("is set before the image is installed", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, request, "kimage_crash_copy_vmcoreinfo");
    expect(kernel.observe().vmcoreinfo_data_safecopy).toBeNull();
    thread.next();
    expect(kernel.observe().vmcoreinfo_data_safecopy).toMatchObject({ frame: 18, owner: "image" });
  });

  test("is null as soon as the old image is dropped", () => {
    const kernel = smallKernel();
    run(kernel, request);
    const thread = runUpTo(kernel, request, "kimage_alloc_init");
    expect(kernel.observe().vmcoreinfo_data_safecopy).toBeNull();
    expect(thread.done).toBe(false);
  });

  test.each<[claim: string, decide: ReturnType<typeof failAt>, errno: string]>([
    ["cannot be mapped", failAt("kimage_crash_copy_vmcoreinfo", "vmap"), "-ENOMEM"],
    ["belongs to an image that fails later", failAt("copy_from_user", "EFAULT"), "-EFAULT"],
  ])("is null when it %s", (_, decide, errno) => {
    const kernel = smallKernel();
    expect(run(kernel, request, decide).result).toBe(errno);
    expect(kernel.observe().vmcoreinfo_data_safecopy).toBeNull();
  });

  test("is not touched by a normal load", () => {
    const kernel = smallKernel();
    run(kernel, request);
    run(kernel, load([segment(4)]), frames(0, 1, 2, 3, 5));
    expect(kernel.observe().vmcoreinfo_data_safecopy?.owner).toBe("kexec_crash_image");
  });
});
