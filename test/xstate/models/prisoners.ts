import { assign, setup } from "xstate";
import { and, not } from "xstate/guards";
import { type LiveModel, range, weak } from "./model.ts";

interface Context {
  readonly aUp: boolean;
  readonly bUp: boolean;
  /** How often each prisoner but the counter moved switch A up. */
  readonly raised: readonly number[];
  /** How often the counter moved switch A down. */
  readonly count: number;
}

type Event =
  | { readonly type: "counterStep" }
  | { readonly type: "otherStep"; readonly prisoner: number };

const others = range(0, 2);
const countMax = 2 * others.length;

/**
 * Four prisoners who learn from two switches whether all of them have been in the room.
 *
 * Source: tlaplus/Examples, Prisoners/Prisoners.tla and .cfg.
 * Published: 214 distinct, 860 generated, depth 14; Liveness (<>Done) holds when each prisoner is
 * brought to the room again and again. That somebody is, is not enough.
 */
export function prisoners(): LiveModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Pick<Context, "aUp" | "bUp"> },
    guards: {
      isUp: ({ context }) => context.aUp,
      mayRaise: ({ context, event }) =>
        event.type === "otherStep" && (context.raised[event.prisoner] ?? 0) < 2,
    },
    actions: {
      countOne: assign({ aUp: false, count: ({ context }) => context.count + 1 }),
      raiseA: assign({
        aUp: true,
        raised: ({ context, event }) =>
          context.raised.map((times, id) =>
            event.type === "otherStep" && id === event.prisoner ? times + 1 : times,
          ),
      }),
      flipB: assign({ bUp: ({ context }) => !context.bUp }),
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, raised: others.map(() => 0), count: 0 }),
    initial: "playing",
    states: {
      playing: {
        on: {
          counterStep: [{ guard: "isUp", actions: "countOne" }, { actions: "flipB" }],
          otherStep: [
            { guard: and([not("isUp"), "mayRaise"]), actions: "raiseA" },
            { actions: "flipB" },
          ],
        },
      },
    },
  });
  const steps: Event[] = [
    { type: "counterStep" },
    ...others.map((prisoner) => ({ type: "otherStep" as const, prisoner })),
  ];
  return {
    machine,
    options: {
      events: steps,
      inputs: [false, true].flatMap((aUp) => [false, true].map((bUp) => ({ aUp, bUp }))),
      properties: [
        {
          kind: "always",
          name: "done-means-all-were-there",
          statement: "When the counter is done, every other prisoner has been in the room.",
          when: ({ context }) => context.count === countMax,
          holds: ({ context }) => context.raised.every((times) => times > 0),
        },
      ],
    },
    liveness: [
      {
        kind: "eventually",
        name: "done",
        statement: "The counter comes to know that everybody has been in the room.",
        holds: ({ context }) => context.count === countMax,
      },
    ],
    fairness: {
      spec: steps.map((step) => weak(nameOf(step), (event) => nameOf(event) === nameOf(step))),
      next: [weak("Next", () => true)],
    },
  };
}

function nameOf(event: Event): string {
  return event.type === "otherStep" ? `prisoner ${event.prisoner}` : "counter";
}
