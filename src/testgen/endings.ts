import { isFree, isLost } from "../memory/frames.ts";
import {
  get,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
  REQUEST,
  taskAt,
} from "../memory/layout.ts";
import { lockHolder } from "../memory/lock.ts";
import { taskOfPath } from "../model/compose.ts";
import { isAtEnd, machineState } from "../model/machine-state.ts";
import type { KexecState } from "../model/simulation.ts";

/** Why a state is no place for a test to end, or null when it is one. */
export function reasonToGoOn(layout: Layout, state: KexecState): string | null {
  if (isAtEnd(state)) return null;
  const busy = underWay(layout, state);
  if (busy !== null) return busy;
  return someTaskGone(state) ? null : leftBehind(layout, state.context.mem);
}

/** What is under way in a state: a jump, a call, a panic; or null. */
export function underWay(layout: Layout, state: KexecState): string | null {
  if (machineState(state) !== "running") return `a machine that is ${machineState(state)}`;
  const { mem } = state.context;
  for (let task = 0; task < layout.bounds.tasks; task++) {
    if (get(mem, taskAt(layout, task) + REQUEST) !== 0) return `task ${task} in a call`;
  }
  const { leaves } = state.configuration;
  const busy = leaves.find((path) => path.startsWith("running.") && !isAtRest(path));
  return busy === undefined ? null : `somebody at ${busy}`;
}

/** Whether a test may end in a state: nothing is under way, and nothing is left that could go. */
export function mayEnd(layout: Layout, state: KexecState): boolean {
  return reasonToGoOn(layout, state) === null;
}

/** Where nobody does anything. */
function isAtRest(path: string): boolean {
  return /\.(idle|gone|calm|writable)$/.test(path);
}

/** A task that is gone for good keeps what it held: such a run cannot give everything back. */
function someTaskGone({ configuration }: KexecState): boolean {
  return configuration.leaves.some((path) => taskOfPath(path) !== null && path.endsWith(".gone"));
}

/** What is still loaded or taken; a page that the model knows to be lost is nothing. */
function leftBehind(layout: Layout, mem: Mem): string | null {
  if (get(mem, KEXEC_IMAGE) !== 0) return "a loaded kexec_image";
  if (get(mem, KEXEC_CRASH_IMAGE) !== 0) return "a loaded kexec_crash_image";
  if (lockHolder(mem) >= 0) return "a lock that is held";
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    if (!isFree(layout, mem, pfn) && !isLost(layout, mem, pfn)) return `frame ${pfn} in use`;
  }
  return null;
}
