import type { KexecEvent } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import type { Bounds } from "../../memory/bounds.ts";
import { isKilled } from "../../memory/call.ts";
import { get, type Layout, SHRUNK } from "../../memory/layout.ts";
import { isLimitAccepted } from "../../memory/limits.ts";
import type { Request } from "../../memory/request.ts";
import type { Observables } from "../../model/observables.ts";
import type { Simulation } from "../../model/simulation.ts";
import type { SuiteTest } from "../../testgen/suite.ts";
import { type Door, doorOf } from "./doors.ts";
import { type Fault, faultsOf } from "./faults.ts";
import { changeOf, type MachineChange } from "./machine-changes.ts";
import { withNextSteps } from "./next-steps.ts";
import { obstacleTo } from "./obstacles.ts";
import { positionOf } from "./points.ts";
import type { PagePosition } from "./protocol.ts";
import { type ReplayedStep, replay } from "./replay.ts";
import { faultOf, type HoldPlace, type Piece, schedule, stepsInOrder } from "./schedule.ts";

/** How a test is made to happen in a kernel by what user space does. Knows no machine yet. */
export interface Plan<Extra = never> {
  readonly kind: "run";
  readonly actions: readonly ActionOf<Extra>[];
  /** Keys of the statechart's transitions that the kernel takes, once for each time. */
  readonly transitions: readonly string[];
  /**
   * Whether the test does what only the next boot takes back: not at all; before anything else, by
   * disabling loads; or later, or by a load limit or a smaller crash region.
   */
  readonly disablesLoading: "no" | "first" | "later";
}

/** Why a test cannot be run on an unmodified kernel. */
export interface Skip {
  readonly kind: "skip";
  readonly reason: string;
  /** Why, for the transitions that are the obstacles themselves. */
  readonly obstacles: ReadonlyMap<string, string>;
}

/** What a test of kexec_load alone does. */
export type Action = ActionOf<never>;

/** A call or write that is not kexec_load, or what happens to a caller or to the machine. */
export type DoorAction =
  | {
      readonly kind: "door";
      /** Who calls; 0 for a sysctl. */
      readonly task: number;
      readonly door: Door;
      readonly faults: readonly Fault[];
      readonly check: Check;
      readonly held: HeldAction<DoorAction> | null;
    }
  | { readonly kind: "event"; readonly event: MachineChange };

/** Where a call is held up, and what happens then. */
export interface HeldAction<Extra> {
  readonly at: HoldPlace;
  readonly meanwhile: readonly ActionOf<Extra>[];
}

export type ActionOf<Extra> =
  | Extra
  /** The kernel accepts 1 and nothing else. */
  | { readonly kind: "write"; readonly value: number; readonly check: Check }
  | {
      readonly kind: "call";
      readonly call: CallPlan;
      readonly check: Check;
      readonly held: HeldAction<Extra> | null;
    };

/** What must be seen after a step of the test. */
export interface Check {
  /** Index of the step in the test. */
  readonly step: number;
  /** The call or write that it ends. */
  readonly label: string;
  readonly expect: Observables;
  /** Whether the caller does not live to see the result. */
  readonly dies: boolean;
}

/** What a caller asks for, and what its memory is like. */
export interface CallPlan {
  readonly task: number;
  readonly request: Request;
  readonly bounds: Bounds;
  readonly listReadable: boolean;
  /** The first page of the buffers that cannot be read, or null. */
  readonly fault: PagePosition | null;
  /** What the debugger makes fail. */
  readonly faults: readonly Fault[];
  /** The first page whose entry needs another list page first, or null. */
  readonly secondListPage: PagePosition | null;
}

/** A plan that may go through other doors than kexec_load. */
export type DoorPlan = Plan<DoorAction>;

/** Plans a test of a world, if it calls nothing but kexec_load. */
export function planTest(test: SuiteTest, simulation: Simulation): Plan | Skip {
  const plan = planDoors(test, simulation);
  if (plan.kind === "skip") return plan;
  const [more] = plan.actions.flatMap((action) => beyondLoads(action));
  return more === undefined ? onlyLoads(plan) : skip(more);
}

/** The same plan, when nothing in it is beyond kexec_load. */
function onlyLoads({ actions, ...plan }: DoorPlan): Plan {
  const isLoad = (action: ActionOf<DoorAction>): action is Action =>
    action.kind === "write" || action.kind === "call";
  return { ...plan, actions: actions.filter(isLoad) };
}

/** What an action needs beyond kexec_load and its sysctl. */
function beyondLoads(action: ActionOf<DoorAction>): string[] {
  switch (action.kind) {
    case "write":
      return [];
    case "door":
      return ["a call must be made that is not kexec_load"];
    case "event":
      return [happening[action.event.kind]];
    case "call": {
      const { faults, request } = action.call;
      const { lsm, lockdown, compat } = request;
      return [
        ...(lsm || lockdown ? ["a security module or the lockdown must refuse the call"] : []),
        ...(compat ? ["the call must come through the 32-bit entry"] : []),
        ...(faults.length > 0 ? ["a function of the kernel must fail"] : []),
        ...(action.held?.meanwhile.flatMap((other) => beyondLoads(other)) ?? []),
      ];
    }
  }
}

const happening: { readonly [Kind in MachineChange["kind"]]: string } = {
  kill: "a fatal signal must arrive between two chosen steps",
  bug: "a task must hit a bug in the kernel at a chosen step",
  hotplug: "a CPU must be taken away",
  ending: "the machine must end",
};

/**
 * Plans a test of a world.
 *
 * Where calls overlap, their steps are put into an order that user space can bring about. Then the
 * model says what is seen after each call in that order; only the calls' results, which no order
 * may change, are still the test's.
 */
export function planDoors(test: SuiteTest, simulation: Simulation): DoorPlan | Skip {
  const { layout } = simulation;
  const original = replay(
    simulation,
    test.steps.map(({ event }, index) => ({ index, event })),
  );
  if (original === null) return skip("the model has no such run: the suite is another model's");
  const obstacles = original.flatMap((step) => {
    const reason = obstacleTo(layout, step);
    return reason === null ? [] : step.transitions.map((key) => [key, reason] as const);
  });
  const [obstacle] = obstacles;
  if (obstacle) return skip(obstacle[1], new Map(obstacles));
  const pieces = schedule(layout, withNextSteps(simulation, original));
  if (typeof pieces === "string") return skip(pieces);
  const ordered = stepsInOrder(pieces);
  const isReordered = ordered.some(({ index }, i) => index !== i);
  const run = isReordered ? replay(simulation, ordered) : original;
  if (run === null || !sameResults(original, run)) {
    return skip("a caller must be held before it tries the lock");
  }
  const after = new Map(run.map((step) => [step.index, step.expect]));
  const checkAt = (all: readonly ReplayedStep[]): Check => {
    const steps = all.filter(({ isNext }) => !isNext);
    const first = test.steps[steps[0]?.index ?? -1];
    const index = steps.at(-1)?.index ?? -1;
    const said = test.steps[index]?.expect;
    const model = after.get(index);
    assert(
      first !== undefined && said !== undefined && model !== undefined,
      `${test.id} has no step ${index}`,
    );
    const expect = isReordered ? { ...model, result: said.result } : said;
    return { step: index, label: first.label, expect, dies: dies(layout, steps, run) };
  };
  return {
    kind: "run",
    actions: pieces.map((piece) => actionOf(layout, piece, checkAt)),
    transitions: run.flatMap(({ transitions }) => transitions),
    disablesLoading: disablesLoading(run),
  };
}

function actionOf(
  layout: Layout,
  piece: Piece,
  checkAt: (steps: readonly ReplayedStep[]) => Check,
): ActionOf<DoorAction> {
  if (piece.kind === "event") {
    return { kind: "event", event: changeOf(layout, piece.steps) };
  }
  const first = piece.kind === "write" ? piece.step : piece.steps[0];
  const steps = piece.kind === "write" ? [piece.step] : piece.steps;
  const held = piece.kind === "call" && piece.held;
  const heldAction = held
    ? { at: held.at, meanwhile: held.meanwhile.map((other) => actionOf(layout, other, checkAt)) }
    : null;
  const door = first ? doorOf(layout, first) : null;
  const check = checkAt(steps);
  if (door) {
    const task = piece.kind === "call" ? piece.task : 0;
    return { kind: "door", task, door, faults: faultsOf(layout, steps), check, held: heldAction };
  }
  if (piece.kind === "write") {
    const { event } = piece.step;
    assert(event.type === "proc_dointvec_minmax", "a write is to a sysctl");
    return { kind: "write", value: event.value, check };
  }
  return { kind: "call", call: callPlan(layout, piece.task, steps), check, held: heldAction };
}

/** Whether a caller is gone before it sees its result. */
function dies(
  layout: Layout,
  steps: readonly ReplayedStep[],
  run: readonly ReplayedStep[],
): boolean {
  const last = steps.at(-1);
  if (last === undefined || !("task" in last.event)) return false;
  const { task } = last.event;
  if (last.event.type !== "sys_exit") return true;
  const exit = run.find(({ index }) => index === last.index);
  return exit !== undefined && isKilled(layout, exit.before.context.mem, task);
}

/** What a call of a replayed run asks for. */
export function callPlan(layout: Layout, task: number, steps: readonly ReplayedStep[]): CallPlan {
  const [entry] = steps;
  const index = entry?.event.type === "kexec_load" ? entry.event.request : -1;
  const request = layout.bounds.requests[index];
  assert(request !== undefined, `a call has no request ${index}`);
  const listPage = steps.find(({ transitions }) => transitions.some((key) => isListPage(key)));
  return {
    task,
    request,
    bounds: layout.bounds,
    listReadable: !steps.some(({ event }) => isUnreadableList(event)),
    fault: faultOf(layout, steps),
    faults: faultsOf(layout, steps),
    secondListPage: listPage ? positionOf(layout, listPage) : null,
  };
}

function isListPage(transition: string): boolean {
  return transition.startsWith("call.locked.normalSegment.listPageForSource kimage_alloc_page ");
}

function isUnreadableList(event: KexecEvent): boolean {
  return event.type === "copy_user_segment_list" && event.outcome === "EFAULT";
}

function skip(reason: string, obstacles: Skip["obstacles"] = new Map()): Skip {
  return { kind: "skip", reason, obstacles };
}

function sameResults(a: readonly ReplayedStep[], b: readonly ReplayedStep[]): boolean {
  const results = new Map(a.map(({ index, expect }) => [index, expect.result]));
  return b.every(({ index, expect }) => results.get(index) === expect.result);
}

function disablesLoading(run: readonly ReplayedStep[]): Plan["disablesLoading"] {
  if (run.some(({ event }) => endsSomething.has(event.type))) return "later";
  const at = run.findIndex(
    ({ event }) => event.type === "proc_dointvec_minmax" && event.value === 1,
  );
  const isSpent = run.some(
    ({ event, before: { context } }) =>
      get(context.mem, SHRUNK) !== 0 ||
      (event.type === "kexec_limit_handler" &&
        isLimitAccepted(context.mem, event.limit, event.value)),
  );
  if (isSpent) return "later";
  return at < 0 ? "no" : at === 0 ? "first" : "later";
}

/** Steps after which the machine is not what it was, whatever is unloaded. */
const endsSomething: ReadonlySet<string> = new Set([
  "oops",
  "panic",
  "crash_handle_hotplug_event",
  "kernel_restart_prepare",
]);
