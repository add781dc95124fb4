import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import type { Layout } from "../../memory/layout.ts";
import { eventLabel } from "../describe.ts";

/** The task that makes whole calls, and the one that may be stopped inside a call meanwhile. */
export const caller = 0;
export const other = 1;

/** A step of a call, told by the C function that performs it: its nth one in that call. */
export interface Point {
  readonly type: KexecEvent["type"];
  readonly nth: number;
}

/**
 * How the environment answers a call where something fails: at one point an event happens that is
 * not the usual one. A fault stands instead of the step, a signal or an oops before it.
 */
export interface Answer {
  readonly at: Point;
  readonly event: KexecEvent;
}

/** Where a call of the other task is left, to be finished by a later deed. */
export type Stop = { readonly before: KexecEvent["type"] } | { readonly after: KexecEvent["type"] };

/** What fails in the other task's call, or null: it happens instead of the first step of its type. */
export type Fault = TaskEvent | null;

/** What is done to both kernels, as a whole. */
export type Deed =
  | { readonly kind: "call"; readonly enter: TaskEvent; readonly answer: Answer | null }
  /** The other task begins a call, and does not come to its end. */
  | {
      readonly kind: "begin";
      readonly enter: TaskEvent;
      readonly stop: Stop;
      readonly fault: Fault;
    }
  /** ... and now it does. */
  | { readonly kind: "finish" }
  /** What is done by nobody in particular: a sysctl is written, a CPU comes, a CPU panics. */
  | { readonly kind: "event"; readonly event: KexecEvent };

/** Events that begin something new. */
export const entries: ReadonlySet<KexecEvent["type"]> = new Set([
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "crash_size_show",
  "crash_size_store",
  "proc_dointvec_minmax",
  "kexec_limit_handler",
  "panic",
  "crash_handle_hotplug_event",
]);

/** What comes before a step of a call and is none itself. */
export function isInterrupt({ type }: KexecEvent): boolean {
  return type === "sigkill" || type === "oops";
}

/** The deed as a person reads it, without the answer. */
export function deedLabel(layout: Layout, deed: Deed): string {
  switch (deed.kind) {
    case "call":
      return eventLabel(layout, deed.enter);
    case "begin": {
      const { enter, stop, fault } = deed;
      const fails = fault ? `, ${eventLabel(layout, fault)},` : "";
      const where = "before" in stop ? `before ${stop.before}` : `after ${stop.after}`;
      return `task ${other} in ${eventLabel(layout, enter)}${fails} stops ${where}`;
    }
    case "finish":
      return `task ${other} goes on`;
    case "event":
      return eventName(layout, deed.event);
  }
}

/** What fails, or null when nothing does. */
export function answerLabel(layout: Layout, deed: Deed): string | null {
  if (deed.kind !== "call" || deed.answer === null) return null;
  const { at, event } = deed.answer;
  const count = at.nth === 1 ? "" : `${ordinal(at.nth)} `;
  if (event.type === "sigkill") return `killed before the ${count}${at.type}`;
  if (event.type === "oops") return `oops before the ${count}${at.type}`;
  return `${count}${eventLabel(layout, event)}`;
}

function eventName(layout: Layout, event: KexecEvent): string {
  return event.type === "crash_handle_hotplug_event"
    ? "a CPU or memory comes or goes"
    : eventLabel(layout, event);
}

function ordinal(n: number): string {
  return `${n}${n === 2 ? "nd" : n === 3 ? "rd" : "th"}`;
}
