import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

interface Context {
  /** x, y, and two bytes that fill the 32-bit word. */
  readonly bytes: Uint8Array;
}

type Event = { readonly type: "increaseX" } | { readonly type: "increaseY" };

/** a*x + b*y = c, all modulo 256. */
interface Equation {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/**
 * Solves an equation over bytes by trying every x and y.
 *
 * Source: stateright/stateright, src/test_util.rs and src/checker/bfs.rs. Published: 65536 unique
 * states for the unsolvable 2x + 4y = 7, and a path to a solution of 2x + 10y = 14.
 */
export function linearEquation({ a, b, c }: Equation): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event },
    actions: {
      increaseX: assign(({ context }) => increased(context, 0)),
      increaseY: assign(({ context }) => increased(context, 1)),
    },
  }).createMachine({
    context: { bytes: new Uint8Array(4) },
    initial: "guessing",
    states: {
      guessing: {
        on: { increaseX: { actions: "increaseX" }, increaseY: { actions: "increaseY" } },
      },
    },
  });
  return {
    machine,
    options: {
      events: [{ type: "increaseX" }, { type: "increaseY" }],
      properties: [
        {
          kind: "sometimes",
          name: "solvable",
          statement: "Some x and y solve the equation.",
          holds: ({ context: { bytes } }) => {
            const [x = 0, y = 0] = bytes;
            return (a * x + b * y) % 256 === c;
          },
        },
      ],
    },
  };
}

function increased({ bytes: before }: Context, index: number): Context {
  const bytes = before.slice();
  bytes[index] = (bytes[index] ?? 0) + 1; // a Uint8Array wraps at 256
  return { bytes };
}
