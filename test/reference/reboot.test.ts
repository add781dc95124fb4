import { describe, expect, test } from "vitest";
import { errnos } from "../../src/kernel/errno.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { fixed, type Profile, seed, v6_1, v6_12, v7_2 } from "../../src/reference/profiles.ts";
import type { RebootRequest } from "../../src/reference/reboot.ts";
import { frames, load, PAGE, run, segment, smallKernel } from "./helpers.ts";
import { goodReboot, goTo, loadedKernel, normal, outcome } from "./lifecycle.ts";

/** Destinations 26 and 27, sources 4 and 5. */
function twoPages(profile: Profile): ReferenceKernel {
  const kernel = smallKernel({ profile });
  run(kernel, load([segment(26, 2)]), frames(0, 1, 2, 3, 4, 5, 6));
  return kernel;
}

const gates = ["reboot", "mutex_lock", "kexec_trylock", "kernel_kexec"];
const away = ["kernel_restart_prepare", "machine_shutdown"];

describe("the gates of reboot", () => {
  test.each<[claim: string, changes: Partial<RebootRequest>, expected: string]>([
    ["a caller without CAP_SYS_BOOT is refused", { capSysBoot: false }, "-EPERM"],
    ["wrong magic numbers are refused", { magic: false }, "-EINVAL"],
    ["a child PID namespace is refused", { childPidNamespace: true }, "-EINVAL"],
    ["rights come first", { capSysBoot: false, magic: false }, "-EPERM"],
  ])("%s before anything is locked", (_, changes, expected) => {
    const kernel = loadedKernel(seed);
    const thread = kernel.reboot({ ...goodReboot, ...changes });
    expect(outcome(kernel, thread)).toEqual([expected, "reboot", "sys_exit"]);
  });

  test("kexec_load_disabled is none: what is loaded may run", () => {
    const kernel = loadedKernel(v6_1);
    kernel.setKexecLoadDisabled();
    goTo(kernel, kernel.reboot(goodReboot), "relocate_kernel");
    expect(kernel.observe().machine).toBe("relocating");
  });
});

describe("reboot", () => {
  test("without an image returns EINVAL and releases everything", () => {
    const kernel = smallKernel();
    const left = ["kexec_unlock", "mutex_unlock", "sys_exit"];
    expect(outcome(kernel, kernel.reboot(goodReboot))).toEqual(["-EINVAL", ...gates, ...left]);
    expect(kernel.observe()).toMatchObject({ lockHolder: null, system_transition_mutex: null });
  });

  test("that finds the lock taken returns EBUSY and releases the mutex", () => {
    const kernel = loadedKernel(seed);
    const holder = goTo(kernel, kernel.kexecLoad(normal), "copy_from_user");
    const steps = [...gates.slice(0, 3), "mutex_unlock", "sys_exit"];
    expect(outcome(kernel, kernel.reboot(goodReboot))).toEqual(["-EBUSY", ...steps]);
    expect(kernel.observe()).toMatchObject({
      lockHolder: holder.id,
      system_transition_mutex: null,
    });
  });

  test("waits for another reboot", () => {
    const kernel = smallKernel();
    const first = goTo(kernel, kernel.reboot(goodReboot), "kexec_unlock");
    const second = goTo(kernel, kernel.reboot(goodReboot), "mutex_lock");
    expect([first.blocked, second.blocked]).toEqual([false, true]);
    expect(() => second.next()).toThrow("mutex_lock: expected a thread that can go on");
    expect(kernel.observe().system_transition_mutex).toBe(first.id);
    outcome(kernel, first);
    expect(second.blocked).toBe(false);
    expect(outcome(kernel, second)[0]).toBe("-EINVAL");
  });

  test("keeps the lock while devices are shut down, when a load gets EBUSY", () => {
    const kernel = loadedKernel(v6_1);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "machine_shutdown");
    expect(kernel.observe().lockHolder).toBe(thread.id);
    expect(run(kernel, normal).result).toBe("-EBUSY");
  });

  test("stops every other thread for good, and moves one page a step", () => {
    const kernel = loadedKernel(v6_1);
    const other = kernel.kexecLoad(normal);
    const thread = kernel.reboot(goodReboot);
    const [result, ...steps] = outcome(kernel, thread);
    expect([result, ...steps]).toEqual(["NaN", ...gates, ...away, "relocate_kernel*2"]);
    expect(kernel.observe().machine).toBe("newKernel");
    expect([thread.done, thread.gone, thread.result]).toEqual([false, true, null]);
    expect([other.done, other.gone, other.blocked]).toEqual([false, false, true]);
    expect(() => other.next()).toThrow("kexec_load_check: expected a thread that can go on");
  });

  test("is over at once when there is no page to move", () => {
    const kernel = smallKernel();
    run(kernel, load([segment(26, 0)]));
    expect(outcome(kernel, kernel.reboot(goodReboot))).toEqual(["NaN", ...gates, ...away]);
    expect(kernel.observe().machine).toBe("newKernel");
  });
});

describe("relocation", () => {
  test.each([
    ["6.12 exchanges pages", v6_12, [1, 0xa5, 33, 0xa5, 33]],
    ["7.2 copies them", v7_2, [1, 1, 33, 33, 0xa5]],
  ])("%s", (_, profile, [at26, at4, at27, at5, swap]) => {
    const kernel = twoPages(profile);
    outcome(kernel, kernel.reboot(goodReboot));
    const first = (frame: number) => kernel.bytesOf(frame)[0];
    expect([first(26), first(4), first(27), first(5)]).toEqual([at26, at4, at27, at5]);
    expect(first(1)).toBe(swap);
  });

  test("says before each step which page it will move", () => {
    const kernel = twoPages(v7_2);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "relocate_kernel");
    expect(thread.step).toMatchObject({ source: 4n * 32n, destination: 26n * 32n });
    expect(kernel.bytesOf(26)[0]).toBe(0xa5);
    thread.next();
    expect(kernel.bytesOf(26)).toEqual(segment(26).buf);
    expect(thread.step).toMatchObject({ source: 5n * 32n, destination: 27n * 32n });
  });

  test("arrives where the query on a copy says it does", () => {
    for (const profile of [seed, v6_1, v7_2, fixed]) {
      const kernel = twoPages(profile);
      const expected = kernel.relocate("kexec_image");
      outcome(kernel, kernel.reboot(goodReboot));
      expect([kernel.bytesOf(26), kernel.bytesOf(27)]).toEqual([...(expected?.values() ?? [])]);
    }
  });

  test("follows the list as it stands in memory: without an end the machine is lost", () => {
    const kernel = smallKernel({ bugs: { missingTerminate: true } });
    run(kernel, normal);
    outcome(kernel, kernel.reboot(goodReboot));
    expect(kernel.observe().machine).toBe("dead");
  });

  test("reaches any address, memory or not", () => {
    const kernel = smallKernel();
    const far = { ...segment(0, 1), mem: 1n << 40n };
    run(kernel, load([far]));
    outcome(kernel, kernel.reboot(goodReboot));
    expect(kernel.bytesOf(Number((1n << 40n) / BigInt(PAGE)))).toEqual(far.buf);
  });
});

test("an error number of reboot is told by the step sys_exit", () => {
  const kernel = smallKernel();
  const thread = goTo(kernel, kernel.reboot(goodReboot), "sys_exit");
  expect(thread.step).toMatchObject({ result: -errnos.EINVAL });
});
