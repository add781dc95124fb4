import { assign, setup } from "xstate";
import type { Liveness } from "../../../src/xstate/property.ts";
import { type LiveModel, range, weak } from "./model.ts";

interface Context {
  readonly active: readonly boolean[];
  readonly black: readonly boolean[];
  /** The node that has the token. */
  readonly token: number;
  readonly tokenBlack: boolean;
}

type Event =
  | { readonly type: "initiateProbe" | "stopMessages" }
  | { readonly type: "passToken" | "deactivate"; readonly node: number }
  | { readonly type: "sendMsg"; readonly node: number; readonly to: number };

const nodes = range(0, 2);

/**
 * Dijkstra's detection of termination on a ring of three nodes.
 *
 * AllNodesTerminateIfNoMessages (<>[] no message is sent => <> all are inactive) speaks of steps, so
 * that the port has a region `messages`: with `mayStop`, at some time it stops them. Inactive nodes
 * never wake up by themselves, so that it makes no difference whether they all are before or after.
 *
 * Source: tlaplus/Examples, ewd840/EWD840.tla and .cfg. Published: 302 distinct, depth 10 (TLC with
 * one worker says 9). Liveness (terminated ~> terminationDetected) holds with weak fairness to the
 * token's steps, AllNodesTerminateIfNoMessages does not, but holds with weak fairness to all steps.
 */
export function ewd840({ mayStop = false } = {}): LiveModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event; input: Context },
    guards: {
      probeIsDue: ({ context }) =>
        context.token === 0 && (context.tokenBlack || context.black[0] === true),
      mayPass: ({ context: { active, black, token, tokenBlack }, event }) =>
        token === nodeOf(event) && (!active[token] || black[token] === true || tokenBlack),
      isActive: ({ context, event }) => context.active[nodeOf(event)] === true,
    },
    actions: {
      initiateProbe: assign(({ context }) => ({
        token: nodes.length - 1,
        tokenBlack: false,
        black: context.black.with(0, false),
      })),
      passToken: assign(({ context: { black, token, tokenBlack } }) => ({
        token: token - 1,
        tokenBlack: tokenBlack || black[token] === true,
        black: black.with(token, false),
      })),
      deactivate: assign({
        active: ({ context, event }) => context.active.with(nodeOf(event), false),
      }),
      wakeUp: assign(({ context: { active, black }, event }) => {
        const [from, to] = [nodeOf(event), "to" in event ? event.to : 0];
        return { active: active.with(to, true), black: to > from ? black.with(from, true) : black };
      }),
    },
  }).createMachine({
    context: ({ input }) => input,
    type: "parallel",
    states: {
      ring: {
        on: {
          initiateProbe: { guard: "probeIsDue", actions: "initiateProbe" },
          passToken: { guard: "mayPass", actions: "passToken" },
          deactivate: { guard: "isActive", actions: "deactivate" },
        },
      },
      messages: {
        initial: "flowing",
        states: {
          flowing: {
            on: {
              sendMsg: { guard: "isActive", actions: "wakeUp" },
              ...(mayStop && { stopMessages: "stopped" }),
            },
          },
          stopped: {},
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: events(mayStop),
      inputs: initialContexts(),
      properties: [
        {
          kind: "always",
          name: "termination-detection",
          statement: "Termination is detected only when all nodes are inactive.",
          when: ({ context }) => isDetected(context),
          holds: ({ context }) => isTerminated(context),
        },
      ],
    },
    liveness: [detected, ...(mayStop ? [terminates] : [])],
    fairness: {
      spec: [weak("System", ({ type }) => type === "initiateProbe" || type === "passToken")],
      next: [weak("Next", ({ type }) => type !== "stopMessages")],
    },
  };
}

const detected: Liveness<Context, Event> = {
  kind: "leadsTo",
  name: "termination-is-detected",
  statement: "Once all nodes are inactive, that is detected.",
  when: ({ context }) => isTerminated(context),
  holds: ({ context }) => isDetected(context),
};

const terminates: Liveness<Context, Event> = {
  kind: "leadsTo",
  name: "all-terminate-without-messages",
  statement: "When no more messages are sent, all nodes become inactive.",
  when: ({ configuration }) => configuration.has("messages.stopped"),
  holds: ({ context }) => isTerminated(context),
};

function events(mayStop: boolean): Event[] {
  return [
    { type: "initiateProbe" },
    ...nodes.slice(1).map((node) => ({ type: "passToken" as const, node })),
    ...nodes.map((node) => ({ type: "deactivate" as const, node })),
    ...nodes.flatMap((node) =>
      nodes.filter((to) => to !== node).map((to) => ({ type: "sendMsg" as const, node, to })),
    ),
    ...(mayStop ? [{ type: "stopMessages" as const }] : []),
  ];
}

/** Any nodes active, any black, the black token anywhere. */
function initialContexts(): Context[] {
  const choices = range(0, 2 ** nodes.length - 1).map((bits) =>
    nodes.map((node) => (bits >> node) % 2 === 1),
  );
  return choices.flatMap((active) =>
    choices.flatMap((black) => nodes.map((token) => ({ active, black, token, tokenBlack: true }))),
  );
}

function isTerminated({ active }: Context): boolean {
  return !active.includes(true);
}

function isDetected({ active, black, token, tokenBlack }: Context): boolean {
  return token === 0 && !tokenBlack && !black[0] && !active[0];
}

function nodeOf(event: Event): number {
  return "node" in event ? event.node : 0;
}
