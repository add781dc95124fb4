import { describe, expect, test } from "vitest";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { isKilled } from "../../src/memory/call.ts";
import { isFree } from "../../src/memory/frames.ts";
import { alphabetOf } from "../../src/model/alphabet.ts";
import { type KexecModel, kexecModel } from "../../src/model/model.ts";
import { type KernelName, type World, worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import type { StateView } from "../../src/xstate/property.ts";
import { eachState } from "./explored.ts";

function worldNamed(name: string, kernel: KernelName = "seed"): World {
  const world = worldsOf("quick", kernel).find((one) => one.name === name);
  return world ?? expect.fail(`no quick world ${name}`);
}

/** The frames that a state's alphabet offers, task by task; null is the allocator's refusal. */
function offers(events: readonly KexecEvent[]): Map<number, (number | null)[]> {
  const found = new Map<number, (number | null)[]>();
  for (const event of events) {
    if (!("frame" in event)) continue;
    found.set(event.task, [...(found.get(event.task) ?? []), event.frame]);
  }
  return found;
}

describe("the page allocator", () => {
  const model = kexecModel(worldNamed("memory"));
  const { layout, world } = model;
  const alphabet = alphabetOf(world, layout);
  const ordinary = Array.from({ length: layout.bounds.frames }, (_, pfn) => pfn);
  const seen = { full: 0, killed: 0, parked: 0, none: 0 };
  const wrong: string[] = [];

  test("offers nothing, every free frame with a name, and one of the others", () => {
    eachState(model, (state) => {
      const { mem } = state.context;
      for (const [task, frames] of offers([...alphabet.in(state)])) {
        const free = ordinary.filter((pfn) => isFree(layout, mem, pfn));
        const alike = free.filter((pfn) => layout.interchangeable.includes(pfn));
        const expected = [null, ...free.filter((pfn) => !alike.slice(1).includes(pfn))];
        const kind = kindOf(frames, isKilled(layout, mem, task), free.length);
        seen[kind]++;
        const right = kind === "killed" || kind === "parked" ? [null] : expected;
        if (JSON.stringify(frames) !== JSON.stringify(right)) wrong.push(JSON.stringify(frames));
      }
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  test("all four cases occur", () => {
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });
});

/** Why a state offers the frames that it offers. */
function kindOf(
  frames: readonly (number | null)[],
  killed: boolean,
  free: number,
): "full" | "killed" | "parked" | "none" {
  if (killed) return "killed";
  if (free === 0) return "none";
  return frames.length === 1 ? "parked" : "full";
}

describe("what the alphabet leaves out makes no difference", () => {
  /** The states that are found when every allocation may return any free frame, or none. */
  function statesWithAllFrames(model: KexecModel): number {
    const { layout, machine, options, world } = model;
    const alphabet = alphabetOf(world, layout);
    const everything = (state: StateView<KexecContext>): KexecEvent[] =>
      [...alphabet.in(state)].flatMap((event): KexecEvent[] => {
        if (!("frame" in event)) return [event];
        if (event.frame !== null) return []; // null stands for the whole allocation
        const frames = Array.from({ length: layout.bounds.frames }, (_, pfn) => pfn);
        const free = frames.filter((pfn) => isFree(layout, state.context.mem, pfn));
        return [event, ...free.map((frame) => ({ ...event, frame }))];
      });
    const result = checkMachine<KexecContext, KexecEvent>(machine, {
      ...options,
      events: everything,
    });
    expect(result.incomplete).toBeNull();
    return result.states;
  }

  test("frames for a killed task, or beside a parked page, lead to no other state", () => {
    expect(statesWithAllFrames(kexecModel(worldNamed("memory")))).toBe(8122);
  }, 60_000);
});

describe("every event that is offered is one that the state takes", () => {
  test.each([
    ["race", "seed"],
    ["memory", "seed"],
    ["requests", "seed"],
    ["requests", "6.1"],
  ] as const)("in world %s, kernel %s", { timeout: 60_000 }, (name, kernel) => {
    const model = kexecModel(worldNamed(name, kernel));
    const alphabet = alphabetOf(model.world, model.layout);
    let offered = 0;
    const { transitions } = eachState(model, (state) => {
      const { mem } = state.context;
      // two events leave this state, and the request decides which of them is the next one
      const choices = state.configuration.leaves.filter((leaf) => leaf.endsWith(".slotChosen"));
      offered -= choices.length;
      offered += [...alphabet.in(state)].filter(
        // a second fatal signal changes nothing
        (event) => event.type !== "sigkill" || !isKilled(model.layout, mem, event.task),
      ).length;
    });
    expect(offered).toBe(transitions);
  });
});

describe("outcomes", () => {
  const known = new Map<KernelName, Map<string, Set<string>>>();

  /** The outcomes that are offered anywhere in the world of requests, by event type. */
  function outcomes(kernel: KernelName): Map<string, Set<string>> {
    const seen = known.get(kernel);
    if (seen) return seen;
    const model = kexecModel(worldNamed("requests", kernel));
    const alphabet = alphabetOf(model.world, model.layout);
    const found = new Map<string, Set<string>>();
    known.set(kernel, found);
    eachState(model, (state) => {
      for (const event of alphabet.in(state)) {
        if (!("outcome" in event)) continue;
        found.set(event.type, (found.get(event.type) ?? new Set()).add(event.outcome));
      }
    });
    return found;
  }

  type Case = readonly [
    claim: string,
    type: KexecEvent["type"],
    kernel: KernelName,
    expected: string,
  ];
  test.each<Case>([
    ["the list, under the lock", "copy_user_segment_list", "seed", "EFAULT ok"],
    ["the list, before it: memdup_user", "copy_user_segment_list", "6.1", "EFAULT ENOMEM ok"],
    ["the architecture fails twofold", "machine_kexec_prepare", "seed", "EBUSY ENOMEM ok"],
    ["x86-64 has no post-load step", "machine_kexec_post_load", "seed", "ok"],
    ["an image's structure", "do_kimage_alloc_init", "seed", "ENOMEM ok"],
    ["a page of a segment", "copy_from_user", "seed", "EFAULT ok"],
    ["vmcoreinfo", "kimage_crash_copy_vmcoreinfo", "seed", "ENOMEM ok"],
  ])("%s", { timeout: 60_000 }, (_, type, kernel, expected) => {
    expect([...(outcomes(kernel).get(type) ?? [])].sort().join(" ")).toBe(expected);
  });
});
