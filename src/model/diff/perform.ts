import type { KexecEvent } from "../../../machines/events.ts";
import { resultName } from "../../kernel/errno.ts";
import { resultOf, returnValue } from "../../memory/call.ts";
import { taskRegion } from "../compose.ts";
import {
  type Answer,
  caller,
  type Deed,
  entries,
  isInterrupt,
  other,
  type Point,
  type Stop,
} from "./deed.ts";
import type { Kernel, KernelState, KernelStep, Wish } from "./kernel.ts";

/** What came of a deed. */
export interface Run {
  readonly after: KernelState;
  /** What the call returned, or how it ended otherwise; null when nobody is told anything. */
  readonly result: string | null;
  /** Whether the deed's answer was asked for, or its stop met. */
  readonly reached: boolean;
  /** What else could have happened on the way, if nothing was to fail. */
  readonly alternatives: readonly Answer[];
}

/** Does one deed to a kernel. Where the kernel does not decide, what succeeds happens. */
export function perform(kernel: Kernel, from: KernelState, deed: Deed): Run {
  switch (deed.kind) {
    case "call": {
      const entered = take(kernel, from, deed.enter);
      return entered
        ? drive(kernel, entered, { actor: caller, answer: deed.answer })
        : nothing(from);
    }
    case "begin": {
      const entered = take(kernel, from, deed.enter);
      return entered ? drive(kernel, entered, { actor: other, stop: deed.stop }) : nothing(from);
    }
    case "finish":
      return drive(kernel, from, { actor: other });
    case "event": {
      const entered = take(kernel, from, deed.event);
      if (entered) return drive(kernel, entered, { actor: null });
      // hardware comes and goes whether anybody listens or not; a file is there or is not
      const missing = kernel.own(deed.event) === null && deed.event.type === "kexec_limit_handler";
      return { ...nothing(from), result: missing ? "no such file" : null };
    }
  }
}

function nothing(from: KernelState): Run {
  return { after: from, result: null, reached: false, alternatives: [] };
}

function take(kernel: Kernel, state: KernelState, event: KexecEvent): KernelState | null {
  const own = kernel.own(event);
  return own && (state.steps((one) => one === own)[0]?.to() ?? null);
}

/** Who goes on, and what is to happen meanwhile. */
interface Drive {
  /** A task, or null when it is nobody's call. */
  readonly actor: number | null;
  readonly answer?: Answer | null;
  readonly stop?: Stop;
}

/** Goes on until the call has ended, is stopped, or can go no further. */
function drive(kernel: Kernel, from: KernelState, { actor, answer, stop }: Drive): Run {
  const goesOn = goingOn(actor);
  const counts = new Map<string, number>();
  const alternatives: Answer[] = [];
  let state = from;
  let result: string | null = null;
  let pending = answer ?? null;
  while (result === null) {
    const steps = state.steps(goesOn);
    const usual = choose(kernel, steps);
    if (!usual) return { ...ending(kernel, state, actor), reached: pending === null, alternatives };
    const { type } = usual.event;
    const at: Point = { type, nth: (counts.get(type) ?? 0) + 1 };
    if (stop && "before" in stop && stop.before === type) break;
    if (pending && pending.at.type === type && pending.at.nth === at.nth) {
      const instead = take(kernel, state, pending.event);
      pending = instead ? null : pending;
      if (instead) {
        // a signal or an oops comes before the step, which may still be taken
        if (!(answer && isInterrupt(answer.event))) counts.set(type, at.nth);
        state = instead;
        continue;
      }
    }
    counts.set(type, at.nth);
    if (answer === null) alternatives.push(...alternativesAt(at, steps, usual));
    if (type === "sys_exit") result = returned(kernel, state, actor);
    state = usual.to();
    if (stop && "after" in stop && stop.after === type) break;
  }
  const stopped = stop !== undefined && result === null;
  const reached = stop ? stopped : pending === null;
  return { after: state, result, reached, alternatives };
}

/** The next step of whoever goes on, or of the last CPU. */
function goingOn(actor: number | null): Wish {
  return (event) =>
    !entries.has(event.type) && !isInterrupt(event) && (!("task" in event) || event.task === actor);
}

/** Nothing fails, and a page that no request names is preferred. */
function choose({ layout }: Kernel, steps: readonly KernelStep[]): KernelStep | null {
  let best: KernelStep | null = null;
  let lowest = Infinity;
  for (const step of steps) {
    const { event } = step;
    let cost = 0;
    if ("outcome" in event && event.outcome !== "ok") cost = 2;
    if ("wrote" in event && event.wrote) cost = 2;
    if ("frame" in event) {
      cost = event.frame === null ? 2 : layout.isInterchangeable[event.frame] ? 0 : 1;
    }
    if (cost < lowest) [best, lowest] = [step, cost];
  }
  return best;
}

/** Steps that ask for memory: a signal makes them fail, and no other step notices one. */
const asking: ReadonlySet<KexecEvent["type"]> = new Set([
  "kimage_alloc_normal_control_pages",
  "kimage_alloc_page",
  "kimage_file_alloc_init",
  "kimage_load_segment",
]);

/** Steps before which an oops is tried: user memory is touched, or an image goes. */
const touching: ReadonlySet<KexecEvent["type"]> = new Set([
  "copy_user_segment_list",
  "copy_from_user",
  "kimage_free",
]);

/** What could have happened instead of a step, or before it. */
function alternativesAt(at: Point, steps: readonly KernelStep[], usual: KernelStep): Answer[] {
  const { event } = usual;
  const instead = steps
    .filter((step) => step !== usual && !("frame" in step.event && step.event.frame !== null))
    .map((step) => ({ at, event: step.event }));
  if (!("task" in event)) return instead;
  const { task } = event;
  return [
    ...instead,
    ...(asking.has(at.type) ? [{ at, event: { type: "sigkill", task } as const }] : []),
    ...(touching.has(at.type)
      ? [{ at, event: { type: "oops", task, fatal: false } as const }]
      : []),
  ];
}

function returned({ layout }: Kernel, { mem }: KernelState, actor: number | null): string | null {
  return actor === null ? null : resultName(returnValue(resultOf(layout, mem, actor)));
}

const ends = {
  newKernel: "the normal image runs",
  crashKernel: "the crash kernel runs",
  dead: "nothing runs any more",
} as const;

/** How it ended when nothing returns. */
function ending(
  kernel: Kernel,
  state: KernelState,
  actor: number | null,
): Pick<Run, "after" | "result"> {
  for (const [path, text] of Object.entries(ends)) {
    if (state.has(path)) return { after: state, result: text };
  }
  if (actor === null) return { after: state, result: null };
  const region = taskRegion(actor);
  const faulted = ["call", "file"].some((door) => state.has(`${region}.${door}.faulted`));
  if (faulted) {
    const died = take(kernel, state, { type: "oops", task: actor, fatal: false });
    return { after: died ?? state, result: "page fault, oops" };
  }
  return { after: state, result: state.has(`${region}.gone`) ? "oops" : "waits for the lock" };
}
