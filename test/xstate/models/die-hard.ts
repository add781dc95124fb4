import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

interface Context {
  readonly big: number;
  readonly small: number;
}

const eventTypes = [
  "fillSmall",
  "fillBig",
  "emptySmall",
  "emptyBig",
  "pourSmallIntoBig",
  "pourBigIntoSmall",
] as const;

type Event = { readonly type: (typeof eventTypes)[number] };

/**
 * Four gallons from a five-gallon and a three-gallon jug: every action is enabled in every state,
 * and some change nothing.
 *
 * Source: tlaplus/Examples, DieHard/DieHard.tla; counts without the invariant from tlaplus/tlaplus,
 * tlatools/.../PostAssumptionTest.java. Published: 16 distinct, 97 generated, depth 8; the shortest
 * trace to four gallons has 7 states.
 */
export function dieHard(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event },
    actions: {
      fillSmall: assign({ small: 3 }),
      fillBig: assign({ big: 5 }),
      emptySmall: assign({ small: 0 }),
      emptyBig: assign({ big: 0 }),
      pourSmallIntoBig: assign(({ context: { big, small } }) => {
        const filled = Math.min(big + small, 5);
        return { big: filled, small: small - (filled - big) };
      }),
      pourBigIntoSmall: assign(({ context: { big, small } }) => {
        const filled = Math.min(big + small, 3);
        return { small: filled, big: big - (filled - small) };
      }),
    },
  }).createMachine({
    context: { big: 0, small: 0 },
    initial: "pouring",
    states: {
      pouring: {
        on: {
          fillSmall: { actions: "fillSmall" },
          fillBig: { actions: "fillBig" },
          emptySmall: { actions: "emptySmall" },
          emptyBig: { actions: "emptyBig" },
          pourSmallIntoBig: { actions: "pourSmallIntoBig" },
          pourBigIntoSmall: { actions: "pourBigIntoSmall" },
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: eventTypes.map((type) => ({ type })),
      properties: [
        {
          kind: "always",
          name: "jugs-do-not-overflow",
          statement: "No jug holds more than it can.",
          holds: ({ context: { big, small } }) => big <= 5 && small <= 3,
        },
        {
          kind: "always",
          name: "not-solved",
          statement: "The big jug never holds four gallons.",
          expect: { kind: "weakness", reason: "the puzzle has a solution" },
          holds: ({ context }) => context.big !== 4,
        },
      ],
    },
  };
}
