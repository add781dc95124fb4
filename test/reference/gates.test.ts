import { describe, expect, test } from "vitest";
import { errnos } from "../../src/kernel/errno.ts";
import {
  KEXEC_ARCH_386,
  KEXEC_ARCH_X86_64,
  KEXEC_ON_CRASH,
  KEXEC_PRESERVE_CONTEXT,
} from "../../src/kernel/kexec.ts";
import { type Profile, seed, v6_1 } from "../../src/reference/profiles.ts";
import type { KexecLoadRequest } from "../../src/reference/state.ts";
import { failAt, load, run, segment, smallKernel, unload } from "./helpers.ts";

const seventeen = { nr_segments: 17 };
const noRight = { capSysBoot: false };
const badFlag = { flags: 16 };
const badArch = { flags: KEXEC_ARCH_386 };
const byLsm = { lsm: -errnos.EACCES };
const byLockdown = { lockdown: -errnos.EPERM };

/** What a call with one good segment and these changes returns. */
function verdict(changes: Partial<KexecLoadRequest>, profile: Profile = seed): string {
  return run(smallKernel({ profile }), load([segment(4)], changes)).result;
}

describe("each gate by itself", () => {
  test.each<[claim: string, changes: Partial<KexecLoadRequest>, expected: string]>([
    ["a good request passes", {}, "0"],
    ["a caller without CAP_SYS_BOOT is refused", noRight, "-EPERM"],
    ["an LSM refuses with its own error", byLsm, "-EACCES"],
    ["an LSM may even refuse with EBUSY", { lsm: -errnos.EBUSY }, "-EBUSY"],
    ["a positive value of the load-data hook passes", { lsm: 1 }, "0"],
    ["lockdown refuses with its own error", byLockdown, "-EPERM"],
    ["a positive value of the lockdown hook is returned", { lockdown: 5 }, "5"],
    ["flag 4 is unknown", { flags: 4 }, "-EINVAL"],
    ["flag 8 is unknown", { flags: 8 }, "-EINVAL"],
    ["flag 1 << 15 is unknown", { flags: 1 << 15 }, "-EINVAL"],
    ["flag 1 << 40 is not looked at", { flags: 1n << 40n }, "0"],
    ["flag 1 << 63 is not looked at", { flags: 1n << 63n }, "0"],
    ["17 segments are too many", seventeen, "-EINVAL"],
    ["the native architecture may be named", { flags: KEXEC_ARCH_X86_64 }, "0"],
    ["another architecture is refused", badArch, "-EINVAL"],
    ["a negative architecture number is refused", { flags: 0xffff0000 }, "-EINVAL"],
  ])("%s", (_, changes, expected) => {
    expect(verdict(changes)).toBe(expected);
  });

  test("16 segments are not too many", () => {
    const segments = Array.from({ length: 16 }, () => segment(4, 0));
    expect(run(smallKernel(), load(segments)).result).toBe("0");
  });
});

describe("the first gate in order decides", () => {
  test.each<[claim: string, changes: Partial<KexecLoadRequest>, expected: string]>([
    ["rights before the LSM", { ...noRight, ...byLsm }, "-EPERM"],
    ["rights before flags", { ...noRight, ...badFlag }, "-EPERM"],
    ["the LSM before lockdown", { ...byLsm, ...byLockdown }, "-EACCES"],
    ["lockdown before flags", { ...byLockdown, ...badFlag }, "-EPERM"],
    ["lockdown before the number of segments", { ...byLockdown, ...seventeen }, "-EPERM"],
    ["lockdown before the architecture", { ...byLockdown, ...badArch }, "-EPERM"],
  ])("%s", (_, changes, expected) => {
    expect(verdict(changes)).toBe(expected);
  });

  test.each([seed, v6_1])("a wrong architecture is found before a bad list ($listCopied)", (p) => {
    const kernel = smallKernel({ profile: p });
    const bad = failAt("copy_user_segment_list", "EFAULT");
    expect(run(kernel, load([segment(4)], badArch), bad).result).toBe("-EINVAL");
  });
});

describe("kexec_load_disabled", () => {
  test("stops loads and unloads with EPERM and leaves what is loaded", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(4)]));
    kernel.setKexecLoadDisabled();
    expect(run(kernel, load([segment(5)])).result).toBe("-EPERM");
    expect(run(kernel, unload).result).toBe("-EPERM");
    expect(kernel.observe()).toMatchObject({ kexec_loaded: 1, kexec_load_disabled: true });
  });

  test("is read when the gates are passed, not when the call starts", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(load([segment(4)]));
    kernel.setKexecLoadDisabled();
    thread.next();
    expect(thread.step).toMatchObject({ step: "sys_exit", result: -errnos.EPERM });
  });
});

describe("KEXEC_PRESERVE_CONTEXT", () => {
  test("is an unknown flag without CONFIG_KEXEC_JUMP", () => {
    expect(verdict({ flags: KEXEC_PRESERVE_CONTEXT }, v6_1)).toBe("-EINVAL");
  });

  test.each([
    ["is kept with the image", KEXEC_PRESERVE_CONTEXT, true],
    ["is not set unasked", 0, false],
  ])("%s", (_, flags, preserve_context) => {
    const kernel = smallKernel();
    run(kernel, load([segment(4)], { flags }));
    expect(kernel.observe().kexec_image).toMatchObject({ preserve_context });
  });

  test("is not refused for a crash image, which has no swap page to return through", () => {
    const kernel = smallKernel();
    const flags = KEXEC_PRESERVE_CONTEXT | KEXEC_ON_CRASH;
    expect(run(kernel, load([segment(18)], { flags, entry: 16n * 32n })).result).toBe("0");
    expect(kernel.observe().kexec_crash_image).toMatchObject({
      preserve_context: true,
      swap_page: null,
    });
  });
});

describe("an unload", () => {
  test.each<[claim: string, changes: Partial<KexecLoadRequest>, expected: string]>([
    ["of nothing succeeds", {}, "0"],
    ["of nothing on the crash side succeeds, whatever the entry", { flags: 1, entry: 0n }, "0"],
    ["needs the right", noRight, "-EPERM"],
    ["is stopped by lockdown", byLockdown, "-EPERM"],
    ["is stopped by an unknown flag", badFlag, "-EINVAL"],
  ])("%s", (_, changes, expected) => {
    for (const profile of [seed, v6_1]) {
      expect(run(smallKernel({ profile }), load([], changes)).result).toBe(expected);
    }
  });
});
