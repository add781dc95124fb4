import type { KexecSegment } from "../../../kernel/kexec.ts";
import { PAGE_SIZE_bytes, type Pfn } from "../../../memory/bounds.ts";
import { isOnCrash, type Request } from "../../../memory/request.ts";
import { pagesOf } from "../../../memory/segments.ts";
import { type Agent, GuestError } from "../agent.ts";
import type { Guest } from "../guest.ts";
import { guestCall } from "../guest-calls.ts";
import { type Stretch, stretchedPage, stretchTo } from "../guest-requests.ts";
import type { CallPlan } from "../plan.ts";
import type { LoadRequest } from "../protocol.ts";
import { withoutForeignPages } from "./call-nesting.ts";
import { type KernelEvent, parseEvents } from "./kernel-events.ts";
import { allocators, type Probe, probes } from "./probes.ts";

/** What a kernel did in one call of kexec_load, and what the model has of it. Plain data. */
export interface KernelTrace {
  /** The functions that the kernel let be probed: what is not among them is invisible. */
  readonly functions: readonly string[];
  readonly task: number;
  /** The model's request: an index into the world's requests. */
  readonly request: number;
  /** Where the kernel's segments are. */
  readonly segments: readonly TracedSegment[];
  /** Where the kernel's crash region begins. */
  readonly crashRegion: Pfn;
  readonly events: readonly KernelEvent[];
  /** What user space saw. */
  readonly result: number;
}

/** A segment of the kernel's request. */
export interface TracedSegment {
  readonly start: Pfn;
  readonly pages: number;
  /**
   * Kernel's page -> model's page, both counted from the segment's start. The model's segment may
   * be shorter: its pages then are the kernel's first ones, or those around an inserted gap.
   */
  readonly modelled: ReadonlyMap<number, number>;
}

/** Sets the probes of kexec_load; says which functions this kernel lets be probed. */
export async function startTracing({ trace }: Agent): Promise<readonly string[]> {
  const [own, general] = allocators;
  const without = (name?: string): readonly Probe[] => probes.filter((p) => p.name !== name);
  const functions = await trace.start(without(general));
  if (own !== undefined && functions.includes(own)) return functions;
  return await trace.start(without(own));
}

/**
 * Makes a planned call and records what the kernel does in it.
 *
 * @param functions what `startTracing` said
 * @throws GuestError when the call does not end, or the kernel has lost part of its record
 */
export async function traceCall(
  guest: Guest,
  functions: readonly string[],
  plan: CallPlan,
): Promise<KernelTrace> {
  const { task, request, bounds, secondListPage } = plan;
  const load = guestCall(plan, guest.memory, null);
  const stretch = secondListPage && stretchTo(request, secondListPage);
  const { events, result } = await recordLoad(guest.vm.agent, load);
  return {
    functions,
    task,
    request: bounds.requests.indexOf(request),
    segments: tracedSegments(request, load.segments ?? [], stretch),
    crashRegion: guest.memory.crash.start,
    events,
    result,
  };
}

/**
 * Makes a call and records what the kernel does in it.
 *
 * @param whilePaused what is done while the call is paused, if it pauses
 */
export async function recordLoad(
  { load: makeLoad, resume, trace }: Agent,
  load: LoadRequest,
  whilePaused: () => Promise<void> = async () => {},
): Promise<Pick<KernelTrace, "events" | "result">> {
  const task = load.task ?? 0;
  const quietly = { observe: "nothing" } as const;
  await trace.restart();
  let { state } = await makeLoad(load, quietly);
  while (state.kind === "paused") {
    await whilePaused();
    ({ state } = await resume(task, "deliver", quietly));
  }
  const { events, lost } = await trace.stop();
  if (state.kind !== "done") {
    throw new GuestError(`expected the call to end, got ${JSON.stringify(state)}`);
  }
  if (lost > 0) {
    throw new GuestError(
      `expected the whole function trace, got all but ${lost} events: the buffer is too small`,
    );
  }
  const own = events.filter((event) => event.task === task);
  return { events: withoutForeignPages(own), result: state.result };
}

/** Where the pages of a model's request are in the kernel's. */
function tracedSegments(
  request: Request,
  segments: readonly KexecSegment[],
  stretch: Stretch | null,
): readonly TracedSegment[] {
  return segments.map(({ mem, memsz }, segment) => {
    const own = request.segments[segment];
    const count = own && !isOnCrash(request) ? Math.min(pagesOf(own), PAGES_MAX) : 0;
    const pages = Array.from({ length: count }, (_, page) => page);
    return {
      start: Number(mem / PAGE_SIZE_bytes),
      pages: Number(memsz / PAGE_SIZE_bytes),
      modelled: new Map(
        pages.map((page) => [stretchedPage({ segment, page }, stretch).page, page]),
      ),
    };
  });
}

/** No world has so many frames: a segment that is larger is refused. */
const PAGES_MAX = 64;

/** A trace as it is saved: the agent's own words, task by its number. */
export interface SavedTrace extends Omit<KernelTrace, "segments" | "events"> {
  readonly segments: readonly {
    readonly start: Pfn;
    readonly pages: number;
    readonly modelled: readonly (readonly [kernel: number, model: number])[];
  }[];
  readonly events: readonly string[];
}

export function saveTrace(trace: KernelTrace): SavedTrace {
  return {
    ...trace,
    segments: trace.segments.map((one) => ({ ...one, modelled: [...one.modelled] })),
    events: trace.events.map((event) => {
      const values = event.kind === "enter" ? event.args : [event.value];
      const numbers = values.map((each) => each.toString(16));
      return [event.kind, event.function, String(event.task), ...numbers].join();
    }),
  };
}

export function restoreTrace(saved: SavedTrace): KernelTrace {
  const pids = Array.from({ length: saved.task + 1 }, (_, task) => `${task},${task}`);
  return {
    ...saved,
    segments: saved.segments.map((one) => ({ ...one, modelled: new Map(one.modelled) })),
    events: parseEvents(
      new Map([
        ["e", saved.events],
        ["pid", pids],
      ]),
    ),
  };
}
