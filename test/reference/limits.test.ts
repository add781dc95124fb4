import { describe, expect, test } from "vitest";
import { errnos } from "../../src/kernel/errno.ts";
import { v6_1, v6_12 } from "../../src/reference/profiles.ts";
import { failAt, load, run, segment, smallKernel, unload } from "./helpers.ts";
import { crash, crashFileUnload, fileLoad, goTo, normal, outcome } from "./lifecycle.ts";

const EINVAL = -errnos.EINVAL;

describe("a load limit", () => {
  test("can only become smaller", () => {
    const kernel = smallKernel({ profile: v6_12 });
    const written = [-1, 3, 3, 4, -1, 2, 0, 0].map((value) => kernel.setLoadLimit("reboot", value));
    expect(written).toEqual([EINVAL, 0, EINVAL, EINVAL, EINVAL, 0, 0, EINVAL]);
    expect(kernel.observe().load_limits).toEqual({ reboot: 0, panic: -1 });
  });

  test("of 0 refuses with EPERM, for its own kind of image only", () => {
    const kernel = smallKernel({ profile: v6_12 });
    kernel.setLoadLimit("reboot", 0);
    expect(run(kernel, normal).result).toBe("-EPERM");
    expect(run(kernel, unload).result).toBe("-EPERM");
    expect(outcome(kernel, kernel.kexecFileLoad(fileLoad([])))[0]).toBe("-EPERM");
    expect(run(kernel, crash).result).toBe("0");
  });

  test.each([
    ["a load", normal, undefined, "0"],
    ["an unload", unload, undefined, "0"],
    ["a call that an LSM refuses", load([], { lsm: -13 }), undefined, "-EACCES"],
    ["an unknown flag", load([], { flags: 1 << 10 }), undefined, "-EINVAL"],
    ["a failure", normal, failAt("kimage_alloc_page", null), "-ENOMEM"],
  ] as const)("is used up by %s", (_, request, decide, expected) => {
    const kernel = smallKernel({ profile: v6_12 });
    kernel.setLoadLimit("reboot", 2);
    expect(run(kernel, request, decide).result).toBe(expected);
    expect(kernel.observe().load_limits.reboot).toBe(1);
  });

  test("is used up by a file load with unknown flags, and by a call that gets EBUSY", () => {
    const kernel = smallKernel({ profile: v6_12 });
    kernel.setLoadLimit("panic", 5);
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const file = kernel.kexecFileLoad({ ...crashFileUnload, flags: 2 | 64 });
    expect(outcome(kernel, file)[0]).toBe("-EINVAL");
    expect(outcome(kernel, kernel.kexecFileLoad(crashFileUnload))[0]).toBe("-EBUSY");
    expect(kernel.observe().load_limits.panic).toBe(3);
  });

  test.each([
    ["a caller without the right", load([segment(4)], { capSysBoot: false })],
    ["a refusal by kexec_load_disabled", normal],
  ])("is not used up by %s", (_, request) => {
    const kernel = smallKernel({ profile: v6_12 });
    kernel.setLoadLimit("reboot", 2);
    if (request === normal) kernel.setKexecLoadDisabled();
    expect(run(kernel, request).result).toBe("-EPERM");
    expect(kernel.observe().load_limits.reboot).toBe(2);
  });

  test("does not exist in 6.1", () => {
    const kernel = smallKernel({ profile: v6_1 });
    expect(() => kernel.setLoadLimit("panic", 1)).toThrow("expected a profile with loadLimits");
  });
});
