import type { KexecEvent, TaskEvent } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import { imagePagesMax } from "../../memory/bounds.ts";
import { contentName } from "../../memory/content.ts";
import { contentOf, purposeOf, purposes } from "../../memory/frames.ts";
import { createLayout, type Layout, type Mem } from "../../memory/layout.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { World } from "../../model/worlds.ts";
import type { Bugs } from "../../reference/bugs.ts";
import { createKernel } from "../../reference/kernel.ts";
import type { Observation } from "../../reference/observe.ts";
import type { KexecLoadRequest } from "../../reference/state.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Difference, SystemUnderTest } from "../system.ts";
import { referenceRequest } from "./buffers.ts";
import { bytesOfContents, wrongByte } from "./contents.ts";
import { machineOf } from "./machine.ts";
import { modelView } from "./model-view.ts";
import type { Situation } from "./step-facts.ts";
import { type CallStep, decisionFor, placeDifferences, stepDifferences } from "./steps.ts";
import { type Running, systemView } from "./system-view.ts";
import { viewDifferences } from "./view.ts";

/** The reference kernel as a system under test; it never waits. */
export interface ReferenceSystem extends SystemUnderTest {
  readonly start: (world: World) => void;
  readonly perform: (event: KexecEvent, state: KexecState) => readonly Difference[];
  readonly end: () => void;
}

/** A reference kernel that runs beside the model. */
interface Lockstep extends Running {
  readonly threads: Map<number, Thread>;
  readonly layout: Layout;
  /** The world's requests, with buffers. */
  readonly requests: readonly KexecLoadRequest[];
  /** What a page with a content of the model must hold. */
  readonly bytesOf: (content: number) => Uint8Array | null;
  /** The model's state before the next event; null before the first one. */
  state: KexecState | null;
}

/**
 * The reference kernel at the model's scale, compared frame by frame after every step.
 *
 * @param bugs planted in the kernel, to test the tests
 */
export function referenceSystem({ bugs = {} }: { readonly bugs?: Bugs } = {}): ReferenceSystem {
  let lockstep: Lockstep | null = null;
  return {
    start: (world) => {
      lockstep = begin(world, bugs);
    },
    perform: (event, state) => {
      assert(lockstep !== null, "an event is performed before the system is started");
      const found = performEvent(lockstep, event, state);
      lockstep.state = state;
      return found;
    },
    end: () => {
      lockstep = null;
    },
  };
}

function begin({ bounds }: World, bugs: Bugs): Lockstep {
  const layout = createLayout(bounds);
  const machine = machineOf(bounds, bugs);
  const kernel = createKernel(machine.config);
  const pages_max = imagePagesMax(bounds);
  return {
    machine,
    kernel,
    requests: bounds.requests.map((asked, request) =>
      referenceRequest(asked, { request, pages_max }),
    ),
    threads: new Map(),
    layout,
    bytesOf: bytesOfContents(layout),
    state: null,
  };
}

function performEvent(
  lockstep: Lockstep,
  event: KexecEvent,
  after: KexecState,
): readonly Difference[] {
  if (event.type === "proc_dointvec_minmax") {
    // every other value is refused with EINVAL, before kexec sees it
    if (event.value === 1) lockstep.kernel.setKexecLoadDisabled();
    return memoryDifferences(lockstep, after.context.mem);
  }
  const early = performTaskEvent(lockstep, event);
  if (early.length > 0) return early;
  const { layout, threads } = lockstep;
  const { task } = event;
  return [
    ...placeDifferences({ layout, state: after, task }, threads.get(task)?.step ?? null),
    ...memoryDifferences(lockstep, after.context.mem),
  ];
}

/** @returns why the event could not be performed, as differences; none when it was */
function performTaskEvent(lockstep: Lockstep, event: TaskEvent): readonly Difference[] {
  const { threads, layout, state } = lockstep;
  const thread = threads.get(event.task);
  switch (event.type) {
    case "kexec_load": {
      if (thread !== undefined) return [notThere(event, thread.step?.step ?? "?")];
      threads.set(event.task, enter(lockstep, event.request));
      return [];
    }
    case "sigkill":
      if (thread === undefined) return [notThere(event, "user space")];
      thread.kill();
      return [];
    default: {
      if (thread === undefined || state === null) return [notThere(event, "user space")];
      return goOn(lockstep, event, thread, { layout, state, task: event.task });
    }
  }
}

function goOn(
  lockstep: Lockstep,
  event: CallStep,
  thread: Thread,
  situation: Situation,
): readonly Difference[] {
  const wrong = stepDifferences(event, situation, thread.step, lockstep.machine);
  if (wrong.length > 0) return wrong;
  thread.next(decisionFor(event, situation, lockstep));
  if (thread.done) lockstep.threads.delete(event.task);
  return [];
}

function enter({ kernel, requests }: Lockstep, request: number): Thread {
  const asked = requests[request];
  if (asked === undefined) throw new Error(`there is no request ${request}`);
  return kernel.kexecLoad(asked);
}

function notThere({ task, type }: TaskEvent, where: string): Difference {
  return { what: `step of task ${task}`, model: type, system: where };
}

/** Everything that both sides know of the kernel between two steps. */
function memoryDifferences(lockstep: Lockstep, mem: Mem): Difference[] {
  const seen = lockstep.kernel.observe();
  return [
    ...viewDifferences(modelView(lockstep.layout, mem), systemView(lockstep, seen)),
    ...contentDifferences(lockstep, mem, seen),
  ];
}

/** What list pages hold is compared as entries: the model keeps no content for them. */
function contentDifferences(
  { layout, machine, bytesOf }: Lockstep,
  mem: Mem,
  { frames }: Observation,
): Difference[] {
  const differences: Difference[] = [];
  for (let pfn = 0; pfn < layout.frames; pfn++) {
    if (purposeOf(layout, mem, pfn) === purposes.LIST) continue;
    const content = contentOf(layout, mem, pfn);
    const expected = bytesOf(content);
    const actual = frames.get(machine.frameOf(pfn))?.bytes;
    if (expected === null || actual === undefined) continue;
    const system = wrongByte(expected, actual);
    if (system === null) continue;
    differences.push({ what: `content of frame ${pfn}`, model: contentName(content), system });
  }
  return differences;
}
