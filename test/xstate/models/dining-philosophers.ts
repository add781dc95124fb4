import { assign, setup } from "xstate";
import { and } from "xstate/guards";
import { type LiveModel, range, weak, weakPerProcess } from "./model.ts";

interface Context {
  /** Fork f lies between philosophers f - 1 and f. */
  readonly forks: readonly { readonly holder: number; readonly clean: boolean }[];
  readonly hungry: readonly boolean[];
}

type Event = { readonly type: "loop" | "eat" | "think"; readonly process: number };

const count = 5;
const ids = range(0, count - 1);

/**
 * Dining philosophers who hand on dirty forks (Chandy and Misra), a region each.
 *
 * An event is the label of the step in the source. A philosopher who waits takes the step `loop`,
 * which then changes nothing.
 *
 * Source: tlaplus/Examples, DiningPhilosophers/DiningPhilosophers.tla and .cfg.
 * Published: 67 distinct, 336 generated, depth 29; NobodyStarves holds with weak fairness to each
 * philosopher.
 */
export function diningPhilosophers(): LiveModel<Context, Event> {
  const dining = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isBy: ({ event }, { process }: { process: number }) => event.process === process,
      isHungry: ({ context, event }) => context.hungry[event.process] === true,
      canEat: ({ context, event }) =>
        forksOf(event.process).every((fork) => {
          const { holder, clean } = context.forks[fork] ?? {};
          return holder === event.process && clean === true;
        }),
    },
    actions: {
      handOnFork: assign({ forks: ({ context, event }) => handedOn(context, event.process) }),
      eat: assign(({ context, event }) => ({
        hungry: context.hungry.with(event.process, false),
        forks: context.forks.map((fork, id) =>
          forksOf(event.process).includes(id) ? { ...fork, clean: false } : fork,
        ),
      })),
      getHungry: assign({
        hungry: ({ context, event }) => context.hungry.with(event.process, true),
      }),
    },
  });
  const region = (process: number) => {
    const guard = { type: "isBy" as const, params: { process } };
    const hungry = and([guard, "isHungry"]);
    return dining.createStateConfig({
      initial: "looping",
      states: {
        looping: {
          on: {
            loop: [
              { guard: and([hungry, "canEat"]), target: "eating", actions: "handOnFork" },
              { guard: hungry, actions: "handOnFork" },
              { guard, target: "thinking", actions: "handOnFork" },
            ],
          },
        },
        eating: { on: { eat: { guard, target: "looping", actions: "eat" } } },
        thinking: { on: { think: { guard, target: "looping", actions: "getHungry" } } },
      },
    });
  };
  const machine = dining.createMachine({
    context: {
      forks: ids.map((fork) => ({ holder: fork === 1 ? 0 : fork, clean: false })),
      hungry: ids.map(() => true),
    },
    type: "parallel",
    states: Object.fromEntries(ids.map((id) => [`p${id}`, region(id)])),
  });
  return {
    machine,
    options: {
      events: ids.flatMap((process) =>
        (["loop", "eat", "think"] as const).map((type) => ({ type, process })),
      ),
      properties: [
        {
          kind: "always",
          name: "neighbours-do-not-eat-together",
          statement: "No two philosophers who share a fork eat at the same time.",
          holds: ({ configuration }) =>
            !ids.some((id) =>
              [id, (id + 1) % count].every((other) => configuration.has(`p${other}.eating`)),
            ),
        },
      ],
    },
    liveness: ids.map((id) => ({
      kind: "leadsTo" as const,
      name: `philosopher-${id}-does-not-starve`,
      statement: "Again and again, a philosopher is not hungry.",
      when: () => true,
      holds: ({ context }: { readonly context: Context }) => context.hungry[id] === false,
    })),
    fairness: { spec: weakPerProcess(ids), next: [weak("Next", () => true)] },
  };
}

/** The forks on both sides, the left one first. */
function forksOf(process: number): [number, number] {
  return [process, (process + 1) % count];
}

/** The forks after a philosopher gave the first dirty one to the neighbour on its other side. */
function handedOn({ forks }: Context, process: number): Context["forks"] {
  const [left, right] = forksOf(process);
  const isDirty = (fork: number) => forks[fork]?.holder === process && !forks[fork]?.clean;
  const neighbour = (by: number) => (process + by + count) % count;
  if (isDirty(left)) return forks.with(left, { holder: neighbour(-1), clean: true });
  if (isDirty(right)) return forks.with(right, { holder: neighbour(1), clean: true });
  return forks;
}
