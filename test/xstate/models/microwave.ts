import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

type Door = "open" | "closed";

interface Context {
  readonly seconds: number;
  /** Where the door is at the start; forgotten once the door region knows. */
  readonly door: Door | null;
}

const eventTypes = ["incTime", "start", "cancel", "tick", "openDoor", "closeDoor"] as const;
type Event = { readonly type: (typeof eventTypes)[number] };

const secondsMax = 30;

/**
 * A microwave oven without its two safety checks: regions for the door and for the radiation.
 *
 * Source: lucformalmethodscourse/microwave-tla; state graph dumped by TLC in will62794/spectacle,
 * specs/with_state_graphs/Microwave.tla.dot.json. Published: 122 nodes, 542 edges.
 */
export function microwave(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Door },
    guards: {
      startsOpen: ({ context }) => context.door === "open",
      roomForMore: ({ context }) => context.seconds < secondsMax,
      hasTime: ({ context }) => context.seconds > 0,
      lastSecond: ({ context }) => context.seconds === 1,
    },
    actions: {
      forgetDoor: assign({ door: null }),
      addSecond: assign({ seconds: ({ context }) => context.seconds + 1 }),
      takeSecond: assign({ seconds: ({ context }) => context.seconds - 1 }),
      clearTime: assign({ seconds: 0 }),
    },
  }).createMachine({
    context: ({ input }) => ({ seconds: 0, door: input }),
    type: "parallel",
    states: {
      door: {
        initial: "unknown",
        states: {
          unknown: {
            always: [
              { guard: "startsOpen", target: "open", actions: "forgetDoor" },
              { target: "closed", actions: "forgetDoor" },
            ],
          },
          open: {},
          closed: {},
        },
        on: { openDoor: ".open", closeDoor: ".closed" },
      },
      radiation: {
        initial: "off",
        on: { cancel: { target: ".off", actions: "clearTime" } },
        states: {
          off: {
            on: {
              incTime: { guard: "roomForMore", actions: "addSecond" },
              start: { guard: "hasTime", target: "on" },
            },
          },
          on: {
            on: {
              tick: [
                { guard: "lastSecond", target: "off", actions: "takeSecond" },
                { actions: "takeSecond" },
              ],
            },
          },
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: eventTypes.map((type) => ({ type })),
      inputs: ["open", "closed"],
      properties: [
        {
          kind: "always",
          name: "door-safety",
          statement: "The radiation is off while the door is open.",
          expect: { kind: "weakness", reason: "both safety checks are left out" },
          when: ({ configuration }) => configuration.has("door.open"),
          holds: ({ configuration }) => configuration.has("radiation.off"),
        },
      ],
    },
  };
}
