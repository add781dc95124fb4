import { get, type Layout, LIMIT_PANIC, LIMIT_REBOOT, type Mem, planOf } from "./layout.ts";
import { isOnCrash } from "./request.ts";

/**
 * How often an image of each kind may still be loaded or unloaded.
 *
 * @source kernel/kexec_core.c:kexec_load_permitted, kexec_limit_handler
 */

export type LimitName = "reboot" | "panic";

function at(limit: LimitName): number {
  return limit === "panic" ? LIMIT_PANIC : LIMIT_REBOOT;
}

/** The limit, or -1 when there is none. */
export function limitOf(mem: Mem, limit: LimitName): number {
  return get(mem, at(limit)) - 1;
}

/** Whether a write is accepted: not negative, and smaller than the limit that there is. */
export function isLimitAccepted(mem: Mem, limit: LimitName, value: number): boolean {
  const old = limitOf(mem, limit);
  return value >= 0 && (old < 0 || value < old);
}

export function setLimit(mem: Mem, limit: LimitName, value: number): void {
  mem[at(limit)] = value + 1;
}

/** The limit of the kind of image that a task's request is about. */
export function ownLimit(layout: Layout, mem: Mem, task: number): LimitName {
  return isOnCrash(planOf(layout, mem, task).request) ? "panic" : "reboot";
}

/** One attempt is used up, whatever becomes of it. */
export function consumeLimit(layout: Layout, mem: Mem, task: number): void {
  const limit = ownLimit(layout, mem, task);
  const left = limitOf(mem, limit);
  if (left > 0) setLimit(mem, limit, left - 1);
}
