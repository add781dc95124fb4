import { errnos, resultName } from "../../kernel/errno.ts";
import type { Observables } from "../../model/observables.ts";
import { type CallOutcome, GuestError } from "./agent.ts";
import { doorRequest } from "./doors.ts";
import type { Guest } from "./guest.ts";
import { guestCall } from "./guest-calls.ts";
import type { ActionOf, Check, DoorAction, DoorPlan } from "./plan.ts";
import type { CallState, Observation } from "./protocol.ts";
import type { HoldPlace } from "./schedule.ts";

/** Something that the kernel does otherwise than the model says. */
export interface Divergence {
  /** Index of the step in the test, from 0; its number of steps for what is seen at the end. */
  readonly step: number;
  /** The call or write that ends with the step. */
  readonly label: string;
  readonly what: "result" | "kexec_loaded" | "kexec_crash_loaded" | "lock" | "owned frames";
  readonly model: string;
  readonly kernel: string;
}

/**
 * Makes a planned test happen, and compares what is seen after each call.
 *
 * Owned frames are compared by direction: a kernel needs more control pages, tables and list pages
 * than the model has. Only at the end, when no image is left, the count must be the one of before.
 *
 * @returns what differed at the first step where something did; empty when nothing ever did
 * @throws GuestError when the guest does not do what its protocol says
 */
export async function play(guest: Guest, plan: DoorPlan): Promise<readonly Divergence[]> {
  const before = await observe(guest);
  const progress: Progress = { model: 0, kernel: before.reserved_frames };
  const divergences = await perform(guest, plan.actions, progress);
  if (divergences.length > 0) return divergences;
  const after = await observe(guest);
  if (after.reserved_frames === before.reserved_frames) return [];
  const last = plan.actions.at(-1)?.check;
  return [
    {
      step: (last?.step ?? 0) + 1,
      label: "the end of the test",
      what: "owned frames",
      model: "as before the test",
      kernel: `${before.reserved_frames} -> ${after.reserved_frames}`,
    },
  ];
}

/** Owned frames when they were last compared. */
interface Progress {
  model: number;
  kernel: number;
}

/** An observation that is complete. */
type Sight = Observation & { readonly reserved_frames: number };

async function perform(
  guest: Guest,
  actions: readonly AnyAction[],
  progress: Progress,
): Promise<readonly Divergence[]> {
  for (const action of actions) {
    const divergences =
      action.kind === "write"
        ? await write(guest, action, progress)
        : action.kind === "door"
          ? await door(guest, action, progress)
          : await call(guest, action, progress);
    if (divergences.length > 0) return divergences;
  }
  return [];
}

type AnyAction = ActionOf<DoorAction>;
type Write = Extract<AnyAction, { kind: "write" }>;
type Call = Extract<AnyAction, { kind: "call" }>;

async function door(guest: Guest, action: DoorAction, progress: Progress) {
  const { door: planned, check } = action;
  const { agent } = guest.vm;
  if (planned.door === "limit") {
    const result = await agent.writeSysctl(`kexec_load_limit_${planned.limit}`, planned.value);
    const expected = planned.isAccepted ? 0 : -errnos.EINVAL;
    return compare(check, { result, expected, sight: await observe(guest), progress });
  }
  const result = await agent.door(doorRequest(planned, guest.memory));
  const expected = check.expect.result;
  return compare(check, { result, expected, sight: await observe(guest), progress });
}

async function write(guest: Guest, { value, check }: Write, progress: Progress) {
  const result = await guest.vm.agent.writeSysctl("kexec_load_disabled", value);
  const expected = value === 1 ? 0 : -errnos.EINVAL; // the kernel's table of sysctls: min 1, max 1
  return compare(check, { result, expected, sight: await observe(guest), progress });
}

async function call(guest: Guest, action: Call, progress: Progress) {
  const { call: planned, check, held } = action;
  const expected = check.expect.result;
  const done = (outcome: CallOutcome) =>
    compare(check, {
      result: resultOf(outcome.state),
      expected,
      sight: complete(outcome.observation),
      progress,
    });
  if (held === null) {
    const request = guestCall(planned, guest.memory, null);
    return done(await guest.vm.agent.load(request, { observe: "frames" }));
  }
  const holding = await hold(guest, action, held.at);
  if ("ended" in holding) {
    const kernel = `the call returned ${resultName(holding.ended)}`;
    return [{ ...place(check), what: "lock", model: "held by the call", kernel } as const];
  }
  const divergences = await perform(guest, held.meanwhile, progress);
  const outcome = await holding.release();
  return divergences.length > 0 ? divergences : done(outcome);
}

/** A call that is held up inside the kernel; or what it returned, if it did not get that far. */
type Holding = { readonly release: () => Promise<CallOutcome> } | { readonly ended: number };

async function hold(guest: Guest, { call: planned }: Call, at: HoldPlace): Promise<Holding> {
  const { agent } = guest.vm;
  if (at.kind === "page") {
    const request = guestCall(planned, guest.memory, at.page);
    const { state } = await agent.load(request);
    if (state.kind !== "paused") return { ended: resultOf(state) };
    return { release: () => agent.resume(planned.task, at.ends, { observe: "frames" }) };
  }
  const gdb = await guest.vm.openGdb();
  try {
    const function_ = await gdb.holdFunction(await agent.symbol(at.symbol));
    const request = guestCall(planned, guest.memory, null);
    const { state } = await agent.load(request, { limit_ms: ARRIVAL_ms });
    if (state.kind === "done") {
      await gdb.close();
      return { ended: state.result };
    }
    const release = async () => {
      await function_.release();
      await gdb.close();
      return await agent.wait(planned.task, { observe: "frames" });
    };
    return { release };
  } catch (error) {
    await gdb.close();
    throw error;
  }
}

/** How long a call may take to get to where it is held: nothing tells us that it is there. */
const ARRIVAL_ms = 500;

function resultOf(state: CallState): number {
  if (state.kind === "done" && Number.isInteger(state.result)) return state.result;
  throw new GuestError(`expected the call to end with a result, got ${JSON.stringify(state)}`);
}

async function observe({ vm }: Guest): Promise<Sight> {
  return complete(await vm.agent.observe("frames"));
}

function complete(observation: Observation | null): Sight {
  const frames = observation?.reserved_frames ?? Number.NaN;
  const size = observation?.kexec_crash_size ?? Number.NaN;
  if (observation && Number.isInteger(frames) && (size >= 0 || size === -errnos.EBUSY)) {
    return { ...observation, reserved_frames: frames };
  }
  throw new GuestError(`expected an observation, got ${JSON.stringify(observation)}`);
}

interface Seen {
  readonly result: number;
  readonly expected: number | null;
  readonly sight: Sight;
  readonly progress: Progress;
}

function place({ step, label }: Check): Pick<Divergence, "step" | "label"> {
  return { step, label };
}

/** Compares everything after one call, and remembers the frames for the next one. */
function compare(check: Check, { result, expected, sight, progress }: Seen): Divergence[] {
  const { expect } = check;
  const isHeld = sight.kexec_crash_size === -errnos.EBUSY;
  const pairs: readonly (readonly [Divergence["what"], string, string])[] = [
    ["result", expected === null ? "none" : resultName(expected), resultName(result)],
    ["kexec_loaded", String(expect.kexec_loaded), sight.kexec_loaded ? "1" : "0"],
    ["kexec_crash_loaded", String(expect.kexec_crash_loaded), sight.kexec_crash_loaded ? "1" : "0"],
    ["lock", expect.lock === null ? "free" : "held", isHeld ? "held" : "free"],
  ];
  const divergences = pairs
    .filter(([, model, kernel]) => model !== kernel)
    .map(([what, model, kernel]) => ({ ...place(check), what, model, kernel }));
  return [...divergences, ...compareFrames(check, expect, sight, progress)];
}

function compareFrames(
  check: Check,
  { owned_frames: model }: Observables,
  { reserved_frames: kernel }: Sight,
  progress: Progress,
): Divergence[] {
  const before = { ...progress };
  Object.assign(progress, { model, kernel });
  if (Math.sign(model - before.model) === Math.sign(kernel - before.kernel)) return [];
  return [
    {
      ...place(check),
      what: "owned frames",
      model: `${before.model} -> ${model}`,
      kernel: `${before.kernel} -> ${kernel}`,
    },
  ];
}
