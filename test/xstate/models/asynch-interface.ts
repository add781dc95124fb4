import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

interface Context {
  readonly value: string;
  readonly ready: 0 | 1;
}

type Event = { readonly type: "send"; readonly value: string } | { readonly type: "receive" };

const data = ["d1", "d2", "d3"];

/**
 * A sender and a receiver that hand over one value at a time with two one-bit signals.
 *
 * The acknowledge bit is not in the context: it equals `ready` in `idle`, and differs in `sent`.
 *
 * Source: tlaplus/Examples, SpecifyingSystems/AsynchronousInterface/AsynchInterface.tla and .cfg.
 * Published: 12 distinct, 30 generated, depth 2.
 */
export function asynchInterface(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Context },
    actions: {
      putValue: assign({
        value: ({ event, context }) => (event.type === "send" ? event.value : context.value),
      }),
      flipReady: assign({ ready: ({ context }) => (context.ready === 0 ? 1 : 0) }),
    },
  }).createMachine({
    context: ({ input }) => input,
    initial: "idle",
    states: {
      idle: { on: { send: { target: "sent", actions: ["putValue", "flipReady"] } } },
      sent: { on: { receive: "idle" } },
    },
  });
  const bits = [0, 1] as const;
  return {
    machine,
    options: {
      events: [...data.map((value) => ({ type: "send" as const, value })), { type: "receive" }],
      inputs: data.flatMap((value) => bits.map((ready) => ({ value, ready }))),
      properties: [
        {
          kind: "always",
          name: "value-is-data",
          statement: "The value is one of the data.",
          holds: ({ context }) => data.includes(context.value),
        },
      ],
    },
  };
}
