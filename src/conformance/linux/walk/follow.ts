import { resultName } from "../../../kernel/errno.ts";
import type { Layout } from "../../../memory/layout.ts";
import { isOnCrash, isUnload } from "../../../memory/request.ts";
import type { Guest } from "../guest.ts";
import { compareOutside, type OutsideDifference } from "../outside/compare.ts";
import type { LoadedCall, SlotName } from "../outside/expected.ts";
import { observeOutside } from "../outside/view.ts";
import { formatLoad } from "../protocol.ts";
import type { BatchOutcome, Seen } from "./batch.ts";
import type { WalkCall } from "./walk.ts";

/** Something that the kernel does otherwise than the model says. */
export interface WalkDifference {
  readonly what:
    | "result"
    | "kexec_loaded"
    | "kexec_crash_loaded"
    | "lock"
    | "owned frames"
    | OutsideDifference["what"];
  readonly model: string;
  readonly kernel: string;
}

/** How far a walk has come. */
export interface Count {
  /** Of the statechart. */
  steps: number;
  calls: number;
  /** Calls that loaded an image. */
  loads: number;
  /** How often the machine was looked at from outside. */
  looks: number;
}

/** Where a walk and a kernel differ. */
export interface Parting {
  /** Steps of the statechart before the call. */
  readonly step: number;
  readonly differences: readonly WalkDifference[];
  /** The calls since nothing was loaded; the last one is where they differ. */
  readonly calls: readonly string[];
}

/** Compares the batches of one walk in turn. */
export interface Follower {
  /** @returns where the kernel first differs, or null */
  compare(calls: readonly WalkCall[], outcome: BatchOutcome): Promise<Parting | null>;
}

/** @param count is kept up to date */
export function createFollower(guest: Guest, layout: Layout, count: Count): Follower {
  const slots: Record<SlotName, LoadedCall | null> = {
    kexec_image: null,
    kexec_crash_image: null,
  };
  const frames = frameKeeper();
  let sinceEmpty: string[] = [];
  const follow = (call: WalkCall, seen: Seen | undefined): readonly WalkDifference[] => {
    sinceEmpty.push(call.label);
    const differences = compareSeen(call, seen);
    if (differences.length > 0) return differences;
    const { kexec_loaded, kexec_crash_loaded, result } = call.expect;
    const { request } = call.plan;
    const isLoaded = result === 0 && !isUnload(request);
    if (isLoaded) slots[isOnCrash(request) ? "kexec_crash_image" : "kexec_image"] = call;
    if (kexec_loaded === 0) slots.kexec_image = null;
    if (kexec_loaded + kexec_crash_loaded === 0) sinceEmpty = [];
    count.steps += call.steps;
    count.calls += 1;
    count.loads += isLoaded ? 1 : 0;
    return [];
  };
  const lookOutside = async ({ after }: WalkCall): Promise<readonly WalkDifference[]> => {
    const view = await observeOutside(guest);
    count.looks += 1;
    const calls = { ...slots, loading: null };
    return compareOutside(view, { layout, mem: after.context.mem, calls }, guest.memory);
  };
  const part = (differences: readonly WalkDifference[]): Parting | null =>
    differences.length === 0 ? null : { step: count.steps, differences, calls: sinceEmpty };
  return {
    async compare(calls, { seen, reserved_frames }) {
      for (const [i, call] of calls.entries()) {
        const parting = part(follow(call, seen[i]));
        if (parting !== null) return parting;
      }
      const last = calls.at(-1);
      if (last === undefined) return null;
      const owned = frames.compare(slots.kexec_image, reserved_frames);
      return part([...owned, ...(await lookOutside(last))]);
    },
  };
}

function compareSeen({ expect }: WalkCall, seen: Seen | undefined): WalkDifference[] {
  if (seen === undefined) return [{ what: "result", model: "one", kernel: "none" }];
  const pairs: readonly WalkDifference[] = [
    { what: "result", model: resultName(expect.result ?? 0), kernel: resultName(seen.result) },
    { what: "kexec_loaded", ...sides(expect.kexec_loaded, seen.kexec_loaded) },
    { what: "kexec_crash_loaded", ...sides(expect.kexec_crash_loaded, seen.kexec_crash_loaded) },
    { what: "lock", ...sides(expect.lock === null ? "free" : "held", seen.lock) },
  ];
  return pairs.filter(({ model, kernel }) => model !== kernel);
}

function sides(model: string | number, kernel: string | number) {
  return { model: String(model), kernel: String(kernel) };
}

/**
 * Compares the frames that the kernel owns: none when no normal image is loaded, and for the same
 * image always the same number. How many an image needs, the model does not say: its list pages and
 * page tables are smaller.
 */
function frameKeeper(): {
  readonly compare: (loaded: LoadedCall | null, owned: number) => WalkDifference[];
} {
  const known = new Map<string, number>([["", 0]]);
  return {
    compare: (loaded, owned) => {
      const key = loaded === null ? "" : formatLoad(loaded.request);
      const expected = known.get(key) ?? owned;
      known.set(key, expected);
      return expected === owned ? [] : [{ what: "owned frames", ...sides(expected, owned) }];
    },
  };
}
