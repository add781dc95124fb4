import { assign, setup } from "xstate";
import { and, not } from "xstate/guards";
import { type LiveModel, range, weak } from "./model.ts";

interface Context {
  readonly count: number;
  readonly announced: boolean;
  /** How often each prisoner but the counter, who is number 0, turned the light on. */
  readonly signalled: readonly number[];
  readonly light: boolean;
  readonly visited: readonly boolean[];
}

type Event = { readonly type: "visit"; readonly prisoner: number };

const ids = range(0, 2);

/**
 * The prisoners' puzzle with one light: a visitor may leave the room as it is, and once everyone
 * has been there such a visit changes nothing at all.
 *
 * Source: tlaplus/Examples, Prisoners_Single_Switch/Prisoner.tla, Prisoner.cfg and
 * PrisonerLightUnknown.cfg. Published: 16 distinct, 49 generated, depth 5; with the light unknown
 * 62 distinct, 188 generated (depth 11, with several workers; TLC with one says 10). Terminating
 * holds in both.
 */
export function prisoner(lightUnknown: boolean): LiveModel<Context, Event> {
  const signalMax = lightUnknown ? 2 : 1;
  const victory = lightUnknown ? 2 * ids.length - 1 : ids.length;
  const machine = setup({
    types: {} as { context: Context; events: Event; input: boolean },
    guards: {
      isCounter: ({ event }) => event.prisoner === 0,
      isLit: ({ context }) => context.light,
      maySignal: ({ context, event }) => (context.signalled[event.prisoner] ?? 0) < signalMax,
    },
    actions: {
      count: assign({ light: false, count: ({ context }) => context.count + 1 }),
      announce: assign({ announced: ({ context }) => context.count >= victory }),
      signal: assign({
        light: true,
        signalled: ({ context, event }) =>
          context.signalled.map((times, id) => (id === event.prisoner ? times + 1 : times)),
      }),
      noteVisit: assign({
        visited: ({ context, event }) =>
          context.visited.map((been, id) => been || id === event.prisoner),
      }),
    },
  }).createMachine({
    context: ({ input }) => ({
      count: 1,
      announced: false,
      signalled: ids.map(() => 0),
      light: input,
      visited: ids.map(() => false),
    }),
    initial: "playing",
    states: {
      playing: {
        on: {
          visit: [
            { guard: and(["isCounter", "isLit"]), actions: ["count", "announce", "noteVisit"] },
            { guard: "isCounter", actions: ["announce", "noteVisit"] },
            { guard: and([not("isLit"), "maySignal"]), actions: ["signal", "noteVisit"] },
            { actions: "noteVisit" },
          ],
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: ids.map((id) => ({ type: "visit", prisoner: id })),
      inputs: lightUnknown ? [false, true] : [false],
      properties: [
        {
          kind: "always",
          name: "victory-is-right",
          statement: "When victory is announced, everybody has been in the room.",
          when: ({ context }) => context.announced,
          holds: ({ context }) => context.visited.every((been) => been),
        },
      ],
    },
    liveness: [
      {
        kind: "eventually",
        name: "announced",
        statement: "The counter announces victory.",
        holds: ({ context }) => context.announced,
      },
    ],
    fairness: {
      spec: ids.map((id) => weak(`prisoner ${id}`, (event) => event.prisoner === id)),
      next: [weak("Next", () => true)],
    },
  };
}
