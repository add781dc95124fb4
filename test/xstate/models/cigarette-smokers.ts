import { assign, setup } from "xstate";
import type { PortedModel } from "./model.ts";

const ingredients = ["matches", "paper", "tobacco"] as const;
type Ingredient = (typeof ingredients)[number];

interface Context {
  /** What the first offer misses; forgotten once it lies on the table. */
  readonly first: Ingredient | null;
}

type Event =
  | { readonly type: "startSmoking" }
  | { readonly type: "stopSmoking"; readonly missing: Ingredient };

/**
 * A dealer offers two of three ingredients; the smoker who has the third one smokes.
 *
 * `dealt.X` is the offer that misses X, and `smoking.X` the smoker who owns X. The three initial
 * states of the source come from one start node that an `always` transition leaves.
 *
 * Source: tlaplus/Examples, CigaretteSmokers/CigaretteSmokers.tla and .cfg.
 * Published: 6 distinct, 15 generated, depth 2.
 */
export function cigaretteSmokers(): PortedModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Ingredient },
    guards: {
      firstMisses: ({ context }, { owned }: { owned: Ingredient }) => context.first === owned,
      nextMisses: ({ event }, { owned }: { owned: Ingredient }) =>
        event.type === "stopSmoking" && event.missing === owned,
    },
    actions: { forgetFirst: assign({ first: null }) },
  }).createMachine({
    context: ({ input }) => ({ first: input }),
    initial: "dealing",
    states: {
      dealing: {
        always: ingredients.map((owned) => ({
          guard: { type: "firstMisses" as const, params: { owned } },
          target: `dealt.${owned}`,
          actions: "forgetFirst" as const,
        })),
      },
      dealt: {
        initial: "matches",
        states: {
          matches: { on: { startSmoking: "#smoking.matches" } },
          paper: { on: { startSmoking: "#smoking.paper" } },
          tobacco: { on: { startSmoking: "#smoking.tobacco" } },
        },
      },
      smoking: {
        id: "smoking",
        initial: "matches",
        states: { matches: {}, paper: {}, tobacco: {} },
        on: {
          stopSmoking: ingredients.map((owned) => ({
            guard: { type: "nextMisses" as const, params: { owned } },
            target: `dealt.${owned}`,
          })),
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: [
        { type: "startSmoking" },
        ...ingredients.map((missing) => ({ type: "stopSmoking" as const, missing })),
      ],
      inputs: ingredients,
      properties: [
        {
          kind: "always",
          name: "at-most-one-smokes",
          statement: "At most one smoker smokes.",
          holds: ({ configuration }) =>
            ingredients.filter((owned) => configuration.has(`smoking.${owned}`)).length <= 1,
        },
      ],
    },
  };
}
