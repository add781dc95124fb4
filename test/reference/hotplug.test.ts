import { describe, expect, test } from "vitest";
import {
  KEXEC_CRASH_HOTPLUG_SUPPORT,
  KEXEC_ON_CRASH,
  KEXEC_UPDATE_ELFCOREHDR,
} from "../../src/kernel/kexec.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { v6_1, v6_12, v7_2 } from "../../src/reference/profiles.ts";
import { crashLoad, load, PAGE, run, segment, smallKernel } from "./helpers.ts";
import { crash, goTo, normal, outcome, readOnlyFrames } from "./lifecycle.ts";

const elfcorehdr = new Uint8Array(PAGE).fill(0x7f);
const flags = KEXEC_ON_CRASH | KEXEC_CRASH_HOTPLUG_SUPPORT;
const hotplugCrash = crashLoad([segment(18), segment(20, 2)], { flags });

/** A kernel with a crash image that wants to know. */
function knowing(): ReferenceKernel {
  const kernel = smallKernel({ profile: v6_12 });
  expect(run(kernel, hotplugCrash).result).toBe("0");
  return kernel;
}

const only = ["crash_handle_hotplug_event"];
const all = [...only, "arch_crash_handle_hotplug_event", "hotplug_unlock"];

describe("flags 4 and 8", () => {
  test.each([KEXEC_UPDATE_ELFCOREHDR, KEXEC_CRASH_HOTPLUG_SUPPORT])(
    "%i is known from 6.12 on, and means something for a crash image only",
    (flag) => {
      expect(run(smallKernel({ profile: v6_1 }), load([], { flags: flag })).result).toBe("-EINVAL");
      const kernel = smallKernel({ profile: v6_12 });
      expect(run(kernel, load([segment(4)], { flags: flag })).result).toBe("0");
      expect(kernel.observe().kexec_image?.hotplug_support).toBe(false);
      run(kernel, crashLoad([segment(20)], { flags: KEXEC_ON_CRASH | flag }));
      expect(kernel.observe().kexec_crash_image?.hotplug_support).toBe(true);
    },
  );
});

describe("a hotplug event", () => {
  test("rewrites the last page of the crash image, and protects the region again", () => {
    const kernel = knowing();
    expect(outcome(kernel, kernel.hotplug(elfcorehdr))).toEqual(["0", ...all]);
    expect(kernel.bytesOf(21)).toEqual(elfcorehdr);
    expect(kernel.bytesOf(20)[0]).toBe(1);
    expect(readOnlyFrames(kernel)).toHaveLength(7);
    expect(kernel.observe()).toMatchObject({ lockHolder: null, oopses: [] });
  });

  test("holds the lock while the region can be written", () => {
    const kernel = knowing();
    const worker = goTo(kernel, kernel.hotplug(elfcorehdr), "arch_crash_handle_hotplug_event");
    expect(readOnlyFrames(kernel)).toEqual([]);
    expect(kernel.observe().lockHolder).toBe(worker.id);
    expect(run(kernel, normal).result).toBe("-EBUSY");
    worker.next();
    expect(readOnlyFrames(kernel)).toEqual([]);
  });

  test("is dropped while somebody else holds the lock", () => {
    const kernel = knowing();
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    expect(outcome(kernel, kernel.hotplug(elfcorehdr))).toEqual(["0", ...only]);
    expect(kernel.bytesOf(21)[0]).toBe(33);
  });

  test("does nothing without a crash image that wants to know", () => {
    const kernel = smallKernel({ profile: v7_2 });
    expect(outcome(kernel, kernel.hotplug(elfcorehdr))).toEqual(["0", ...only]);
    run(kernel, crash);
    expect(outcome(kernel, kernel.hotplug(elfcorehdr))).toEqual(["0", ...only]);
    expect(kernel.bytesOf(21)[0]).toBe(33);
  });

  test("costs the dump of a panic that comes in the middle of it", () => {
    const kernel = knowing();
    goTo(kernel, kernel.hotplug(elfcorehdr), "arch_crash_handle_hotplug_event");
    const panic = kernel.panic(null);
    if (panic !== null) outcome(kernel, panic);
    expect(kernel.observe().machine).toBe("dead");
  });

  test("changes nothing in an image that has no page", () => {
    const kernel = smallKernel({ profile: v6_12 });
    run(kernel, crashLoad([segment(20, 0)], { flags }));
    const before = kernel.observe();
    expect(outcome(kernel, kernel.hotplug(elfcorehdr))).toEqual(["0", ...all]);
    expect(kernel.observe()).toEqual(before);
  });

  test("does not reach the crash image of 6.1", () => {
    expect(() => smallKernel({ profile: v6_1 }).hotplug(elfcorehdr)).toThrow(
      "expected crashHotplug",
    );
  });
});
