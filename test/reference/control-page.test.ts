import { describe, expect, test } from "vitest";
import { v6_12, v7_2 } from "../../src/reference/profiles.ts";
import { load, run, segment, smallKernel, unload } from "./helpers.ts";
import { crash, goTo, loadedKernel, normal, readOnlyFrames } from "./lifecycle.ts";

/** The rights of the control code page of the installed images. */
function rights(kernel: ReturnType<typeof smallKernel>): (string | null)[] {
  const { kexec_image, kexec_crash_image, frames } = kernel.observe();
  return [kexec_image, kexec_crash_image].map((image) => {
    const frame = frames.get(image?.control_code_page ?? -1);
    if (frame === undefined) return null;
    return `r${frame.writable ? "w" : "-"}${frame.executable ? "x" : "-"}`;
  });
}

describe("the control code page", () => {
  test("is read-only and executable in 7.2, of a normal image and of a crash image", () => {
    expect(rights(loadedKernel(v7_2))).toEqual(["r-x", "r-x"]);
  });

  test("is an ordinary page in 6.12", () => {
    expect(rights(loadedKernel(v6_12))).toEqual(["rw-", "rw-"]);
  });

  test("gets its rights when the image is prepared", () => {
    const kernel = smallKernel({ profile: v7_2 });
    const thread = goTo(kernel, kernel.kexecLoad(normal), "machine_kexec_prepare");
    expect(readOnlyFrames(kernel)).toEqual([]);
    thread.next();
    expect(readOnlyFrames(kernel)).toEqual([0]);
  });

  test("loses them when the image is freed", () => {
    const kernel = smallKernel({ profile: v7_2 });
    run(kernel, normal);
    run(kernel, load([segment(28)]));
    expect(readOnlyFrames(kernel)).toHaveLength(1);
    run(kernel, unload);
    expect(readOnlyFrames(kernel)).toEqual([]);
  });

  test("keeps them while the region is unprotected for the next crash load", () => {
    const kernel = loadedKernel(v7_2);
    const thread = goTo(kernel, kernel.kexecLoad(crash), "do_kexec_load");
    thread.next();
    expect(rights(kernel)).toEqual(["r-x", "r-x"]);
    expect(readOnlyFrames(kernel)).toHaveLength(2);
  });

  test("is free to be written when the same page is used again", () => {
    const kernel = loadedKernel(v7_2);
    for (let round = 0; round < 3; round += 1) {
      expect([run(kernel, crash).result, run(kernel, normal).result]).toEqual(["0", "0"]);
    }
    expect(kernel.observe().oopses).toEqual([]);
  });
});
