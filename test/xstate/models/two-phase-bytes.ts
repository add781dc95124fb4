import { assign, setup } from "xstate";
import { type PortedModel, range } from "./model.ts";

/**
 * Seven bytes for seven resource managers, 0 for one that does not take part, and one for the
 * transaction manager. A resource manager is its state and its two message bits in one byte, so
 * that sorting the bytes sorts the states jointly with the messages.
 */
interface Context {
  readonly bytes: Uint8Array;
}

const tm = 7;
const working = 1;
const prepared = 2;
const committed = 3;
const aborted = 4;
const stateMask = 7;
const sentBit = 8;
const receivedBit = 16;
const tmInit = 0;

const rmTypes = ["tmReceive", "rmPrepare", "rmAbort", "rmReceiveCommit", "rmReceiveAbort"] as const;

type RmEvent = { readonly type: (typeof rmTypes)[number]; readonly rm: number };
type Event = RmEvent | { readonly type: "tmCommit" } | { readonly type: "tmAbort" };

/**
 * Two-phase commit once more, all of it in a fixed layout of bytes, with or without symmetry.
 *
 * Source and counts as in `two-phase.ts`. With symmetry of the resource managers, 5 RMs: 314
 * distinct, 2048 generated, depth 17 (TLC's SYMMETRY). Stateright's 665 is not the number of
 * orbits: its representative sorts the states but not the messages (examples/2pc.rs).
 */
export function twoPhaseBytes(rms: number, symmetry: boolean): PortedModel<Context, Event> {
  const ids = range(0, rms - 1);
  const machine = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isWorking: ({ context: { bytes }, event }) => (at(bytes, event) & stateMask) === working,
      isSent: ({ context: { bytes }, event }) =>
        bytes[tm] === tmInit && (at(bytes, event) & sentBit) !== 0,
      isOpen: ({ context: { bytes } }) => bytes[tm] === tmInit,
      allReceived: ({ context: { bytes } }) =>
        bytes[tm] === tmInit && ids.every((rm) => ((bytes[rm] ?? 0) & receivedBit) !== 0),
      isDecided: ({ context: { bytes } }, { to }: { to: number }) => bytes[tm] === to,
    },
    actions: {
      enter: assign(({ context, event }, { to }: { to: number }) =>
        put(context, event, (byte) => (byte & ~stateMask) | to),
      ),
      sendPrepared: assign(({ context, event }) => put(context, event, (byte) => byte | sentBit)),
      receivePrepared: assign(({ context, event }) =>
        put(context, event, (byte) => byte | receivedBit),
      ),
      decide: assign(({ context }, { to }: { to: number }) => ({
        bytes: context.bytes.with(tm, to),
      })),
    },
  }).createMachine({
    context: { bytes: Uint8Array.from(range(0, 7), (i) => (i < rms ? working : 0)) },
    initial: "running",
    states: {
      running: {
        on: {
          tmReceive: { guard: "isSent", actions: "receivePrepared" },
          tmCommit: {
            guard: "allReceived",
            actions: { type: "decide", params: { to: committed } },
          },
          tmAbort: { guard: "isOpen", actions: { type: "decide", params: { to: aborted } } },
          rmPrepare: {
            guard: "isWorking",
            actions: [{ type: "enter", params: { to: prepared } }, "sendPrepared"],
          },
          rmAbort: { guard: "isWorking", actions: { type: "enter", params: { to: aborted } } },
          rmReceiveCommit: {
            guard: { type: "isDecided", params: { to: committed } },
            actions: { type: "enter", params: { to: committed } },
          },
          rmReceiveAbort: {
            guard: { type: "isDecided", params: { to: aborted } },
            actions: { type: "enter", params: { to: aborted } },
          },
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: [
        { type: "tmCommit" },
        { type: "tmAbort" },
        ...ids.flatMap((rm) => rmTypes.map((type) => ({ type, rm }))),
      ],
      ...(symmetry && { canonical: sortRms }),
    },
  };
}

function at(bytes: Uint8Array, event: Event): number {
  return "rm" in event ? (bytes[event.rm] ?? 0) : 0;
}

function put({ bytes }: Context, event: Event, change: (byte: number) => number): Context {
  return "rm" in event ? { bytes: bytes.with(event.rm, change(at(bytes, event))) } : { bytes };
}

/** Descending, so that the bytes of those that do not take part stay last. */
function sortRms(context: Context): Context {
  context.bytes.subarray(0, tm).sort((a, b) => b - a);
  return context;
}
