import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

const believers = ["m1", "m2", "m3"];
const cannibals = ["c1", "c2", "c3"];
const everybody = [...cannibals, ...believers];

interface Context {
  /** Who is on the east bank, in the order of `everybody`; the others are on the west bank. */
  readonly east: readonly string[];
}

type Event = { readonly type: "cross"; readonly who: readonly string[] };

/**
 * Three missionaries, three cannibals and a boat for two; cannibals must not outnumber the
 * missionaries of a bank. The machine's states say where the boat is.
 *
 * Source: tlaplus/Examples, MissionariesAndCannibals/MissionariesAndCannibals.tla and .cfg.
 * Published: the shortest trace to an empty east bank has 12 states.
 */
export function missionaries(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isSafeCrossing: ({ context, event }) => {
        const east = crossed(context.east, event.who);
        return isSafe(east) && isSafe(crossed(everybody, east));
      },
    },
    actions: { cross: assign({ east: ({ context, event }) => crossed(context.east, event.who) }) },
  }).createMachine({
    context: { east: everybody },
    initial: "boatEast",
    states: {
      boatEast: {
        on: { cross: { guard: "isSafeCrossing", target: "boatWest", actions: "cross" } },
      },
      boatWest: {
        on: { cross: { guard: "isSafeCrossing", target: "boatEast", actions: "cross" } },
      },
    },
  });
  return {
    machine,
    options: {
      events: crossings(everybody),
      offers: {
        cross: ({ context: { east }, configuration }, { who }) => {
          const bank = configuration.has("boatEast") ? east : crossed(everybody, east);
          return who.every((person) => bank.includes(person));
        },
      },
      properties: [
        {
          kind: "always",
          name: "nobody-is-eaten",
          statement: "On each bank, cannibals do not outnumber the missionaries there.",
          holds: ({ context: { east } }) => isSafe(east) && isSafe(crossed(everybody, east)),
        },
        {
          kind: "always",
          name: "not-solved",
          statement: "Somebody is on the east bank.",
          expect: { kind: "weakness", reason: "the puzzle has a solution" },
          holds: ({ context }) => context.east.length > 0,
        },
      ],
    },
  };
}

/** A bank after `who` left it, or came to it. */
function crossed(bank: readonly string[], who: readonly string[]): string[] {
  return everybody.filter((person) => bank.includes(person) !== who.includes(person));
}

function isSafe(bank: readonly string[]): boolean {
  const present = believers.filter((person) => bank.includes(person)).length;
  return present === 0 || bank.length - present <= present;
}

/** Every one or two people of a bank. */
function crossings(bank: readonly string[]): Event[] {
  return bank.flatMap((first, i) => [
    { type: "cross" as const, who: [first] },
    ...bank.slice(i + 1).map((second) => ({ type: "cross" as const, who: [first, second] })),
  ]);
}
