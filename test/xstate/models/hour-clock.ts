import { assign, setup } from "xstate";
import { type LiveModel, range, weak } from "./model.ts";

interface Context {
  readonly hour: number;
}

type Event = { readonly type: "tick" };

/**
 * A clock that shows hours: twelve initial states, one step in each.
 *
 * Source: tlaplus/Examples, SpecifyingSystems/HourClock/HourClock.tla and HourClock.cfg.
 * Published: 12 distinct, 24 generated, depth 1. AllTimes holds with weak fairness to the step
 * (SpecifyingSystems/Liveness/LiveHourClock.tla).
 */
export function hourClock(): LiveModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: number },
    guards: { atTwelve: ({ context }) => context.hour === 12 },
    actions: {
      nextHour: assign({ hour: ({ context }) => context.hour + 1 }),
      startOver: assign({ hour: 1 }),
    },
  }).createMachine({
    context: ({ input }) => ({ hour: input }),
    initial: "running",
    states: {
      running: {
        on: { tick: [{ guard: "atTwelve", actions: "startOver" }, { actions: "nextHour" }] },
      },
    },
  });
  return {
    machine,
    options: {
      events: [{ type: "tick" }],
      inputs: range(1, 12),
      properties: [
        {
          kind: "always",
          name: "hour-in-range",
          statement: "The hour is between 1 and 12.",
          holds: ({ context }) => context.hour >= 1 && context.hour <= 12,
        },
      ],
    },
    liveness: range(1, 12).map((hour) => ({
      kind: "leadsTo" as const,
      name: `shows-${hour}`,
      statement: `Again and again, the clock shows ${hour}.`,
      when: () => true,
      holds: ({ context }: { readonly context: Context }) => context.hour === hour,
    })),
    fairness: { spec: [weak("tick", () => true)] },
  };
}
