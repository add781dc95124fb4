import { describe, expect, test } from "vitest";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { v6_1 } from "../../src/reference/profiles.ts";
import type { KexecLoadRequest } from "../../src/reference/state.ts";
import type { Decision, StepRecord } from "../../src/reference/step.ts";
import {
  crashLoad,
  crashUnload,
  type Decide,
  failAt,
  framesByUse,
  load,
  run,
  runUpTo,
  segment,
  smallKernel,
  unload,
} from "./helpers.ts";

const old = load([segment(25, 1, 20, 7)]);
const oldCrash = crashLoad([segment(22, 1, 20, 7)]);
const normal = load([segment(3, 2, 40), segment(26, 2, 64), segment(29, 0)]);
const crash = crashLoad([segment(18, 2, 40), segment(20)]);

/** Every way in which a step can go wrong. */
function failuresOf({ choice }: StepRecord): Decision[] {
  if (choice.kind === "frame") return [null];
  return choice.kind === "outcome" ? choice.outcomes.filter((outcome) => outcome !== "ok") : [];
}

/** A kernel with an image in both slots. */
function loadedKernel(): ReferenceKernel {
  const kernel = smallKernel();
  run(kernel, old);
  run(kernel, oldCrash);
  return kernel;
}

/** Lets a load fail in every way at every step, and looks at each kernel that remains. */
function afterEveryFailure(
  request: KexecLoadRequest,
  look: (kernel: ReferenceKernel, failed: StepRecord) => void,
): number {
  let failures = 0;
  for (const [index, record] of run(loadedKernel(), request).steps.entries()) {
    for (const failure of failuresOf(record)) {
      const kernel = loadedKernel();
      const { result } = run(kernel, request, (_, at) => (at === index ? failure : undefined));
      expect(result).not.toBe("0");
      look(kernel, record);
      failures += 1;
    }
  }
  return failures;
}

/** What is lost: B8 only. */
function expectedLosses(failed: StepRecord): string[] {
  return failed.step === "kimage_alloc_page" && failed.purpose === "listForSource"
    ? ["lost source"]
    : [];
}

const lostUses = (kernel: ReferenceKernel): string[] =>
  Object.keys(framesByUse(kernel)).filter((use) => !use.startsWith("kexec_"));

describe("a load that fails in any way at any step", () => {
  test("keeps the installed normal image, its list and what it will write", () => {
    const before = loadedKernel();
    const failures = afterEveryFailure(normal, (kernel) => {
      expect(kernel.observe().kexec_image).toEqual(before.observe().kexec_image);
      expect(kernel.walk("kexec_image")).toEqual(before.walk("kexec_image"));
      expect(kernel.relocate("kexec_image")).toEqual(before.relocate("kexec_image"));
      expect(kernel.observe().kexec_crash_loaded).toBe(1);
    });
    expect(failures).toBe(33); // 11 of them: an allocator that returns nothing
  });

  test("leaves no crash image when it was a crash load, and the region writable", () => {
    const failures = afterEveryFailure(crash, (kernel) => {
      const { kexec_loaded, kexec_crash_loaded, frames, ...rest } = kernel.observe();
      expect([kexec_loaded, kexec_crash_loaded]).toEqual([1, 0]);
      expect([...frames.values()].every(({ writable }) => writable)).toBe(true);
      expect(rest.vmcoreinfo_data_safecopy).toBeNull();
    });
    expect(failures).toBe(22);
  });

  test.each([
    ["normal", normal],
    ["crash", crash],
  ])("releases the lock and every frame but the one of B8 (%s)", (_, request) => {
    afterEveryFailure(request, (kernel, failed) => {
      expect(kernel.observe()).toMatchObject({ lockHolder: null, oopses: [], images: new Map() });
      expect(lostUses(kernel)).toEqual(expectedLosses(failed));
    });
  });

  test("does not keep the next load from succeeding", () => {
    for (const request of [normal, crash]) {
      afterEveryFailure(request, (kernel) => expect(run(kernel, request).result).toBe("0"));
    }
  });
});

describe("B8: a source page whose entry finds no list page is lost", () => {
  // A list page, the two sources, and then a second list page: the first holds two entries.
  const request = load([segment(26, 2)]);
  const fails = (): Decide => failAt("kimage_alloc_page", null, 4);

  test("at once, and for good", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, request, "kimage_alloc_page", 4);
    expect(thread.step).toMatchObject({ purpose: "listForSource" });
    expect(framesByUse(kernel)["image source"]).toHaveLength(2);
    thread.next(null);
    expect(framesByUse(kernel)["image source"]).toHaveLength(1);
    expect(framesByUse(kernel)["lost source"]).toHaveLength(1);
    for (let step = thread.step; step !== null; ) step = thread.next();
    run(kernel, request);
    run(kernel, unload);
    expect(Object.keys(framesByUse(kernel))).toEqual(["lost source"]);
  });

  test("once per failing call", () => {
    const kernel = smallKernel();
    for (let call = 0; call < 5; call += 1) {
      expect(run(kernel, request, fails()).result).toBe("-ENOMEM");
    }
    expect(framesByUse(kernel)["lost source"]).toHaveLength(5);
    expect(Object.keys(framesByUse(kernel))).toHaveLength(1);
  });

  test("neither when another page is missing, nor with the fix", () => {
    for (const page of [1, 2, 3]) {
      const kernel = smallKernel();
      run(kernel, request, failAt("kimage_alloc_page", null, page));
      expect(framesByUse(kernel)).toEqual({});
    }
    const fixed = smallKernel({ profile: { ...v6_1, fixB8: true } });
    expect(run(fixed, request, fails()).result).toBe("-ENOMEM");
    expect(framesByUse(fixed)).toEqual({});
  });
});

describe("a segment list that cannot be read", () => {
  const bad = (): Decide => failAt("copy_user_segment_list", "EFAULT");

  test("loses the crash image where it is copied under the lock", () => {
    const kernel = loadedKernel();
    expect(run(kernel, crash, bad()).result).toBe("-EFAULT");
    expect(kernel.observe()).toMatchObject({ kexec_loaded: 1, kexec_crash_loaded: 0 });
  });

  test("leaves the crash image alone where it is copied before the lock", () => {
    const kernel = smallKernel({ profile: v6_1 });
    run(kernel, oldCrash);
    expect(run(kernel, crash, bad()).result).toBe("-EFAULT");
    expect(run(kernel, crash, failAt("copy_user_segment_list", "ENOMEM")).result).toBe("-ENOMEM");
    expect(kernel.observe().kexec_crash_loaded).toBe(1);
  });

  test("does not matter when it is empty", () => {
    const kernel = smallKernel({ profile: v6_1 });
    expect(() => run(kernel, unload, bad())).toThrow("expected ok, got EFAULT");
  });
});

describe("the swap page is missing", () => {
  test("the control code page goes back with the label out_free_control_pages", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, normal, "kimage_alloc_normal_control_pages", 2);
    expect(framesByUse(kernel)).toEqual({ "image control": [0] });
    thread.next(null);
    expect(framesByUse(kernel)).toEqual({});
    expect(thread.step?.step).toBe("kexec_unlock");
  });
});

describe("a crash load", () => {
  test("has no image between dropping the old one and installing the new one", () => {
    const kernel = loadedKernel();
    const thread = kernel.kexecLoad(crash);
    const loaded: string[] = [];
    for (let step = thread.step; step !== null; step = thread.next()) {
      loaded.push(`${step.step} ${kernel.observe().kexec_crash_loaded}`);
    }
    expect(loaded.indexOf("kimage_free 1")).toBe(3);
    expect(loaded.indexOf("kimage_alloc_init 0")).toBe(4);
    expect(loaded.slice(-5)).toEqual([
      "xchg 0",
      "arch_kexec_protect_crashkres 1",
      "kimage_free 1",
      "kexec_unlock 1",
      "sys_exit 1",
    ]);
  });

  test("and its unload leave the normal image alone", () => {
    const kernel = loadedKernel();
    run(kernel, crash);
    run(kernel, crashUnload);
    expect(kernel.observe()).toMatchObject({ kexec_loaded: 1, kexec_crash_loaded: 0 });
  });
});
