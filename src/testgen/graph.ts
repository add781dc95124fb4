import type { KexecEvent, TaskEvent } from "../../machines/events.ts";
import { errnos } from "../kernel/errno.ts";
import { isKilled, isLoading, resultOf } from "../memory/call.ts";
import { localImage } from "../memory/kimage.ts";
import {
  get,
  KEXEC_CRASH_IMAGE,
  KEXEC_LOAD_DISABLED,
  type Layout,
  type Mem,
  planOf,
} from "../memory/layout.ts";
import { limitOf } from "../memory/limits.ts";
import { lockHolder } from "../memory/lock.ts";
import { isPlainFrame, parkedHit } from "../memory/pages.ts";
import { isOnCrash } from "../memory/request.ts";
import { canonicalMem } from "../memory/symmetry.ts";
import { taskRegion } from "../model/compose.ts";
import type { KexecState, KexecStep, Simulation } from "../model/simulation.ts";
import { mayEnd } from "./endings.ts";
import type { GroupName } from "./suite.ts";

/** A state of a world's graph; states that differ by symmetry only are one node. */
export interface GraphNode {
  readonly index: number;
  /** The plain state that it was first reached in. */
  readonly state: KexecState;
  /** Whether a test may end here: with everything given back, or where nothing can be. */
  readonly end: boolean;
  readonly out: GraphEdge[];
  readonly in: GraphEdge[];
}

export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly event: KexecEvent;
  /** Keys of the literals' transitions. */
  readonly transitions: readonly string[];
  /** What else a suite of transitions does once: every refusal, every step of a killed task. */
  readonly marks: readonly string[];
  /** What a test with this step needs, beside one caller. */
  readonly needs: readonly GroupName[];
}

/** The whole graph of one world; node 0 is the initial state. */
export interface TestGraph {
  readonly simulation: Simulation;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Identifies a state up to symmetry. */
export function stateKey(layout: Layout, state: KexecState): string {
  const mem = canonicalMem(layout, state.context.mem.slice());
  return `${state.configuration.id} ${Buffer.from(mem).toString("latin1")}`;
}

/** Explores a world breadth first and keeps every node and edge. */
export function buildGraph(simulation: Simulation): TestGraph {
  const { layout } = simulation;
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const known = new Map<string, GraphNode>();
  const nodeFor = (state: KexecState): GraphNode => {
    const key = stateKey(layout, state);
    const seen = known.get(key);
    if (seen) return seen;
    const node = { index: nodes.length, state, end: mayEnd(layout, state), out: [], in: [] };
    known.set(key, node);
    nodes.push(node);
    return node;
  };
  nodeFor(simulation.initial);
  for (let i = 0; i < nodes.length; i++) {
    const from = nodes[i];
    if (!from) break;
    for (const event of simulation.alphabet(from.state)) {
      const step = simulation.step(from.state, event);
      if (!step) continue;
      const to = nodeFor(step.state);
      const needs = needsOf(layout, from.state, event, step.state);
      const { transitions } = step;
      const marks = marksOf(simulation, from.state, event, step);
      const edge = { from, to, event, transitions, marks, needs };
      from.out.push(edge);
      to.in.push(edge);
      edges.push(edge);
    }
  }
  return { simulation, nodes, edges };
}

/**
 * What transitions alone do not tell apart: which request is refused by what it asks for (the order
 * of gates and rules shows in requests that break two of them), whether the task is killed, whether
 * an attempt uses up a limit, whether a panic loses a dump that it could have had.
 */
function marksOf(
  { world, layout }: Simulation,
  { context: { mem } }: KexecState,
  ...[event, step]: readonly [KexecEvent, KexecStep]
): string[] {
  if (event.type === "__crash_kexec") return lostDump(mem);
  if (!("task" in event) || event.task > 0 || !isLoading(layout, mem, event.task)) return [];
  const killed = isKilled(layout, mem, event.task);
  const marks = [
    ...(killed ? step.transitions.map((key) => `killed: ${key}`) : []),
    ...consumed(layout, mem, step),
  ];
  const disabled = get(mem, KEXEC_LOAD_DISABLED) !== 0;
  if (!refusals.includes(event.type) || disabled) return marks;
  if (!isLoading(layout, step.state.context.mem, event.task)) return marks;
  const refused = resultOf(layout, step.state.context.mem, event.task) !== 0;
  const { request } = planOf(layout, mem, event.task);
  return refused ? [...marks, `refused: ${world.name}, ${request.name}`] : marks;
}

/** A panic that cannot run the crash image although there is one, since somebody holds the lock. */
function lostDump(mem: Mem): string[] {
  const lost = lockHolder(mem) >= 0 && get(mem, KEXEC_CRASH_IMAGE) !== 0;
  return lost ? ["panic: the lock is held, and a crash image loaded"] : [];
}

/** An attempt that uses a load limit up. */
function consumed({ bounds }: Layout, before: Mem, { state: { context } }: KexecStep): string[] {
  if (!bounds.features.includes("load-limits")) return [];
  return (["reboot", "panic"] as const)
    .filter((limit) => limitOf(context.mem, limit) < limitOf(before, limit))
    .map((limit) => `consumed: kexec_load_limit_${limit}`);
}

/** The steps that refuse a request for what it asks, whatever happens. */
const refusals: readonly KexecEvent["type"][] = [
  "kexec_load_check",
  "kexec_load_permitted",
  "kimage_alloc_init",
  "sanity_check_segment_list",
];

/** What a step needs from the system under test. */
function needsOf(
  layout: Layout,
  state: KexecState,
  ...[event, after]: readonly [KexecEvent, KexecState]
): GroupName[] {
  const door = otherDoors.includes(event.type) || isCompat(layout, event) ? ["doors" as const] : [];
  if (!("task" in event)) return [...door, ...(machineNeeds[event.type] ?? [])];
  const own = runsOut(layout, event, after) ? "faults" : needOf(layout, state, event);
  const second = event.task > 0 ? ["two-callers" as const] : [];
  return [...door, ...(own ? [own] : []), ...second];
}

/** Whether a normal load by file fails for want of pages: the frames of a world are few. */
function runsOut(layout: Layout, event: TaskEvent, { context: { mem } }: KexecState): boolean {
  if (!("outcome" in event) || event.outcome !== "ok" || !isLoading(layout, mem, event.task)) {
    return false;
  }
  const { request } = planOf(layout, mem, event.task);
  const failed = resultOf(layout, mem, event.task) === errnos.ENOMEM;
  const killed = isKilled(layout, mem, event.task);
  return failed && !killed && request.file === true && !isOnCrash(request);
}

/** What begins anything but a call of kexec_load. */
const otherDoors: readonly KexecEvent["type"][] = [
  "kexec_file_load",
  "reboot",
  "crash_size_show",
  "crash_size_store",
  "kexec_limit_handler",
];

function isCompat({ bounds }: Layout, event: KexecEvent): boolean {
  return event.type === "kexec_load" && bounds.requests[event.request]?.compat === true;
}

const machineNeeds: { readonly [Type in KexecEvent["type"]]?: GroupName[] } = {
  panic: ["panics"],
  crash_handle_hotplug_event: ["hotplug"],
};

function needOf(layout: Layout, state: KexecState, event: TaskEvent): GroupName | null {
  const { mem } = state.context;
  switch (event.type) {
    case "sigkill":
      return "kills";
    case "oops":
      return "panics";
    case "kernel_restart_prepare":
    case "freeze_processes":
      return "reboots";
    case "kimage_file_alloc_init":
      return event.outcome === "ENOMEM" ? "faults" : null; // anybody can have bad files
    case "kexec_load": {
      const request = layout.bounds.requests[event.request];
      return request && (request.lsm !== 0 || request.lockdown !== 0) ? "policy" : null;
    }
    case "kimage_alloc_page":
    case "kimage_alloc_normal_control_pages": {
      if (event.frame === null) return isForced(layout, state, event.task) ? null : "faults";
      const image = localImage(layout, mem, event.task);
      return isPlainFrame(layout, mem, image, event.frame) ? null : "allocator";
    }
    default: {
      const failure = "outcome" in event ? event.outcome : "ok";
      return failure === "ok" || failure === "EFAULT" ? null : "faults";
    }
  }
}

/** Whether the kernel gets no page without any fault: it is killed, or takes a parked one. */
function isForced(layout: Layout, { context, configuration }: KexecState, task: number): boolean {
  if (isKilled(layout, context.mem, task)) return true;
  const wantsSource = configuration.leaves.some(
    (path) => path.startsWith(`${taskRegion(task)}.`) && path.endsWith(".sourcePage"),
  );
  return wantsSource && parkedHit(layout, context.mem, task) >= 0;
}
