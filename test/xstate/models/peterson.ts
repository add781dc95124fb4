import { raise, setup } from "xstate";
import { and, not, or, stateIn } from "xstate/guards";
import { enters, mutualExclusion, processes } from "./lock.ts";
import { type LiveModel, weak, weakPerProcess } from "./model.ts";

type PetersonEvent =
  | {
      readonly type: "a0" | "a1" | "a2" | "a3" | "cs" | "a4";
      readonly process: number;
    }
  | {
      readonly type: "raiseFlag" | "lowerFlag" | "giveTurn";
      readonly process: number;
    };

/**
 * Peterson's mutual exclusion: regions for the processes, their flags and the turn.
 *
 * Source: tlaplus/Examples, locks_auxiliary_vars/Peterson.tla and Peterson.cfg.
 * Published: 42 distinct, 77 generated, depth 11; nothing on liveness. That no process starves, if
 * each is treated weakly fairly, is well known, and TLC says so, too.
 */
export function peterson(): LiveModel<object, PetersonEvent> {
  const algorithm = setup({
    types: {} as { events: PetersonEvent },
    guards: {
      isBy: ({ event }, { process }: { process: number }) => event.process === process,
      mayEnter1: or([not(stateIn("#flag2.up")), stateIn("#turn.of1")]),
      mayEnter2: or([not(stateIn("#flag1.up")), stateIn("#turn.of2")]),
    },
    actions: {
      raiseFlag: raise(({ event }) => ({ type: "raiseFlag", process: event.process })),
      lowerFlag: raise(({ event }) => ({ type: "lowerFlag", process: event.process })),
      giveTurn: raise(({ event }) => ({ type: "giveTurn", process: event.process })),
    },
  });
  const region = (process: 1 | 2) => {
    const guard = { type: "isBy" as const, params: { process } };
    return algorithm.createStateConfig({
      initial: "a0",
      states: {
        a0: { on: { a0: { guard, target: "a1" } } },
        a1: { on: { a1: { guard, target: "a2", actions: "raiseFlag" } } },
        a2: { on: { a2: { guard, target: "a3", actions: "giveTurn" } } },
        a3: { on: { a3: { guard: and([guard, `mayEnter${process}`]), target: "cs" } } },
        cs: { on: { cs: { guard, target: "a4" } } },
        a4: { on: { a4: { guard, target: "a0", actions: "lowerFlag" } } },
      },
    });
  };
  const flag = (process: number) => {
    const guard = { type: "isBy" as const, params: { process } };
    return algorithm.createStateConfig({
      id: `flag${process}`,
      initial: "down",
      states: {
        down: { on: { raiseFlag: { guard, target: "up" } } },
        up: { on: { lowerFlag: { guard, target: "down" } } },
      },
    });
  };
  const givenBy = (process: number) => ({ type: "isBy" as const, params: { process } });
  const machine = algorithm.createMachine({
    type: "parallel",
    states: {
      p1: region(1),
      p2: region(2),
      flag1: flag(1),
      flag2: flag(2),
      turn: {
        id: "turn",
        initial: "of1",
        states: {
          of1: { on: { giveTurn: { guard: givenBy(1), target: "of2" } } },
          of2: { on: { giveTurn: { guard: givenBy(2), target: "of1" } } },
        },
      },
    },
  });
  const labels = ["a0", "a1", "a2", "a3", "cs", "a4"] as const;
  return {
    machine,
    options: {
      events: processes.flatMap((process) => labels.map((type) => ({ type, process }))),
      properties: [mutualExclusion(["cs", "a4"])],
    },
    liveness: processes.map((process) => enters(process, ["a1", "a2", "a3"])),
    fairness: { perProcess: weakPerProcess(processes), next: [weak("Next", () => true)] },
  };
}
