import { assign, setup } from "xstate";
import { and, stateIn } from "xstate/guards";
import { type LiveModel, range, weak } from "./model.ts";
import { consistent } from "./t-commit.ts";

interface Context {
  /** Resource managers that sent "prepared", ascending. */
  readonly sent: readonly number[];
  /** Resource managers whose message the transaction manager received, ascending. */
  readonly received: readonly number[];
}

const rmTypes = [
  "tmReceivePrepared",
  "rmPrepare",
  "rmChooseToAbort",
  "rmReceiveCommit",
  "rmReceiveAbort",
] as const;

type RmEvent = { readonly type: (typeof rmTypes)[number]; readonly rm: number };
type Event = RmEvent | { readonly type: "tmCommit" } | { readonly type: "tmAbort" };

/**
 * Two-phase commit: a region for the transaction manager and one for every resource manager.
 *
 * Messages are never removed and may be received again, so that some steps change nothing. The
 * messages "commit" and "abort" are not in the context: they exist once `tm` is in that state.
 *
 * Source: tlaplus/Examples, transaction_commit/TwoPhase.tla and .cfg; stateright examples/2pc.rs.
 * Published: 3 RMs 288 distinct, 1146 generated, depth 11; 5 RMs 8832, 58146, 17.
 */
export function twoPhase(rms: number): LiveModel<Context, Event> {
  const ids = range(1, rms);
  const protocol = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isFor: ({ event }, { rm }: { rm: number }) => "rm" in event && event.rm === rm,
      isSent: ({ context, event }) => "rm" in event && context.sent.includes(event.rm),
      allReceived: ({ context }) => context.received.length === rms,
    },
    actions: {
      sendPrepared: assign({
        sent: ({ context, event }) => ("rm" in event ? withId(context.sent, event.rm) : []),
      }),
      receivePrepared: assign({
        received: ({ context, event }) => ("rm" in event ? withId(context.received, event.rm) : []),
      }),
    },
  });
  const region = (rm: number) => {
    const isFor = { type: "isFor" as const, params: { rm } };
    const told = (state: string) => and([isFor, stateIn(`#tm.${state}`)]);
    return protocol.createStateConfig({
      initial: "working",
      on: {
        rmReceiveCommit: { guard: told("committed"), target: ".committed" },
        rmReceiveAbort: { guard: told("aborted"), target: ".aborted" },
      },
      states: {
        working: {
          on: {
            rmPrepare: { guard: isFor, target: "prepared", actions: "sendPrepared" },
            rmChooseToAbort: { guard: isFor, target: "aborted" },
          },
        },
        prepared: {},
        committed: {},
        aborted: {},
      },
    });
  };
  const machine = protocol.createMachine({
    context: { sent: [], received: [] },
    type: "parallel",
    states: {
      tm: {
        id: "tm",
        initial: "init",
        states: {
          init: {
            on: {
              tmReceivePrepared: { guard: "isSent", actions: "receivePrepared" },
              tmCommit: { guard: "allReceived", target: "committed" },
              tmAbort: "aborted",
            },
          },
          committed: {},
          aborted: {},
        },
      },
      ...Object.fromEntries(ids.map((rm) => [`rm${rm}`, region(rm)])),
    },
  });
  return {
    machine,
    options: {
      events: [
        { type: "tmCommit" },
        { type: "tmAbort" },
        ...ids.flatMap((rm) => rmTypes.map((type) => ({ type, rm }))),
      ],
      properties: [
        {
          kind: "always",
          name: "consistent",
          statement: "No two resource managers arrive at conflicting decisions.",
          holds: ({ configuration }) => consistent(configuration, ids),
        },
      ],
    },
    liveness: [
      {
        kind: "leadsTo",
        name: "all-abort",
        statement: "Once the transaction manager has aborted, all resource managers do.",
        when: ({ configuration }) => configuration.has("tm.aborted"),
        holds: ({ configuration }) => ids.every((rm) => configuration.has(`rm${rm}.aborted`)),
      },
    ],
    fairness: {
      next: [weak("Next", () => true)],
      manager: [weak("TM", ({ type }) => type.startsWith("tm"))],
    },
  };
}

function withId(list: readonly number[], id: number): number[] {
  return [...new Set([...list, id])].sort((a, b) => a - b);
}
