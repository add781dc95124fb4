import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

interface Context {
  readonly sBit: number;
  readonly sent: string;
  readonly rcvd: string;
}

type Event =
  | { readonly type: "sendNewValue"; readonly value: string }
  | { readonly type: "receiveMessage" }
  | { readonly type: "receiveAck" };

const data = ["d1", "d2"];

/** Any bit, sent value and received value to begin with. */
export const abInputs: readonly Context[] = [0, 1].flatMap((sBit) =>
  data.flatMap((sent) => data.map((rcvd) => ({ sBit, sent, rcvd }))),
);

/**
 * What the alternating bit protocol is meant to do, without channels.
 *
 * `rBit` and `sAck` are not in the context: both equal `sBit` in `acknowledged`, neither does in
 * `sent`, and only `rBit` does in `received`.
 *
 * Source: tlaplus/Examples, SpecifyingSystems/TLC/ABCorrectness.tla and .cfg.
 * Published: 20 distinct, 36 generated, depth 3.
 */
export function abCorrectness(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Context },
    actions: {
      sendValue: assign(({ context, event }) => ({
        sBit: 1 - context.sBit,
        sent: event.type === "sendNewValue" ? event.value : context.sent,
      })),
      receiveValue: assign({ rcvd: ({ context }) => context.sent }),
    },
  }).createMachine({
    context: ({ input }) => input,
    initial: "acknowledged",
    states: {
      acknowledged: { on: { sendNewValue: { target: "sent", actions: "sendValue" } } },
      sent: { on: { receiveMessage: { target: "received", actions: "receiveValue" } } },
      received: { on: { receiveAck: "acknowledged" } },
    },
  });
  return {
    machine,
    options: {
      events: [
        ...data.map((value) => ({ type: "sendNewValue" as const, value })),
        { type: "receiveMessage" },
        { type: "receiveAck" },
      ],
      inputs: abInputs,
      properties: [
        {
          kind: "always",
          name: "received-is-sent",
          statement: "What was received last is what was sent last, until the next send.",
          when: ({ configuration }) => configuration.has("received"),
          holds: ({ context }) => context.rcvd === context.sent,
        },
      ],
    },
  };
}
