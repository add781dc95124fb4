import { assign, setup } from "xstate";
import type { Always, Liveness } from "../../../src/xstate/property.ts";
import { abInputs } from "./ab-correctness.ts";
import { type LiveModel, range, strong, weak } from "./model.ts";

interface Context {
  readonly messages: readonly { readonly bit: number; readonly value: string }[];
  readonly acks: readonly number[];
  readonly sBit: number;
  readonly rBit: number;
  readonly sent: string;
  readonly rcvd: string;
}

const plainTypes = ["resend", "receiveMessage", "sendAck", "receiveAck"] as const;
const lossTypes = ["loseMessage", "loseAck"] as const;

type Event =
  | { readonly type: "sendNewValue"; readonly value: string }
  | { readonly type: (typeof plainTypes)[number] }
  | { readonly type: (typeof lossTypes)[number]; readonly at: number };

const data = ["d1", "d2"];
const queueMax = 2;

/**
 * The alternating bit protocol over two lossy queues, both bounded to two: by a constraint, as
 * published, or by guards. Liveness needs guards: behind a constraint, runs end that do not end.
 *
 * `sAck` is not in the context: it equals `sBit` in `ready`, and differs in `waiting`.
 *
 * Source: tlaplus/Examples, SpecifyingSystems/TLC/AlternatingBit.tla, MCAlternatingBit.cfg.
 * Published: 240 distinct, 1392 generated (states outside the constraint included), depth 10.
 * SentLeadsToRcvd holds; TLC refutes it once the receiving actions are only treated weakly.
 */
export function alternatingBit(
  bounds: "constraint" | "guards" = "constraint",
): LiveModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Context },
    guards: {
      hasMessage: ({ context, event }) => context.messages.length > indexOf(event),
      hasAck: ({ context, event }) => context.acks.length > indexOf(event),
      hasMatchingAck: ({ context }) => context.acks[0] === context.sBit,
      roomForMessage: ({ context }) =>
        bounds === "constraint" || context.messages.length < queueMax,
      roomForAck: ({ context }) => bounds === "constraint" || context.acks.length < queueMax,
    },
    actions: {
      takeValue: assign(({ context, event }) => ({
        sBit: 1 - context.sBit,
        sent: event.type === "sendNewValue" ? event.value : context.sent,
      })),
      queueMessage: assign({
        messages: ({ context: c }) => [...c.messages, { bit: c.sBit, value: c.sent }],
      }),
      takeMessage: assign(({ context: { messages, rBit, rcvd } }) => ({
        messages: messages.slice(1),
        rBit: messages[0]?.bit ?? rBit,
        rcvd: messages[0]?.value ?? rcvd,
      })),
      queueAck: assign({ acks: ({ context }) => [...context.acks, context.rBit] }),
      dropAck: assign({ acks: ({ context, event }) => without(context.acks, event) }),
      dropMessage: assign({ messages: ({ context, event }) => without(context.messages, event) }),
    },
  }).createMachine({
    context: ({ input }) => input,
    type: "parallel",
    states: {
      sender: {
        initial: "ready",
        on: {
          receiveAck: [
            { guard: "hasMatchingAck", target: ".ready", actions: "dropAck" },
            { guard: "hasAck", target: ".waiting", actions: "dropAck" },
          ],
        },
        states: {
          ready: {
            on: {
              sendNewValue: {
                guard: "roomForMessage",
                target: "waiting",
                actions: ["takeValue", "queueMessage"],
              },
            },
          },
          waiting: { on: { resend: { guard: "roomForMessage", actions: "queueMessage" } } },
        },
      },
      receiver: {
        on: {
          receiveMessage: { guard: "hasMessage", actions: "takeMessage" },
          sendAck: { guard: "roomForAck", actions: "queueAck" },
        },
      },
      messages: { on: { loseMessage: { guard: "hasMessage", actions: "dropMessage" } } },
      acks: { on: { loseAck: { guard: "hasAck", actions: "dropAck" } } },
    },
  });
  return {
    machine,
    options: {
      events: [
        ...data.map((value) => ({ type: "sendNewValue" as const, value })),
        ...plainTypes.map((type) => ({ type })),
        ...range(0, queueMax - 1).flatMap((at) => lossTypes.map((type) => ({ type, at }))),
      ],
      inputs: abInputs.map((input) => ({ ...input, rBit: input.sBit, messages: [], acks: [] })),
      ...(bounds === "constraint" && {
        constraint: ({ context }: { readonly context: Context }) =>
          context.messages.length <= queueMax && context.acks.length <= queueMax,
        properties: [queuesAreShort],
      }),
    },
    liveness: data.map(sentLeadsToReceived),
    fairness: {
      spec: [...weaklyFair(["resend", "sendAck"]), ...stronglyFair(receiving)],
      weak: weaklyFair(["resend", "sendAck", ...receiving]),
    },
  };
}

const receiving = ["receiveMessage", "receiveAck"] as const;

function sentLeadsToReceived(value: string): Liveness<Context, Event> {
  return {
    kind: "leadsTo",
    name: `sent-${value}-leads-to-received`,
    statement: `Once ${value} is sent, it is received, or has been received last already.`,
    when: ({ context, configuration }) =>
      context.sent === value && configuration.has("sender.waiting"),
    holds: ({ context }) => context.rcvd === value,
  };
}

function weaklyFair(types: readonly Event["type"][]) {
  return types.map((type) => weak<Event>(type, (event) => event.type === type));
}

function stronglyFair(types: readonly Event["type"][]) {
  return types.map((type) => strong<Event>(type, (event) => event.type === type));
}

/** False just outside the constraint, so that it shows whether such states are judged. */
const queuesAreShort: Always<Context> = {
  kind: "always",
  name: "queues-are-short",
  statement: "No queue is longer than two.",
  expect: { kind: "weakness", reason: "states outside the constraint are judged" },
  holds: ({ context: { messages, acks } }) => Math.max(messages.length, acks.length) <= queueMax,
};

/** The index that a loss names; otherwise the first. */
function indexOf(event: Event): number {
  return "at" in event ? event.at : 0;
}

function without<T>(queue: readonly T[], event: Event): T[] {
  return queue.filter((_, i) => i !== indexOf(event));
}
