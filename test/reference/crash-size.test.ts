import { describe, expect, test } from "vitest";
import type { CrashSize } from "../../src/reference/crash-size.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { type Profile, seed, v5_10, v6_1, v6_12, v7_2 } from "../../src/reference/profiles.ts";
import { at, crashLoad, failAt, load, PAGE, run, segment, smallKernel } from "./helpers.ts";
import { goTo, loadedKernel, normal, outcome } from "./lifecycle.ts";

const size = 8n * BigInt(PAGE);

/** What a write returns, and the size of the region afterwards in pages. */
function shrink(kernel: ReferenceKernel, bytes: CrashSize): [result: string, pages: number] {
  const [result] = outcome(kernel, kernel.crashSizeStore(bytes));
  return [result, shownSize(kernel)];
}

function shownSize(kernel: ReferenceKernel): number {
  const thread = goTo(kernel, kernel.crashSizeShow(), "sys_exit");
  return thread.step?.step === "sys_exit" ? Number(thread.step.size) / PAGE : Number.NaN;
}

describe("writing the crash size", () => {
  test.each<[claim: string, bytes: CrashSize, expected: [string, number]]>([
    ["of what there is changes nothing", size, ["0", 8]],
    ["of more is refused", size + 1n, ["-EINVAL", 8]],
    ["of no number is refused", "junk", ["-EINVAL", 8]],
    ["of less keeps the low part", 3n * 32n, ["0", 3]],
    ["of less is rounded up to pages", 2n * 32n + 1n, ["0", 3]],
    ["of just below what there is changes nothing", size - 1n, ["0", 8]],
    ["of 0 releases it", 0n, ["0", 0]],
  ])("%s", (_, bytes, expected) => {
    for (const profile of [seed, v6_1, v7_2]) {
      expect(shrink(smallKernel({ profile }), bytes)).toEqual(expected);
    }
  });

  test("of 2^64 - 1 releases it where it is rounded first, because that rounds up to 0", () => {
    const most = (1n << 64n) - 1n;
    expect(shrink(smallKernel({ profile: seed }), most)).toEqual(["-EINVAL", 8]);
    for (const profile of [v5_10, v6_1, v6_12]) {
      expect(shrink(smallKernel({ profile }), most)).toEqual(["0", 0]);
    }
  });

  test("while a crash image is installed is ENOENT, whatever the size", () => {
    const kernel = loadedKernel(seed);
    for (const bytes of [0n, size, size + 1n])
      expect(shrink(kernel, bytes)).toEqual(["-ENOENT", 8]);
  });

  test("without memory for the tail's resource is ENOMEM", () => {
    const kernel = smallKernel();
    const none = failAt("crash_shrink_memory", "ENOMEM");
    expect(outcome(kernel, kernel.crashSizeStore(0n), none)[0]).toBe("-ENOMEM");
    expect(outcome(kernel, kernel.crashSizeStore(size), none)[0]).toBe("0"); // needs none
    expect(shownSize(kernel)).toBe(8);
  });

  test("cannot bring anything back", () => {
    for (const profile of [seed, v7_2]) {
      const kernel = smallKernel({ profile });
      shrink(kernel, 0n);
      expect(shrink(kernel, 1n)).toEqual(["-EINVAL", 0]);
      expect(shrink(kernel, 0n)).toEqual(["0", 0]);
    }
  });
});

describe("after the region has become smaller", () => {
  test("its tail is ordinary memory", () => {
    const kernel = smallKernel();
    expect([kernel.isFree(18), kernel.isFree(23)]).toEqual([false, false]);
    shrink(kernel, 3n * 32n);
    expect([kernel.isFree(18), kernel.isFree(19), kernel.isFree(23)]).toEqual([false, true, true]);
    expect(kernel.observe().crashk_res).toEqual({ start: at(16), end: at(19) - 1n });
  });

  test("a crash image must fit into what is left", () => {
    const kernel = smallKernel();
    shrink(kernel, 4n * 32n);
    expect(run(kernel, crashLoad([segment(20)])).result).toBe("-EADDRNOTAVAIL");
    expect(run(kernel, crashLoad([segment(19)])).result).toBe("0");
  });

  test.each([
    ["seed: the region ends before it starts", seed, { start: at(16), end: at(16) - 1n }],
    ["6.12: it is 0 to 0", v6_12, { start: 0n, end: 0n }],
  ])("to nothing, no crash image can be loaded (%s)", (_, profile, crashk_res) => {
    const kernel = smallKernel({ profile });
    shrink(kernel, 0n);
    expect(kernel.observe().crashk_res).toEqual(crashk_res);
    for (const entry of [0n, at(16)]) {
      const request = crashLoad([segment(16)], { entry });
      expect(run(kernel, request).result).toBe("-EADDRNOTAVAIL");
    }
  });

  test("more memory may be asked for: it counts for half of all", () => {
    const kernel = smallKernel({ totalram_pages: 24n });
    const large = load([segment(0, 13)]);
    expect(run(kernel, large).result).toBe("-EINVAL");
    shrink(kernel, 0n);
    expect(
      run(kernel, large, ({ choice }) => (choice.kind === "frame" ? null : undefined)).result,
    ).toBe("-ENOMEM");
  });
});

describe("whoever asks for the crash size while the lock is held", () => {
  const show = (kernel: ReferenceKernel) => kernel.crashSizeShow();
  const store = (kernel: ReferenceKernel) => kernel.crashSizeStore(0n);

  test.each<[claim: string, profile: Profile]>([
    ["5.10.262", v5_10],
    ["6.12", v6_12],
  ])("gets EBUSY (%s)", (_, profile) => {
    const kernel = loadedKernel(profile);
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const steps = (first: string) => ["-EBUSY", first, "kexec_trylock", "sys_exit"];
    expect(outcome(kernel, show(kernel))).toEqual(steps("crash_size_show"));
    expect(outcome(kernel, store(kernel))).toEqual(steps("crash_size_store"));
  });

  test.each([
    ["reads", show, "crash_get_memory_size"],
    ["writes", store, "crash_shrink_memory"],
  ])("waits in the seed, and goes on afterwards (%s)", (_, begin, step) => {
    const kernel = smallKernel();
    const holder = goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const thread = goTo(kernel, begin(kernel), "kexec_trylock");
    expect(thread.blocked).toBe(true);
    expect(() => thread.next()).toThrow("kexec_trylock: expected a thread that can go on");
    outcome(kernel, holder);
    expect(thread.blocked).toBe(false);
    expect(outcome(kernel, thread)).toEqual([
      "0",
      "kexec_trylock",
      step,
      "kexec_unlock",
      "sys_exit",
    ]);
  });

  test("hears of junk at once", () => {
    const kernel = smallKernel();
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const steps = ["crash_size_store", "sys_exit"];
    expect(outcome(kernel, kernel.crashSizeStore("junk"))).toEqual(["-EINVAL", ...steps]);
  });
});
