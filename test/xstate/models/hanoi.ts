import { setup } from "xstate";
import { and, not, stateIn } from "xstate/guards";
import { type PortedModel, range } from "./model.ts";

const towers = ["left", "middle", "right"] as const;
type Tower = (typeof towers)[number];

type Event = {
  readonly type: "move";
  readonly disk: number;
  readonly to: Tower;
};

/**
 * The Tower of Hanoi: every disk is a region, and its states are the three towers.
 *
 * A disk moves when no smaller one lies on it and none on the tower that it goes to.
 *
 * Source: tlaplus/Examples, tower_of_hanoi/Hanoi.tla. Published: the shortest trace to all five
 * disks on the last tower has 32 states (2^5 - 1 moves). Known: 3^5 = 243 states.
 */
export function hanoi(disks: number): PortedModel<object, Event> {
  const ids = range(1, disks); // 1 is the smallest
  const puzzle = setup({
    types: {} as { events: Event },
    guards: {
      isMove: ({ event }, move: { disk: number; to: Tower }) =>
        event.disk === move.disk && event.to === move.to,
    },
  });
  const region = (disk: number) => {
    const moves = (from: Tower) =>
      towers
        .filter((to) => to !== from)
        .map((to) => ({
          guard: and([
            { type: "isMove", params: { disk, to } },
            ...range(1, disk - 1).flatMap((smaller) =>
              [from, to].map((tower) => not(stateIn(`#disk${smaller}.${tower}`))),
            ),
          ]),
          target: to,
        }));
    return puzzle.createStateConfig({
      id: `disk${disk}`,
      initial: "left",
      states: {
        left: { on: { move: moves("left") } },
        middle: { on: { move: moves("middle") } },
        right: { on: { move: moves("right") } },
      },
    });
  };
  const machine = puzzle.createMachine({
    type: "parallel",
    states: Object.fromEntries(ids.map((disk) => [`disk${disk}`, region(disk)])),
  });
  return {
    machine,
    options: {
      events: ids.flatMap((disk) => towers.map((to) => ({ type: "move" as const, disk, to }))),
      properties: [
        {
          kind: "always",
          name: "not-solved",
          statement: "Some disk is not on the right tower.",
          expect: { kind: "weakness", reason: "the puzzle has a solution" },
          holds: ({ configuration }) =>
            !ids.every((disk) => configuration.has(`disk${disk}.right`)),
        },
      ],
    },
  };
}
