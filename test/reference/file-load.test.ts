import { describe, expect, test } from "vitest";
import { KEXEC_FILE_UNLOAD } from "../../src/reference/kexec-file-load.ts";
import { fixed, seed, v7_2 } from "../../src/reference/profiles.ts";
import { type Decide, failAt, framesByUse, run, segment, smallKernel } from "./helpers.ts";
import {
  crash,
  crashFileLoad,
  crashFileUnload,
  fileLoad,
  fileUnload,
  goTo,
  loadedKernel,
  normal,
  outcome,
  readOnlyFrames,
} from "./lifecycle.ts";

const two = fileLoad([segment(26, 2, 40)]);
const crashTwo = crashFileLoad([segment(20, 2, 40)]);

const gates = ["kexec_load_permitted", "kexec_trylock"];
const image = ["kimage_file_alloc_init", "machine_kexec_prepare"];
const out = ["kexec_unlock", "kimage_free", "sys_exit"];
const fill = ["kimage_load_segment", "xchg"];
const vmcoreinfo = "kimage_crash_copy_vmcoreinfo";
const protect = "arch_kexec_protect_crashkres";

describe("the steps of kexec_file_load", () => {
  test.each<[claim: string, request: typeof two, decide: Decide | undefined, expected: string[]]>([
    ["a normal load frees the old image last", two, undefined, ["0", ...image, ...fill, ...out]],
    [
      "a crash load frees the old image first and protects the region",
      crashTwo,
      undefined,
      ["0", "kimage_free", ...image, vmcoreinfo, ...fill, protect, ...out],
    ],
    [
      "an unload keeps its image until it has unlocked",
      fileUnload,
      undefined,
      ["0", "xchg", ...out],
    ],
    ["a crash unload too", crashFileUnload, undefined, ["0", "xchg", ...out]],
    [
      "bad files",
      two,
      failAt("kimage_file_alloc_init", "EINVAL"),
      ["-EINVAL", "kimage_file_alloc_init", ...out],
    ],
    [
      "no control page",
      two,
      failAt("kimage_file_alloc_init", "ENOMEM"),
      ["-ENOMEM", "kimage_file_alloc_init", ...out],
    ],
    [
      "the architecture refuses",
      two,
      failAt("machine_kexec_prepare", "EBUSY"),
      ["-EBUSY", ...image, ...out],
    ],
    [
      "no mapping for vmcoreinfo, and no image to protect",
      crashTwo,
      failAt(vmcoreinfo, "vmap"),
      ["-ENOMEM", "kimage_free", ...image, vmcoreinfo, ...out],
    ],
    [
      "no page for a segment",
      two,
      failAt("kimage_load_segment", "ENOMEM"),
      ["-ENOMEM", ...image, "kimage_load_segment", ...out],
    ],
  ])("%s", (_, request, decide, [result, ...steps]) => {
    const kernel = loadedKernel(seed);
    const expected = [result, ...gates, ...steps];
    expect(outcome(kernel, kernel.kexecFileLoad(request), decide)).toEqual(expected);
  });

  test("an unload of nothing exchanges nothing with nothing", () => {
    const kernel = smallKernel();
    expect(outcome(kernel, kernel.kexecFileLoad(fileUnload))).toEqual([
      "0",
      ...gates,
      "xchg",
      ...out,
    ]);
  });

  test("with the fix of B2 the image is freed under the lock", () => {
    const kernel = loadedKernel(fixed);
    const mended = ["kimage_free", "kexec_unlock", "sys_exit"];
    const steps = ["0", ...gates, "xchg", ...mended];
    expect(outcome(kernel, kernel.kexecFileLoad(crashFileUnload))).toEqual(steps);
  });
});

describe("the gates of kexec_file_load", () => {
  test.each<[claim: string, changes: Partial<typeof two>, expected: string]>([
    ["a good request passes", {}, "0"],
    ["a caller without CAP_SYS_BOOT is refused", { capSysBoot: false }, "-EPERM"],
    ["rights come before flags", { capSysBoot: false, flags: 1 << 20 }, "-EPERM"],
    ["an unknown flag is refused", { flags: 1 << 20 }, "-EINVAL"],
    ["KEXEC_FILE_NO_INITRAMFS passes", { flags: 4 }, "0"],
  ])("%s", (_, changes, expected) => {
    const kernel = smallKernel();
    const request = fileLoad(two.segments, changes);
    expect(outcome(kernel, kernel.kexecFileLoad(request))[0]).toBe(expected);
  });

  test("kexec_load_disabled stops unloads too", () => {
    const kernel = loadedKernel(seed);
    kernel.setKexecLoadDisabled();
    expect(outcome(kernel, kernel.kexecFileLoad(fileUnload))[0]).toBe("-EPERM");
    expect(kernel.observe().kexec_loaded).toBe(1);
  });

  test("a call while another one holds the lock gets EBUSY and changes nothing", () => {
    const kernel = loadedKernel(seed);
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const before = kernel.observe();
    const busy = ["-EBUSY", ...gates, "sys_exit"];
    expect(outcome(kernel, kernel.kexecFileLoad(two))).toEqual(busy);
    expect(kernel.observe()).toEqual(before);
  });
});

describe("a file image", () => {
  test("has the lowest frames that are no destination, and its bytes and zeros", () => {
    const kernel = smallKernel();
    const request = fileLoad([segment(0, 2, 40), segment(26, 1, 3)]);
    outcome(kernel, kernel.kexecFileLoad(request));
    expect(framesByUse(kernel)).toEqual({
      "kexec_image control": [2],
      "kexec_image swap": [3],
      "kexec_image table": [4],
      "kexec_image list": [5, 8, 10],
      "kexec_image source": [6, 7, 9],
    });
    const bytes = [...(kernel.relocate("kexec_image")?.values() ?? [])].map((page) => page[0]);
    expect(bytes).toEqual([1, 33, 1]);
  });

  test("has the frames that its caller chooses, in that order", () => {
    const kernel = smallKernel();
    const chooseFrames = (count: number, fits: (frame: number) => boolean): number[] =>
      [31, 30, 29, 28, 27, 26, 15, 14, 13].filter(fits).slice(0, count);
    const request = fileLoad([segment(26)], { chooseFrames });
    expect(outcome(kernel, kernel.kexecFileLoad(request))[0]).toBe("0");
    expect(framesByUse(kernel)).toEqual({
      "kexec_image control": [31],
      "kexec_image swap": [30],
      "kexec_image table": [29],
      "kexec_image list": [28],
      "kexec_image source": [27],
    });
  });

  test("does not take a frame that is a destination, whoever chooses it", () => {
    const kernel = smallKernel();
    const request = fileLoad([segment(26)], { chooseFrames: () => [26, 27] });
    expect(() => outcome(kernel, kernel.kexecFileLoad(request))).toThrow(
      "chooseFrames: expected 2 frames that fit, got 26 27",
    );
  });

  test.each([1, 2, 3])("gives everything back when choice %i finds too few frames", (wanted) => {
    const kernel = smallKernel();
    let choices = 0;
    const chooseFrames = (count: number, fits: (frame: number) => boolean): number[] | null => {
      choices += 1;
      const free = Array.from({ length: 32 }, (_, frame) => frame).filter(fits);
      return choices === wanted ? null : free.slice(0, count);
    };
    const request = fileLoad([segment(26)], { chooseFrames });
    expect(outcome(kernel, kernel.kexecFileLoad(request))[0]).toBe("-ENOMEM");
    expect(framesByUse(kernel)).toEqual({});
  });

  test("that is killed gets no more pages, unless it is a crash image", () => {
    for (const [request, result] of [
      [two, "-ENOMEM"],
      [crashTwo, "0"],
    ] as const) {
      const kernel = smallKernel();
      const thread = goTo(kernel, kernel.kexecFileLoad(request), "kimage_load_segment");
      thread.kill();
      expect(outcome(kernel, thread)[0]).toBe(result);
    }
  });

  test("finds ENOMEM when its region has no hole left", () => {
    const kernel = loadedKernel(seed);
    const full = crashFileLoad([segment(16, 8)]);
    expect(outcome(kernel, kernel.kexecFileLoad(full))[0]).toBe("-ENOMEM");
    expect(kernel.observe()).toMatchObject({ kexec_crash_loaded: 0, lockHolder: null });
    const oneHole = crashFileLoad([segment(17, 7)]);
    const last = outcome(kernel, kernel.kexecFileLoad(oneHole));
    expect(last.slice(0, 1)).toEqual(["-ENOMEM"]);
    expect(last).toContain("machine_kexec_prepare");
  });

  test("may have a control code buffer of two pages", () => {
    const kernel = smallKernel({ controlCodeOrder: 1 });
    outcome(kernel, kernel.kexecFileLoad(fileLoad([segment(0)])));
    expect(framesByUse(kernel)).toMatchObject({
      "kexec_image control": [2, 3],
      "kexec_image swap": [1],
    });
  });

  test("must be sound like any other", () => {
    const kernel = smallKernel();
    const overlap = fileLoad([segment(4), segment(4)]);
    expect(outcome(kernel, kernel.kexecFileLoad(overlap))[0]).toBe("-EINVAL");
  });

  test("for the crash region is protected, and unprotected by its unload", () => {
    const kernel = smallKernel();
    outcome(kernel, kernel.kexecFileLoad(crashTwo));
    expect(readOnlyFrames(kernel)).toEqual([17, 18, 19, 20, 21, 22, 23]);
    outcome(kernel, kernel.kexecFileLoad(crashFileUnload));
    expect(readOnlyFrames(kernel)).toEqual([]);
    expect(kernel.observe().oopses).toEqual([]);
  });

  test("keeps the installed one where it is when it fails, if it is a normal one", () => {
    const kernel = loadedKernel(seed);
    const { id } = kernel.observe().kexec_image ?? {};
    outcome(kernel, kernel.kexecFileLoad(two), failAt("kimage_load_segment", "ENOMEM"));
    expect(kernel.observe().kexec_image?.id).toBe(id);
    outcome(kernel, kernel.kexecFileLoad(crashTwo), failAt("kimage_load_segment", "ENOMEM"));
    expect(kernel.observe().kexec_crash_image).toBeNull();
  });

  test("always supports hotplug from 6.12 on, if it is a crash image", () => {
    const kernel = smallKernel({ profile: v7_2 });
    outcome(kernel, kernel.kexecFileLoad(crashTwo));
    outcome(kernel, kernel.kexecFileLoad(two));
    expect(kernel.observe().kexec_crash_image?.hotplug_support).toBe(true);
    expect(kernel.observe().kexec_image?.hotplug_support).toBe(false);
  });

  test("is replaced by one of kexec_load and the other way round", () => {
    const kernel = smallKernel();
    for (let round = 0; round < 3; round += 1) {
      expect(outcome(kernel, kernel.kexecFileLoad(two))[0]).toBe("0");
      expect(run(kernel, normal).result).toBe("0");
      expect(outcome(kernel, kernel.kexecFileLoad(crashTwo))[0]).toBe("0");
      expect(run(kernel, crash).result).toBe("0");
    }
    const flags = KEXEC_FILE_UNLOAD;
    outcome(kernel, kernel.kexecFileLoad(fileLoad([], { flags })));
    outcome(kernel, kernel.kexecFileLoad(crashFileUnload));
    expect(framesByUse(kernel)).toEqual({});
    expect(kernel.observe().oopses).toEqual([]);
  });
});
