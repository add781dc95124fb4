import { kexecProperties } from "../../../properties/index.ts";
import { assert } from "../../base/assert.ts";
import { resultName } from "../../kernel/errno.ts";
import { PAGE_SIZE_bytes } from "../../memory/bounds.ts";
import { runWorld } from "../../model/run.ts";
import { simulate } from "../../model/simulation.ts";
import { type KernelName, suiteWorlds, type World } from "../../model/worlds.ts";
import { GuestError } from "./agent.ts";
import type { Gdb } from "./gdb.ts";
import { bootGuest, type Guest } from "./guest.ts";
import { guestCall } from "./guest-calls.ts";
import { stretchedPage, stretchTo } from "./guest-requests.ts";
import type { Kernel } from "./kernels.ts";
import { type CallPlan, callPlan } from "./plan.ts";
import type { CallState, LoadRequest, PagePosition } from "./protocol.ts";
import { replay } from "./replay.ts";
import { KIMAGE_NO_DEST, skipCall } from "./skip-call.ts";

/**
 * B8 on Linux: the model finds a run in which a page frame is lost for good; the same run is made
 * to happen in a kernel, and the kernel loses a frame each time.
 */

const PROPERTY = "lock-free-frames-are-installed";
const WORLD = "empty-segment";
const FAILING_CALLS = 3;

export interface B8Options {
  /** Whose model finds the run. */
  readonly name: KernelName;
  readonly kernel: Kernel;
  readonly signal?: AbortSignal;
  readonly onProgress?: (line: string) => void;
}

/** Plain data. */
export interface B8Run {
  readonly release: string;
  readonly package: string | null;
  readonly model: {
    readonly property: string;
    readonly world: string;
    /** The run that violates the property, one step a line. */
    readonly steps: readonly string[];
    readonly result: string;
    readonly lost_frames: number;
  };
  readonly calls: readonly B8Call[];
  /** Whether every call ended and lost as the model says. */
  readonly agrees: boolean;
  readonly boot_ms: number;
  readonly total_ms: number;
}

/** One call, made when nothing is loaded. */
export interface B8Call {
  /** Which allocation the debugger makes fail, or none. */
  readonly fails: "list page of a source page" | "first list page" | "source page" | "none";
  readonly result: string;
  /** Frames that the kernel owns after the call and an unload, more than before. */
  readonly lost_frames: number;
  /** What the model says. */
  readonly expected: { readonly result: string; readonly lost_frames: number };
}

/** The transition that loses the page frame: the list page for a source page is refused. */
const LOSING_TRANSITION = "call.locked.normalSegment.listPageForSource kimage_alloc_page 1";

/** How often the kernel was seen to take the transition that loses a page frame. */
export function transitionsOfB8({ calls }: B8Run): Readonly<Record<string, number>> {
  const losses = calls.filter(({ fails, result, lost_frames, expected }) => {
    const asExpected = result === expected.result && lost_frames === expected.lost_frames;
    return fails === "list page of a source page" && lost_frames > 0 && asExpected;
  }).length;
  return losses === 0 ? {} : { [LOSING_TRANSITION]: losses };
}

/**
 * Makes B8 happen three times, and three other loads that must not lose anything.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export async function runB8(options: B8Options): Promise<B8Run> {
  const { kernel, signal, onProgress = () => {} } = options;
  const began = performance.now();
  onProgress(`checking ${PROPERTY} in the world ${WORLD}`);
  const found = findRun(options.name);
  onProgress(`booting ${kernel.package ?? kernel.path}`);
  const guest = await bootGuest(kernel, signal);
  try {
    const calls = await makeCalls(guest, found);
    return {
      release: guest.release,
      package: kernel.package,
      model: found.model,
      calls,
      agrees: calls.every(
        ({ result, lost_frames, expected }) =>
          result === expected.result && lost_frames === expected.lost_frames,
      ),
      boot_ms: guest.vm.boot_ms,
      total_ms: Math.round(performance.now() - began),
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    await guest.vm.stop();
  }
}

interface Found {
  readonly model: B8Run["model"];
  /** The call that loses the frame. */
  readonly call: CallPlan;
  /** The page of its segments whose entry needs the list page that is not to be had. */
  readonly listPage: PagePosition;
}

/** Lets the checker find a run, and reads from it what the caller asks for. */
function findRun(name: KernelName): Found {
  const world = suiteWorlds(name).find((other) => other.name === WORLD);
  assert(world !== undefined, `the suite has no world ${WORLD}`);
  const trace = violation({ ...world, sigkill: false });
  const simulation = simulate(world);
  const events = [...trace.map(({ event }) => event), { type: "sys_exit", task: 0 } as const];
  const steps = replay(
    simulation,
    events.map((event, index) => ({ index, event })),
  );
  assert(steps !== null, "the checker's run cannot be replayed");
  const end = steps.at(-1)?.expect;
  const call = callPlan(simulation.layout, 0, steps);
  const listPage = call.secondListPage;
  assert(listPage !== null, "the checker's run needs no list page for a source page");
  return {
    model: {
      property: PROPERTY,
      world: WORLD,
      steps: trace.map(({ label }) => label),
      result: resultName(end?.result ?? 0),
      lost_frames: end?.owned_frames ?? 0,
    },
    call,
    listPage,
  };
}

function violation(world: World) {
  const { properties } = runWorld({
    world,
    properties: (layout) => kexecProperties(layout).filter(({ name }) => name === PROPERTY),
  });
  const trace = properties[0]?.trace;
  assert(trace !== null && trace !== undefined, `${PROPERTY} holds: there is no B8 to show`);
  return trace.steps;
}

async function makeCalls(guest: Guest, found: Found): Promise<B8Call[]> {
  const kimage_alloc_page = await guest.vm.agent.symbol("kimage_alloc_page");
  const { result, lost_frames } = found.model;
  const failing = loadOf(guest, found);
  const calls: B8Call[] = [];
  const make = async (fails: B8Call["fails"], attempt: Attempt, expected: B8Call["expected"]) => {
    const before = await ownedFrames(guest);
    const ended = await loadAndUnload(guest, attempt, kimage_alloc_page);
    const lost = (await ownedFrames(guest)) - before;
    calls.push({ fails, result: resultName(ended), lost_frames: lost, expected });
  };
  const nothing = { result, lost_frames: 0 };
  await make("first list page", { ...failing, pause: null, rdx: KIMAGE_NO_DEST }, nothing);
  await make("source page", { ...failing, rdx: failing.destination }, nothing);
  for (let i = 0; i < FAILING_CALLS; i++) {
    const expected = { result, lost_frames };
    await make("list page of a source page", { ...failing, rdx: KIMAGE_NO_DEST }, expected);
  }
  await make("none", { ...failing, rdx: null }, { result: resultName(0), lost_frames: 0 });
  return calls;
}

interface Attempt {
  readonly request: LoadRequest;
  /** Where the load is paused, so that the debugger need not stop at every page; or null. */
  readonly pause: PagePosition | null;
  /** The call of kimage_alloc_page to fail is the next one with this destination. Null: none. */
  readonly rdx: bigint | null;
}

/** The load, paused at the page before the one whose entry needs the second list page. */
function loadOf({ memory }: Guest, { call, listPage }: Found) {
  const request = guestCall(call, memory, null);
  const { segment, page } = stretchedPage(listPage, stretchTo(call.request, listPage));
  const mem = request.segments?.[segment]?.mem ?? 0n;
  return {
    request,
    pause: { segment, page: page - 1 },
    destination: mem + BigInt(page) * PAGE_SIZE_bytes,
  };
}

/** Makes the load with one allocation failing, then takes away what is loaded. */
async function loadAndUnload(
  { vm: { agent, openGdb } }: Guest,
  { request, pause, rdx }: Attempt,
  kimage_alloc_page: bigint,
): Promise<number> {
  const load = async () => {
    if (pause === null) return (await agent.load(request)).state;
    return (await agent.resume(request.task ?? 0, "deliver")).state;
  };
  if (pause !== null) {
    const { state } = await agent.load({ ...request, pauses: [pause] });
    if (state.kind !== "paused") throw unexpected("the load to pause", state);
  }
  const state = rdx === null ? await load() : await failing(await openGdb(), rdx);
  if (state.kind !== "done") throw unexpected("the load to end", state);
  const unload = await agent.load({ segments: [] });
  if (unload.state.kind !== "done") throw unexpected("the unload to end", unload.state);
  return state.result;

  async function failing(gdb: Gdb, equals: bigint): Promise<CallState> {
    try {
      const skip = await skipCall(gdb, {
        address: kimage_alloc_page,
        when: { register: "rdx", equals },
        returns: 0n,
      });
      const ended = await load();
      await skip.skipped;
      return ended;
    } finally {
      await gdb.close();
    }
  }
}

async function ownedFrames({ vm: { agent } }: Guest): Promise<number> {
  const { reserved_frames } = await agent.observe("frames");
  if (reserved_frames !== null) return reserved_frames;
  throw new GuestError("expected a count of reserved frames, got none");
}

function unexpected(expected: string, state: CallState): GuestError {
  return new GuestError(`expected ${expected}, got ${JSON.stringify(state)}`);
}
