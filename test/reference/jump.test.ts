import { describe, expect, test } from "vitest";
import { PEER_ENTRY } from "../../src/reference/jump.ts";
import type { ReferenceKernel } from "../../src/reference/kernel.ts";
import { fixed, seed } from "../../src/reference/profiles.ts";
import { failAt, load, run, segment, smallKernel } from "./helpers.ts";
import { crash, goodReboot, goTo, jumpable, loadedKernel, normal, outcome } from "./lifecycle.ts";

const gates = ["reboot", "mutex_lock", "kexec_trylock", "kernel_kexec"];
const left = ["kexec_unlock", "mutex_unlock", "sys_exit"];
const there = ["freeze_processes", "dpm_suspend_start", "syscore_suspend", "swap_pages*2"];

/** Every frame of the machine but the swap page, which a jump uses. */
function memoryOf(kernel: ReferenceKernel): Uint8Array[] {
  const { swap_page } = kernel.observe().kexec_image ?? {};
  const all = Array.from({ length: kernel.config.frames }, (_, frame) => frame);
  return all.filter((frame) => frame !== swap_page).map((frame) => kernel.bytesOf(frame));
}

describe.each([
  ["the seed", seed],
  ["the fixed kernel", fixed],
])("a jump of %s", (_, profile) => {
  test("goes there and back, page by page, and returns 0", () => {
    const kernel = loadedKernel(profile);
    expect(outcome(kernel, kernel.reboot(goodReboot))).toEqual([
      ...["0", ...gates, ...there],
      ...["peer_returns", "swap_pages*2", "thaw_processes", ...left],
    ]);
  });

  test("leaves memory as it was if the peer wrote nothing", () => {
    const kernel = loadedKernel(profile);
    const before = memoryOf(kernel);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "peer_returns");
    expect(memoryOf(kernel)).not.toEqual(before);
    outcome(kernel, thread);
    expect(memoryOf(kernel)).toEqual(before);
  });

  test("brings home what the peer wrote into the pages that it was lent", () => {
    const kernel = loadedKernel(profile);
    const before = kernel.walk("kexec_image")?.find(({ kind }) => kind === "SOURCE");
    const source = Number((before?.address ?? 0n) / 32n);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "peer_returns");
    thread.next({ pages: new Map([[26, Uint8Array.of(7, 7)]]) });
    outcome(kernel, thread);
    expect([...kernel.bytesOf(source).subarray(0, 3)]).toEqual([7, 7, 3]);
    expect(kernel.bytesOf(26)[0]).toBe(0xa5);
  });

  test("leaves the image loaded, to be entered where the peer said", () => {
    const kernel = loadedKernel(profile);
    expect(kernel.observe().kexec_image?.start).toBe(0x40n);
    outcome(kernel, kernel.reboot(goodReboot));
    expect(kernel.observe().kexec_image?.start).toBe(PEER_ENTRY);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "peer_returns");
    thread.next({ start: 0x1234n });
    outcome(kernel, thread);
    expect(kernel.observe()).toMatchObject({ kexec_loaded: 1, kexec_image: { start: 0x1234n } });
  });
});

describe("a jump that does not begin", () => {
  test.each([
    ["some task does not freeze", "freeze_processes", ["freeze_processes"]],
    [
      "some device refuses, which thaws the tasks",
      "dpm_suspend_start",
      ["freeze_processes", "dpm_suspend_start", "thaw_processes"],
    ],
  ] as const)("returns EBUSY and undoes what it did: %s", (_, step, steps) => {
    const kernel = loadedKernel(seed);
    const before = kernel.observe();
    const got = outcome(kernel, kernel.reboot(goodReboot), failAt(step, "EBUSY"));
    expect(got).toEqual(["-EBUSY", ...gates, ...steps, ...left]);
    expect(kernel.observe()).toEqual(before);
  });

  test("is one for which a task is still in a call, whatever is decided", () => {
    const kernel = loadedKernel(seed);
    const other = kernel.kexecLoad(crash);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "freeze_processes");
    expect(() => thread.next("ok")).toThrow("freeze_processes: expected EBUSY, got ok");
    expect(outcome(kernel, thread)[0]).toBe("-EBUSY");
    outcome(kernel, other);
    expect(outcome(kernel, kernel.reboot(goodReboot))[0]).toBe("0");
  });

  test("is none because a task died in a call", () => {
    const kernel = loadedKernel(seed);
    kernel.oops(kernel.kexecLoad(normal), false);
    expect(outcome(kernel, kernel.reboot(goodReboot))[0]).toBe("0");
  });
});

describe("while a jump is under way", () => {
  test("others are frozen from freeze_processes to thaw_processes", () => {
    const kernel = loadedKernel(seed);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "dpm_suspend_start");
    const other = kernel.kexecLoad(normal);
    const seen: [string, boolean, string][] = [];
    for (let { step } = thread; step !== null; step = thread.next()) {
      seen.push([step.step, other.blocked, kernel.observe().machine]);
    }
    expect(seen).toEqual([
      ["dpm_suspend_start", true, "running"],
      ["syscore_suspend", true, "running"],
      ["swap_pages", true, "relocating"],
      ["swap_pages", true, "relocating"],
      ["peer_returns", true, "relocating"],
      ["swap_pages", true, "relocating"],
      ["swap_pages", true, "relocating"],
      ["thaw_processes", true, "running"],
      ["kexec_unlock", false, "running"],
      ["mutex_unlock", false, "running"],
      ["sys_exit", false, "running"],
    ]);
  });

  test("nothing panics once it is alone", () => {
    const kernel = loadedKernel(seed);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "swap_pages");
    expect(() => kernel.panic(thread)).toThrow(
      "panic: expected a kernel that runs, got relocating",
    );
  });

  test("the peer decides nothing but what it wrote", () => {
    const kernel = loadedKernel(seed);
    const thread = goTo(kernel, kernel.reboot(goodReboot), "peer_returns");
    expect(() => thread.next("ok")).toThrow("peer_returns: expected what the peer wrote, got ok");
  });

  test("a peer that destroys the list never comes home", () => {
    const kernel = loadedKernel(seed);
    const list = kernel.walk("kexec_image")?.[0]?.address ?? 0n;
    const thread = goTo(kernel, kernel.reboot(goodReboot), "peer_returns");
    thread.next({ pages: new Map([[Number(list / 32n), new Uint8Array(32)]]) });
    expect([thread.gone, kernel.observe().machine]).toEqual([true, "dead"]);
  });
});

test("an image without KEXEC_PRESERVE_CONTEXT does not come back", () => {
  const kernel = smallKernel();
  run(kernel, load([segment(26)]));
  outcome(kernel, kernel.reboot(goodReboot));
  expect(kernel.observe().machine).toBe("newKernel");
});

test("an image can be loaded again after a jump", () => {
  const kernel = loadedKernel(fixed);
  outcome(kernel, kernel.reboot(goodReboot));
  expect(run(kernel, jumpable).result).toBe("0");
  expect(kernel.observe().oopses).toEqual([]);
});
