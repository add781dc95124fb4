import { describe, expect, test } from "vitest";
import { errnos } from "../../src/kernel/errno.ts";
import { seed, v6_1 } from "../../src/reference/profiles.ts";
import {
  crashLoad,
  failAt,
  finish,
  framesByUse,
  load,
  run,
  runUpTo,
  segment,
  smallKernel,
  unload,
  usual,
} from "./helpers.ts";

const normal = load([segment(26, 2)]);
const other = load([segment(28)]);
const crash = crashLoad([segment(20, 2)]);

describe("while a call holds the lock", () => {
  test.each([
    ["a normal load", other],
    ["a crash load", crash],
    ["an unload", unload],
  ])("%s gets EBUSY at each of its steps and changes nothing", (_, request) => {
    const kernel = smallKernel();
    const holder = kernel.kexecLoad(normal);
    for (let step = holder.step; step !== null; step = holder.next(usual(kernel, step))) {
      const before = kernel.observe();
      if (before.lockHolder === null) continue;
      expect(run(kernel, request).result).toBe("-EBUSY");
      expect(kernel.observe()).toEqual(before);
    }
    expect(holder.result).toBe(0);
  });

  test("the gates come first", () => {
    const kernel = smallKernel();
    runUpTo(kernel, normal, "copy_from_user");
    expect(run(kernel, load([segment(4)], { capSysBoot: false })).result).toBe("-EPERM");
    expect(run(kernel, load([segment(4)], { flags: 16 })).result).toBe("-EINVAL");
    expect(run(kernel, load([segment(4)], { nr_segments: 17 })).result).toBe("-EINVAL");
  });

  test.each([
    ["a bad list is found only from 6.1 on", v6_1, "-EFAULT"],
    ["the seed does not look at the list", seed, "-EBUSY"],
  ])("%s", (_, profile, expected) => {
    const kernel = smallKernel({ profile });
    runUpTo(kernel, normal, "copy_from_user");
    const bad = failAt("copy_user_segment_list", "EFAULT");
    expect(run(kernel, other, bad).result).toBe(expected);
  });

  test("a bad segment is not looked at", () => {
    const kernel = smallKernel();
    runUpTo(kernel, normal, "copy_from_user");
    expect(run(kernel, load([segment(4), segment(4)])).result).toBe("-EBUSY");
  });

  test("the holder is known by its thread", () => {
    const kernel = smallKernel();
    expect(kernel.observe().lockHolder).toBeNull();
    const first = runUpTo(kernel, normal, "do_kexec_load");
    expect(kernel.observe().lockHolder).toBe(first.id);
    finish(kernel, first);
    const second = runUpTo(kernel, normal, "do_kexec_load");
    expect(kernel.observe().lockHolder).toBe(second.id);
    expect(second.id).not.toBe(first.id);
  });
});

describe("two calls at the door", () => {
  test("the one that tries the lock first gets it", () => {
    const kernel = smallKernel();
    const early = runUpTo(kernel, normal, "kexec_trylock");
    const late = runUpTo(kernel, other, "kexec_trylock");
    late.next();
    expect(early.next()).toMatchObject({ step: "sys_exit", result: -errnos.EBUSY });
    finish(kernel, early);
    finish(kernel, late);
    expect([early.result, late.result]).toEqual([-errnos.EBUSY, 0]);
  });

  test("the second succeeds once the first has released the lock, before that has returned", () => {
    const kernel = smallKernel();
    const first = runUpTo(kernel, normal, "sys_exit");
    expect(run(kernel, other).result).toBe("0");
    expect(first.done).toBe(false);
    expect(kernel.observe().kexec_image?.id).toBe(2);
  });
});

describe("an image is seen as", () => {
  test("the call's own until the xchg; then the old one is, until it is freed", () => {
    const kernel = smallKernel();
    run(kernel, other);
    const thread = runUpTo(kernel, normal, "xchg");
    expect(kernel.observe().kexec_image?.id).toBe(1);
    expect(kernel.observe().images.get(thread.id)?.id).toBe(2);
    thread.next();
    expect(kernel.observe().kexec_image?.id).toBe(2);
    expect(kernel.observe().images.get(thread.id)?.id).toBe(1);
    expect(framesByUse(kernel)).toHaveProperty("image source");
    thread.next();
    expect(kernel.observe().images.size).toBe(0);
    expect(framesByUse(kernel)).not.toHaveProperty("image source");
  });
});

describe("SIGKILL", () => {
  test("makes every later page allocation of a normal load fail, whatever is decided", () => {
    const kernel = smallKernel();
    run(kernel, other);
    const before = kernel.observe();
    const { steps } = run(smallKernel(), normal);
    for (const index of steps.keys()) {
      const thread = kernel.kexecLoad(normal);
      const mayAllocate = steps.slice(index).some(({ choice }) => choice.kind === "frame");
      finish(kernel, thread, (_, at) => {
        if (at === index) thread.kill();
        return undefined;
      });
      expect([index, thread.result]).toEqual([index, mayAllocate ? -errnos.ENOMEM : 0]);
      if (mayAllocate) expect(kernel.observe().kexec_image).toEqual(before.kexec_image);
    }
    expect(kernel.observe().lockHolder).toBeNull();
  });

  test("may lose a page to B8 like any allocation that fails", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, normal, "kimage_alloc_page", 4);
    thread.kill();
    finish(kernel, thread);
    expect(Object.keys(framesByUse(kernel))).toEqual(["lost source"]);
  });

  test("does not make a frame decision that nobody uses an error", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, normal, "kimage_alloc_page");
    thread.kill();
    expect(thread.next(0)).toMatchObject({ step: "kimage_free" }); // frame 0 is taken
  });

  test("does not touch a page that is parked already", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, normal, "kimage_alloc_page", 2);
    thread.next(27); // parked: it is the second page's destination
    thread.next(5);
    thread.next();
    thread.next();
    expect(thread.step).toMatchObject({ step: "kimage_alloc_page", parked: 27 });
    thread.kill();
    expect(thread.next()).toMatchObject({ step: "kimage_add_page", frame: 27 });
  });

  test("does not stop a crash load, which installs its image", () => {
    const kernel = smallKernel();
    const thread = kernel.kexecLoad(crash);
    thread.kill();
    finish(kernel, thread);
    expect(thread.result).toBe(0);
    expect(kernel.observe().kexec_crash_loaded).toBe(1);
  });

  test("ends a copy that waits for user memory with EFAULT, if that is decided", () => {
    const kernel = smallKernel();
    const thread = runUpTo(kernel, crash, "copy_from_user");
    thread.kill();
    thread.next("EFAULT");
    finish(kernel, thread);
    expect(thread.result).toBe(-errnos.EFAULT);
    expect(kernel.observe().lockHolder).toBeNull();
  });
});
