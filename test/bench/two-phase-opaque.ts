import { assign, setup } from "xstate";
import { type PortedModel, range } from "../xstate/models/model.ts";

/** One byte for the transaction manager, and one per resource manager: its state and two bits. */
interface Context {
  readonly bytes: Uint8Array;
}

interface Event {
  readonly type: string;
  readonly rm?: number;
}

const working = 0;
const prepared = 1;
const committed = 2;
const aborted = 3;
const stateMask = 3;
const sentBit = 4;
const receivedBit = 8;

type Ask = (mem: Uint8Array, event: Event) => boolean;
type Change = (mem: Uint8Array, event: Event) => void;

/** A guard over bytes, as XState and the compiler see it. */
function asking(ask: Ask) {
  const guard = ({ context, event }: { context: Context; event: Event }): boolean =>
    ask(context.bytes, event);
  return Object.assign(guard, { ask });
}

/** An action over bytes, as XState and the compiler see it. */
function changing(change: Change) {
  const action = assign<Context, Event, undefined, Event, never>(({ context, event }) => {
    const bytes = context.bytes.slice();
    change(bytes, event);
    return { bytes };
  });
  return Object.assign(action, { step: change });
}

function at(mem: Uint8Array, { rm = 0 }: Event): number {
  return mem[rm] ?? 0;
}

/**
 * Two-phase commit in one state and a layout of bytes: guards and actions are plain functions, of
 * which the compiler knows nothing. Counts as in `two-phase-regions.ts`.
 */
export function twoPhaseOpaque(rms: number): PortedModel<Context, Event> {
  const ids = range(1, rms);
  const bits = Uint8Array.from({ length: Math.ceil((rms + 1) / 4) * 4 }, (_, i) =>
    i === 0 ? 2 : i <= rms ? 4 : 0,
  );
  const enter =
    (state: number): Change =>
    (mem, { rm = 0 }) => {
      mem[rm] = ((mem[rm] ?? 0) & ~stateMask) | state;
    };
  const machine = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isWorking: asking((mem, event) => (at(mem, event) & stateMask) === working),
      isSent: asking((mem, event) => mem[0] === working && (at(mem, event) & sentBit) !== 0),
      isOpen: asking((mem) => mem[0] === working),
      allReceived: asking((mem) => {
        if (mem[0] !== working) return false;
        for (let rm = 1; rm <= rms; rm++) if (((mem[rm] ?? 0) & receivedBit) === 0) return false;
        return true;
      }),
      isCommitted: asking((mem) => mem[0] === committed),
      isAborted: asking((mem) => mem[0] === aborted),
    },
    actions: {
      prepare: changing((mem, { rm = 0 }) => {
        mem[rm] = ((mem[rm] ?? 0) & ~stateMask) | prepared | sentBit;
      }),
      receive: changing((mem, { rm = 0 }) => {
        mem[rm] = (mem[rm] ?? 0) | receivedBit;
      }),
      commit: changing(enter(committed)),
      abort: changing(enter(aborted)),
    },
  }).createMachine({
    context: { bytes: new Uint8Array(bits.length) },
    initial: "running",
    states: {
      running: {
        on: {
          tmReceive: { guard: "isSent", actions: "receive" },
          tmCommit: { guard: "allReceived", actions: "commit" },
          tmAbort: { guard: "isOpen", actions: "abort" },
          rmPrepare: { guard: "isWorking", actions: "prepare" },
          rmAbort: { guard: "isWorking", actions: "abort" },
          rmReceiveCommit: { guard: "isCommitted", actions: "commit" },
          rmReceiveAbort: { guard: "isAborted", actions: "abort" },
        },
      },
    },
  });
  const types = ["tmReceive", "rmPrepare", "rmAbort", "rmReceiveCommit", "rmReceiveAbort"];
  return {
    machine,
    options: {
      events: [
        { type: "tmCommit", rm: 0 },
        { type: "tmAbort", rm: 0 },
        ...ids.flatMap((rm) => types.map((type) => ({ type, rm }))),
      ],
      bits,
    },
  };
}
