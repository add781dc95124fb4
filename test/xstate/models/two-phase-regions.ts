import { createMachine } from "xstate";
import { and, stateIn } from "xstate/guards";
import type { RegionSymmetry } from "../../../src/xstate/options.ts";
import { type PortedModel, range } from "./model.ts";
import { consistent } from "./t-commit.ts";

interface Event {
  readonly type: string;
}

const rmTypes = ["receivePrepared", "prepare", "chooseToAbort", "receiveCommit", "receiveAbort"];

/**
 * Two-phase commit without any context: every message is a region of its own, and guards ask which
 * states are active. Events carry the number of their resource manager in their type.
 *
 * Source and counts as in `two-phase.ts`; 7, 8, 9 RMs: 296,448, 1,745,408, 10,340,352 states (TLC,
 * SPIN, rumur). With symmetry of the resource managers, 5 RMs: 314.
 */
export function twoPhaseRegions(rms: number, symmetry = false): PortedModel<unknown, Event> {
  const ids = range(1, rms);
  const config = {
    type: "parallel",
    states: {
      tm: {
        id: "tm",
        initial: "init",
        states: {
          init: {
            on: {
              tmCommit: {
                guard: and(ids.map((rm) => stateIn(`#received${rm}.yes`))),
                target: "committed",
              },
              tmAbort: "aborted",
            },
          },
          committed: {},
          aborted: {},
        },
      },
      ...Object.fromEntries(ids.flatMap(regions)),
    },
  };
  const machine = createMachine(config as never); // as never: built from data
  const members: RegionSymmetry<unknown>["members"] = ids.map((rm) => [
    `rm${rm}`,
    `sent${rm}`,
    `received${rm}`,
  ]);
  return {
    machine,
    options: {
      events: [
        { type: "tmCommit" },
        { type: "tmAbort" },
        ...ids.flatMap((rm) => rmTypes.map((type) => ({ type: `${type}${rm}` }))),
      ],
      ...(symmetry && { symmetry: { members } }),
      properties: [
        {
          kind: "always",
          name: "consistent",
          statement: "No two resource managers arrive at conflicting decisions.",
          holds: ({ configuration }) => consistent(configuration, ids),
        },
      ],
    },
  };
}

/** The regions of one resource manager: its state, its message, and whether that was received. */
function regions(rm: number): [string, object][] {
  const receive = { guard: and([stateIn("#tm.init"), stateIn(`#sent${rm}.yes`)]) };
  return [
    [
      `rm${rm}`,
      {
        id: `rm${rm}`,
        initial: "working",
        on: {
          [`receiveCommit${rm}`]: { guard: stateIn("#tm.committed"), target: ".committed" },
          [`receiveAbort${rm}`]: { guard: stateIn("#tm.aborted"), target: ".aborted" },
        },
        states: {
          working: { on: { [`prepare${rm}`]: "prepared", [`chooseToAbort${rm}`]: "aborted" } },
          prepared: {},
          committed: {},
          aborted: {},
        },
      },
    ],
    [
      `sent${rm}`,
      {
        id: `sent${rm}`,
        initial: "no",
        states: {
          no: { on: { [`prepare${rm}`]: { guard: stateIn(`#rm${rm}.working`), target: "yes" } } },
          yes: {},
        },
      },
    ],
    [
      `received${rm}`,
      {
        id: `received${rm}`,
        initial: "no",
        states: {
          no: { on: { [`receivePrepared${rm}`]: { ...receive, target: "yes" } } },
          yes: { on: { [`receivePrepared${rm}`]: receive } },
        },
      },
    ],
  ];
}
