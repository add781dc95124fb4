import type { KexecEvent } from "../../../../machines/events.ts";
import type { KexecStep, Simulation } from "../../../model/simulation.ts";
import { UNPROTECTS } from "./expect.ts";
import { createStates } from "./states.ts";
import type { KernelTrace } from "./trace-call.ts";
import { leafOf, spareFrame, type Tracked } from "./tracked.ts";

/** Steps that no function of any kernel shows: it is built into another one, or is none. */
const neverSeen: ReadonlySet<string> = new Set([
  "copy_user_segment_list",
  "kexec_trylock",
  "kimage_alloc_init",
  "copy_from_user",
  "xchg",
  "kexec_unlock",
]);

/** Steps that some kernels show, and the function that does. */
const seenBy: ReadonlyMap<string, string> = new Map([
  ["kexec_load_check", "kexec_load_permitted"],
  ["machine_kexec_post_load", "machine_kexec_post_load"],
]);

/** Every step of the watched task that leaves no sight, from one state. */
export function silentSteps(
  { layout, alphabet, step }: Simulation,
  trace: KernelTrace,
  tracked: Tracked,
): readonly KexecStep[] {
  const { state } = tracked;
  const isSilent = (event: KexecEvent): boolean => {
    if (!("task" in event) || event.task !== trace.task) return false;
    if (event.type === "kimage_alloc_page") {
      if (!leafOf(tracked, trace.task).startsWith(LIST_PAGE) || event.frame === null) return false;
      return event.frame === spareFrame(layout, state.context.mem, trace.task);
    }
    const shownBy = seenBy.get(event.type);
    if (shownBy !== undefined) return !trace.functions.includes(shownBy);
    return neverSeen.has(event.type) || event.type === "do_kexec_load";
  };
  return alphabet(state)
    .filter(isSilent)
    .flatMap((event) => {
      const taken = step(state, event);
      return taken && !taken.transitions.includes(UNPROTECTS) ? [taken] : [];
    });
}

/** The model's list pages are shorter than a kernel's: it needs some that the kernel does not. */
const LIST_PAGE = "call.locked.normalSegment.listPage";

/** Everywhere that silent steps lead to, the places where they begin included. */
export function silently(
  simulation: Simulation,
  trace: KernelTrace,
  from: readonly Tracked[],
): readonly Tracked[] {
  const found = createStates();
  const waiting = from.filter((tracked) => found.add(tracked));
  for (let tracked = waiting.pop(); tracked; tracked = waiting.pop()) {
    for (const { state, transitions } of silentSteps(simulation, trace, tracked)) {
      const next = { ...tracked, state, taken: new Set([...tracked.taken, ...transitions]) };
      if (found.add(next)) waiting.push(next);
    }
  }
  return found.all();
}
