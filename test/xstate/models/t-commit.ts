import { setup } from "xstate";
import { and, not, or, stateIn } from "xstate/guards";
import type { Configuration } from "../../../src/xstate/configuration.ts";
import { type PortedModel, range } from "./model.ts";

type Event = {
  readonly type: "prepare" | "commit" | "abort";
  readonly rm: number;
};

/**
 * Resource managers that agree to commit or abort a transaction: one parallel region each.
 *
 * Source: tlaplus/Examples, transaction_commit/TCommit.tla and TCommit.cfg (three RMs).
 * Published: 34 distinct, 94 generated, depth 7, deadlocks not checked. The two deadlocks are the
 * states in which everyone committed and in which everyone aborted.
 */
export function tCommit(rms: number): PortedModel<object, Event> {
  const ids = range(1, rms);
  const commit = setup({
    types: {} as { events: Event },
    guards: {
      isFor: ({ event }, { rm }: { rm: number }) => event.rm === rm,
      canCommit: and(ids.map((rm) => or([at(rm, "prepared"), at(rm, "committed")]))),
      notCommitted: and(ids.map((rm) => not(at(rm, "committed")))),
    },
  });
  const region = (rm: number) => {
    const isFor = { type: "isFor" as const, params: { rm } };
    const abort = { guard: and([isFor, "notCommitted"]), target: "aborted" };
    return commit.createStateConfig({
      id: `rm${rm}`,
      initial: "working",
      states: {
        working: { on: { prepare: { guard: isFor, target: "prepared" }, abort } },
        prepared: {
          on: { commit: { guard: and([isFor, "canCommit"]), target: "committed" }, abort },
        },
        committed: {},
        aborted: {},
      },
    });
  };
  const machine = commit.createMachine({
    type: "parallel",
    states: Object.fromEntries(ids.map((rm) => [`rm${rm}`, region(rm)])),
  });
  return {
    machine,
    options: {
      events: ids.flatMap((rm) =>
        (["prepare", "commit", "abort"] as const).map((type) => ({ type, rm })),
      ),
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

/** Whether nobody committed while somebody aborted. */
export function consistent(configuration: Configuration, ids: readonly number[]): boolean {
  const some = (state: string) => ids.some((rm) => configuration.has(`rm${rm}.${state}`));
  return !(some("committed") && some("aborted"));
}

function at(rm: number, state: string) {
  return stateIn(`#rm${rm}.${state}`);
}
