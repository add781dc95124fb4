import { describe, expect, it } from "vitest";
import type { Guest } from "../../../../src/conformance/linux/guest.ts";
import type { GuestMemory } from "../../../../src/conformance/linux/guest-memory.ts";
import { parseSeen, type Seen } from "../../../../src/conformance/linux/walk/batch.ts";
import { type Count, createFollower } from "../../../../src/conformance/linux/walk/follow.ts";
import { beginWalk, type WalkCall } from "../../../../src/conformance/linux/walk/walk.ts";
import { walkWorlds } from "../../../../src/conformance/linux/walk/walk-worlds.ts";
import { simulate } from "../../../../src/model/simulation.ts";
import { chooser } from "../../../../src/testgen/random.ts";

const memory: GuestMemory = {
  base: 0x1000,
  crash: { start: 0xb000, end: 0xf000 },
  imagePagesMax: 19_731,
  limit: 2 ** 40,
  room: { control: 2, tables: 2 },
};

const simulations = new Map(walkWorlds("6.1").map((world) => [world.name, simulate(world)]));

describe("a long walk of the model", () => {
  it("is the same for the same seed, and another one for another", () => {
    expect(labels(walkOf(1).next(60))).toEqual(labels(walkOf(1).next(60)));
    expect(labels(walkOf(1).next(60))).not.toEqual(labels(walkOf(2).next(60)));
  });

  it("goes on where the last batch ended", () => {
    const whole = walkOf(3);
    const parts = walkOf(3);
    expect(labels([...parts.next(20), ...parts.next(40)])).toEqual(labels(whole.next(60)));
  });

  it("loads, replaces and unloads, and finds memory that cannot be read", () => {
    const calls = walkOf(1).next(300);
    const results = new Set(calls.map(({ expect: { result } }) => result));
    expect([...results].sort()).toEqual([-14, 0]);
    const loaded = calls.map(({ expect: seen }) => seen.kexec_loaded + seen.kexec_crash_loaded);
    expect(new Set(loaded)).toEqual(new Set([0, 1, 2]));
    expect(calls.some(({ label }) => label.includes("copy_from_user -> EFAULT"))).toBe(true);
  });

  it("takes every step of the statechart that a call consists of", () => {
    const calls = walkOf(1).next(300);
    const unload = calls.find(({ label }) => label.includes("unload"));
    const load = calls.find(({ request }) => request.segments?.length === 2);
    expect(unload?.steps).toBeGreaterThanOrEqual(6);
    expect(load?.steps).toBeGreaterThan(unload?.steps ?? 0);
  });

  it("goes through worlds of the checker, one of them with every kind of refusal", () => {
    const names = walkWorlds("6.1").map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(["reloads", "race", "region", "requests"]);
    const results = new Set(
      walkOf(1, "requests")
        .next(400)
        .map(({ expect: seen }) => seen.result),
    );
    expect([...results].sort()).toEqual([-1, -14, -22, -99, 0].sort());
  });
});

describe("whoever follows a walk", () => {
  const calls = walkOf(1).next(40);
  const at = 30;

  it.each([
    ["result", { result: -16 }, "0", "-EBUSY"],
    ["kexec_loaded", { kexec_loaded: 0 }, "1", "0"],
    ["lock", { lock: "held" }, "free", "held"],
  ] as const)(
    "sees a planted %s at its call, with both sides",
    async (what, planted, model, kernel) => {
      const index = calls.findIndex(
        ({ expect: seen }, i) => i >= at && seen.result === 0 && seen.kexec_loaded === 1,
      );
      const count: Count = { steps: 0, calls: 0, loads: 0, looks: 0 };
      const seen = calls.map((call, i) => ({ ...seenAs(call), ...(i === index ? planted : {}) }));
      const { layout } = walkOf(1).simulation;
      const follower = createFollower(nobody, layout, count);
      const parting = await follower.compare(calls, { seen, reserved_frames: 0 });
      expect(parting?.differences).toEqual([{ what, model, kernel }]);
      expect(parting?.calls.at(-1)).toBe(calls[index]?.label);
      const steps = calls.slice(0, index).reduce((sum, call) => sum + call.steps, 0);
      expect(parting?.step).toBe(steps);
      expect(count).toMatchObject({ calls: index, steps });
    },
  );

  it("tells the calls since nothing was loaded, and none before", async () => {
    const empty = calls.findLastIndex(
      ({ expect: seen }) => seen.kexec_loaded + seen.kexec_crash_loaded === 0,
    );
    const last = calls.length - 1;
    expect(empty).toBeLessThan(last);
    const seen = calls.map((call, i) =>
      i === last ? { ...seenAs(call), result: 7 } : seenAs(call),
    );
    const count: Count = { steps: 0, calls: 0, loads: 0, looks: 0 };
    const follower = createFollower(nobody, walkOf(1).simulation.layout, count);
    const parting = await follower.compare(calls, { seen, reserved_frames: 0 });
    expect(parting?.calls).toEqual(labels(calls.slice(empty + 1)));
  });
});

describe("what a guest says of a call in a batch", () => {
  it("is its result, both slots and the lock", () => {
    const seen = { result: -22, kexec_loaded: 1, kexec_crash_loaded: 0, lock: "free" };
    expect(parseSeen("-22/10f")).toEqual(seen);
    expect(parseSeen("0/01h")).toMatchObject({ result: 0, kexec_crash_loaded: 1, lock: "held" });
  });

  it("is refused when it is anything else", () => {
    for (const word of ["", "0", "0/1f", "0/20f", "0/10x", "x/10f"]) {
      expect(() => parseSeen(word)).toThrow("expected what a call did");
    }
  });
});

/** No machine: nobody looks at it before the first difference. */
const nobody = { memory } as Guest; // a guest that is not asked

function walkOf(seed: number, world = "reloads") {
  const simulation = simulations.get(world);
  if (simulation === undefined) throw new Error(`there is no world ${world}`);
  return beginWalk(simulation, memory, chooser(seed));
}

function labels(calls: readonly WalkCall[]): string[] {
  return calls.map(({ label }) => label);
}

function seenAs({ expect: { kexec_loaded, kexec_crash_loaded, result } }: WalkCall): Seen {
  return { result: result ?? 0, kexec_loaded, kexec_crash_loaded, lock: "free" };
}
