import { describe, expect, test } from "vitest";
import { seed, v7_2 } from "../../src/reference/profiles.ts";
import { framesByUse, run, smallKernel } from "./helpers.ts";
import { crash, fileUnload, goodReboot, goTo, loadedKernel, normal, outcome } from "./lifecycle.ts";

const dump = ["crash_save_vmcoreinfo", "machine_crash_shutdown", "machine_kexec"];
const late = { crash_kexec_post_notifiers: true };

/** What a panic on another CPU does, and what the machine does then. */
function panicOf(kernel: ReturnType<typeof smallKernel>): string[] {
  const thread = kernel.panic(null);
  if (thread === null) throw new Error("expected a panic, got none");
  return [...outcome(kernel, thread).slice(1), kernel.observe().machine];
}

describe("a panic", () => {
  test("runs the crash image if one is loaded and the lock is free", () => {
    const kernel = loadedKernel(seed);
    expect(panicOf(kernel)).toEqual(["__crash_kexec", ...dump, "crashKernel"]);
  });

  test("stops the machine if none is loaded", () => {
    const kernel = smallKernel();
    run(kernel, normal);
    expect(panicOf(kernel)).toEqual(["__crash_kexec", "smp_send_stop", "dead"]);
  });

  test("never waits: whoever holds the lock, even for a normal image, costs the dump", () => {
    const kernel = loadedKernel(v7_2);
    goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    expect(panicOf(kernel)).toEqual(["__crash_kexec", "smp_send_stop", "dead"]);
  });

  test("gives no dump while devices are shut down for a reboot", () => {
    const kernel = loadedKernel(v7_2);
    goTo(kernel, kernel.reboot(goodReboot), "kernel_restart_prepare");
    expect(panicOf(kernel)).toEqual(["__crash_kexec", "smp_send_stop", "dead"]);
  });

  test("stops the others before it tries the crash image, with crash_kexec_post_notifiers", () => {
    const kernel = loadedKernel(seed, late);
    const steps = ["smp_send_stop", "__crash_kexec", ...dump];
    expect(panicOf(kernel)).toEqual([...steps, "crashKernel"]);
    expect(panicOf(smallKernel(late))).toEqual(["smp_send_stop", "__crash_kexec", "dead"]);
  });

  test("lets the others run until they are stopped", () => {
    const kernel = loadedKernel(seed);
    const other = kernel.kexecLoad(normal);
    const thread = kernel.panic(null);
    const seen: [string, boolean, string][] = [];
    for (let step = thread?.step ?? null; step !== null; step = thread?.next() ?? null) {
      seen.push([step.step, other.blocked, kernel.observe().machine]);
    }
    expect(seen).toEqual([
      ["__crash_kexec", false, "running"],
      ["crash_save_vmcoreinfo", false, "running"],
      ["machine_crash_shutdown", false, "running"],
      ["machine_kexec", true, "silent"],
    ]);
    expect(other.blocked).toBe(true);
  });

  test("on the CPU of a thread ends that thread where it stands, with what it holds", () => {
    const kernel = smallKernel();
    const thread = goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    kernel.panic(thread);
    expect([thread.gone, thread.done, thread.step]).toEqual([true, false, null]);
    expect(kernel.observe().lockHolder).toBe(thread.id);
    expect(kernel.observe().images.get(thread.id)).toBeDefined();
  });

  test("on a second CPU only stops that CPU", () => {
    const kernel = loadedKernel(seed);
    const other = kernel.kexecLoad(normal);
    const first = kernel.panic(null);
    expect(kernel.panic(other)).toBeNull();
    expect(kernel.panic(null)).toBeNull();
    expect([other.gone, first?.gone]).toEqual([true, false]);
    expect(kernel.observe().panic_cpu).toBe(first?.id);
  });

  test.each(["crash_save_vmcoreinfo", "machine_crash_shutdown"] as const)(
    "that panics again before %s finds the lock in its own hands",
    (name) => {
      const kernel = loadedKernel(seed);
      const first = kernel.panic(null);
      if (first === null) throw new Error("expected a panic, got none");
      const again = kernel.panic(goTo(kernel, first, name));
      if (again === null) throw new Error("expected a second panic, got none");
      expect(outcome(kernel, again).slice(1)).toEqual(["smp_send_stop"]);
      expect([first.gone, kernel.observe().machine]).toEqual([true, "dead"]);
    },
  );

  test("that panics again when it is alone is the end", () => {
    const kernel = loadedKernel(seed);
    const first = kernel.panic(null);
    if (first === null) throw new Error("expected a panic, got none");
    expect(kernel.panic(goTo(kernel, first, "machine_kexec"))).toBeNull();
    expect(kernel.observe().machine).toBe("dead");
  });

  test("that panics again before it has the lock tries for it again", () => {
    const kernel = loadedKernel(seed);
    const again = kernel.panic(kernel.panic(null));
    if (again === null) throw new Error("expected a second panic, got none");
    expect(outcome(kernel, again).slice(1)).toEqual(["__crash_kexec", ...dump]);
  });

  test("cannot happen when nothing of this kernel runs any more", () => {
    const kernel = loadedKernel(seed);
    panicOf(kernel);
    expect(() => kernel.panic(null)).toThrow("panic: expected a kernel that runs, got crashKernel");
  });
});

describe("crash_save_vmcoreinfo", () => {
  test("completes the safe copy, in a region that is read-only", () => {
    const kernel = loadedKernel(v7_2);
    const { frame = 0 } = kernel.observe().vmcoreinfo_data_safecopy ?? {};
    panicOf(kernel);
    expect(String.fromCharCode(...kernel.bytesOf(frame))).toBe(
      "OSRELEASE=reference\nCRASHTIME=0\n",
    );
    expect(kernel.observe().oopses).toEqual([]);
  });
});

describe("an oops", () => {
  test("that is not fatal kills the thread, and the lock is never released", () => {
    const kernel = loadedKernel(seed);
    const thread = goTo(kernel, kernel.kexecLoad(crash), "copy_from_user");
    const before = kernel.observe();
    expect(kernel.oops(thread, false)).toBeNull();
    expect(thread.gone).toBe(true);
    expect(kernel.observe()).toEqual(before);
    expect(run(kernel, normal).result).toBe("-EBUSY");
    expect(() => thread.next()).toThrow("expected a running call, got one that is gone");
  });

  test("that is fatal tries the crash image before the panic does", () => {
    const kernel = loadedKernel(seed);
    const panic = kernel.oops(kernel.kexecLoad(normal), true);
    if (panic === null) throw new Error("expected a panic, got none");
    expect(outcome(kernel, panic).slice(1)).toEqual(["__crash_kexec", ...dump]);
    const empty = smallKernel();
    const vain = empty.oops(empty.kexecLoad(normal), true);
    if (vain === null) throw new Error("expected a panic, got none");
    expect(outcome(empty, vain).slice(1)).toEqual(["__crash_kexec*2", "smp_send_stop"]);
  });

  test("that is fatal may find the lock free at the second attempt", () => {
    const kernel = loadedKernel(seed);
    const holder = goTo(kernel, kernel.kexecLoad(normal), "kexec_unlock");
    const panic = kernel.oops(kernel.kexecLoad(normal), true);
    if (panic === null) throw new Error("expected a panic, got none");
    panic.next();
    outcome(kernel, holder);
    expect(outcome(kernel, panic).slice(1)).toEqual(["__crash_kexec", ...dump]);
  });

  test("that is fatal leaves the attempt to the panic with crash_kexec_post_notifiers", () => {
    const kernel = loadedKernel(seed, late);
    const panic = kernel.oops(kernel.kexecLoad(normal), true);
    expect(panic?.step?.step).toBe("smp_send_stop");
  });

  test("in a file load that has unlocked leaks its image, and nothing else", () => {
    const kernel = loadedKernel(seed);
    const thread = goTo(kernel, kernel.kexecFileLoad(fileUnload), "kimage_free");
    kernel.oops(thread, false);
    expect(kernel.observe()).toMatchObject({ lockHolder: null, kexec_loaded: 0 });
    expect(framesByUse(kernel)).toHaveProperty("image source");
    expect(run(kernel, normal).result).toBe("0");
  });

  test("cannot happen to a thread that has returned", () => {
    const kernel = smallKernel();
    const thread = kernel.crashSizeShow();
    outcome(kernel, thread);
    expect(() => kernel.oops(thread, false)).toThrow("got one that returned");
  });
});
