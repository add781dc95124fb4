import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKernel, type ReferenceKernel } from "../../src/reference/kernel.ts";
import { fixed, type Profile, seed, v6_12, v7_2 } from "../../src/reference/profiles.ts";
import type { Decision, StepRecord } from "../../src/reference/step.ts";
import type { Thread } from "../../src/reference/thread.ts";
import { crashLoad, crashUnload, framesByUse, run, smallConfig, unload } from "./helpers.ts";
import {
  crash,
  crashFileLoad,
  crashFileUnload,
  fileLoad,
  fileUnload,
  goodReboot,
  jumpable,
  normal,
  outcome,
} from "./lifecycle.ts";

const hotplugCrash = crashLoad(crash.segments, { flags: 1 | 8 });

/** Ways to begin a thread. */
const doors: readonly ((kernel: ReferenceKernel) => Thread)[] = [
  (kernel) => kernel.kexecLoad(normal),
  (kernel) => kernel.kexecLoad(jumpable),
  (kernel) => kernel.kexecLoad(crash),
  (kernel) => kernel.kexecLoad(hotplugCrash),
  (kernel) => kernel.kexecLoad(unload),
  (kernel) => kernel.kexecLoad(crashUnload),
  (kernel) => kernel.kexecFileLoad(fileLoad(normal.segments)),
  (kernel) => kernel.kexecFileLoad(crashFileLoad(crash.segments)),
  (kernel) => kernel.kexecFileLoad(fileUnload),
  (kernel) => kernel.kexecFileLoad(crashFileUnload),
  (kernel) => kernel.reboot(goodReboot),
  (kernel) => kernel.crashSizeShow(),
  (kernel) => kernel.crashSizeStore(7n * 32n),
  (kernel) =>
    kernel.config.profile.crashHotplug ? kernel.hotplug(Uint8Array.of(1)) : kernel.crashSizeShow(),
];

type Pick = (below: number) => number;

/** A tenth of the time any failure, else what goes well, with any free frame. */
function decisionFor(kernel: ReferenceKernel, { choice }: StepRecord, pick: Pick): Decision {
  const fails = pick(10) === 0;
  if (choice.kind === "outcome") {
    return fails ? choice.outcomes[pick(choice.outcomes.length)] : undefined;
  }
  if (choice.kind !== "frame") return undefined;
  const free = Array.from({ length: 32 }, (_, frame) => frame).filter((f) => kernel.isFree(f));
  return fails || free.length === 0 ? null : free[pick(free.length)];
}

/** Lets up to three threads at a time run in any order, and then all of them to their end. */
function play(kernel: ReferenceKernel, pick: Pick, look: () => void): void {
  const threads: Thread[] = [];
  const advance = (thread: Thread): void => {
    if (thread.step === null) return;
    if (!thread.blocked) thread.next(decisionFor(kernel, thread.step, pick));
    look();
  };
  for (let move = 0; move < 150; move += 1) {
    const running = threads.filter(({ step }) => step !== null);
    const door = doors[pick(doors.length)];
    if (running.length < 3 && pick(4) === 0 && door !== undefined) threads.push(door(kernel));
    const next = running[pick(Math.max(1, running.length))];
    if (next !== undefined) advance(next);
  }
  for (let left = 400; left > 0 && threads.some(({ step }) => step !== null); left -= 1) {
    for (const thread of threads) advance(thread);
  }
}

function anyPlay(profile: Profile, look: (kernel: ReferenceKernel, isOver: boolean) => void): void {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
      const kernel = createKernel({ ...smallConfig, profile });
      const pick: Pick = (below) => (numbers.next().value ?? 0) % below;
      play(kernel, pick, () => look(kernel, false));
      look(kernel, true);
    }),
    { numRuns: 60 },
  );
}

describe("however threads interleave and whatever fails", () => {
  test.each([
    ["seed", seed],
    ["6.12", v6_12],
    ["7.2", v7_2],
    ["fixed", fixed],
  ])("the lock and the mutex are free when all threads have returned (%s)", (_, profile) => {
    anyPlay(profile, (kernel, isOver) => {
      const { machine, lockHolder, system_transition_mutex, frozen, oopses } = kernel.observe();
      if (!isOver || machine !== "running" || oopses.length > 0) return; // B2 keeps the lock
      expect([lockHolder, system_transition_mutex, frozen]).toEqual([null, null, false]);
    });
  });

  test("the fixed kernel never stumbles, loses no frame and keeps every right", () => {
    anyPlay(fixed, (kernel, isOver) => {
      const { oopses, frames, lockHolder, kexec_crash_image, machine } = kernel.observe();
      expect(oopses).toEqual([]);
      expect(Object.keys(framesByUse(kernel)).filter((use) => use.startsWith("lost"))).toEqual([]);
      if (lockHolder !== null || machine !== "running") return;
      const first = frames.get(16);
      expect(first?.writable).toBe(kexec_crash_image === null);
      expect(kernel.observe().vmcoreinfo_data_safecopy?.owner).toBe(
        kexec_crash_image === null ? undefined : "kexec_crash_image",
      );
      if (!isOver) return;
      expect(run(kernel, unload).result).toBe("0");
      expect(outcome(kernel, kernel.kexecFileLoad(crashFileUnload))[0]).toBe("0");
      expect(framesByUse(kernel)).toEqual({});
    });
  });
});
