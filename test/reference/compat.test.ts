import { describe, expect, test } from "vitest";
import { KEXEC_ARCH_386, KEXEC_ARCH_X86_64, KEXEC_ON_CRASH } from "../../src/kernel/kexec.ts";
import { fixed, seed, v6_1 } from "../../src/reference/profiles.ts";
import type { KexecLoadRequest } from "../../src/reference/state.ts";
import { at, failAt, load, run, segment, smallKernel, stepNamesOf } from "./helpers.ts";
import { goTo, normal } from "./lifecycle.ts";

const arm64 = 183 << 16;

/** A call through the 32-bit entry. */
function compat(changes: Partial<KexecLoadRequest> = {}): KexecLoadRequest {
  return load([segment(26)], { compat: true, flags: KEXEC_ARCH_386, ...changes });
}

describe("a 32-bit call", () => {
  test.each<[claim: string, changes: Partial<KexecLoadRequest>, expected: string]>([
    ["may load for i386", {}, "0"],
    ["may load for an architecture that the machine is not", { flags: arm64 }, "0"],
    ["may load for the native one", { flags: KEXEC_ARCH_X86_64 }, "0"],
    ["must name one", { flags: 0 }, "-EINVAL"],
    ["passes the other gates before", { flags: 16, capSysBoot: false }, "-EPERM"],
    ["passes no unknown flag", { flags: KEXEC_ARCH_386 | 16 }, "-EINVAL"],
  ])("%s", (_, changes, expected) => {
    for (const profile of [seed, v6_1, fixed]) {
      expect(run(smallKernel({ profile }), compat(changes)).result).toBe(expected);
    }
  });

  test.each([
    ["the seed reads it again under the lock", seed, 2],
    ["6.1 does not", v6_1, 1],
  ])("reads its list before the lock: %s", (_, profile, copies) => {
    const names = stepNamesOf(run(smallKernel({ profile }), compat()));
    expect(names.slice(0, 3)).toEqual([
      "kexec_load_check",
      "copy_user_segment_list",
      "kexec_trylock",
    ]);
    expect(names.filter((name) => name === "copy_user_segment_list")).toHaveLength(copies);
  });

  test("of the seed may lose the crash image at the second reading, not at the first", () => {
    const onCrash = { flags: KEXEC_ARCH_386 | KEXEC_ON_CRASH, entry: at(16) };
    for (const [reading, loaded] of [
      [1, 1],
      [2, 0],
    ] as const) {
      const kernel = smallKernel();
      const request = { ...compat(onCrash), segments: [segment(20)] };
      expect(run(kernel, request).result).toBe("0");
      const bad = failAt("copy_user_segment_list", "EFAULT", reading);
      expect(run(kernel, request, bad).result).toBe("-EFAULT");
      expect(kernel.observe().kexec_crash_loaded).toBe(loaded);
    }
  });

  test("finds a bad list before a lock that is taken", () => {
    const kernel = smallKernel();
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    expect(run(kernel, compat(), failAt("copy_user_segment_list", "EFAULT")).result).toBe(
      "-EFAULT",
    );
    expect(run(kernel, compat()).result).toBe("-EBUSY");
  });

  test("gets ENOMEM, and an empty list is not read", () => {
    const kernel = smallKernel({ profile: v6_1 });
    expect(run(kernel, compat(), failAt("copy_user_segment_list", "ENOMEM")).result).toBe(
      "-ENOMEM",
    );
    const unload = load([], { compat: true, flags: KEXEC_ARCH_386 });
    const bad = failAt("copy_user_segment_list", "EFAULT");
    expect(() => run(kernel, unload, bad)).toThrow("expected ok, got EFAULT");
  });
});
