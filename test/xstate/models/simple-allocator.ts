import { assign, setup } from "xstate";
import type { Liveness } from "../../../src/xstate/property.ts";
import { type LiveModel, range, strong, weak } from "./model.ts";

/** Sets of resources are bits: resource r is bit r. */
interface Context {
  /** Client -> what it has asked for and not got. */
  readonly wanted: readonly number[];
  /** Client -> what it holds. */
  readonly held: readonly number[];
}

type Event =
  | { readonly type: "request" | "allocate"; readonly client: number; readonly set: number }
  | ReturnEvent;

/** Fairness tells returns apart: of all that the client holds, and when it wants nothing more. */
interface ReturnEvent {
  readonly type: "return";
  readonly client: number;
  readonly set: number;
  readonly all: boolean;
  readonly satisfied: boolean;
}

const clients = range(0, 2);
const resources = range(0, 1);
const sets = range(1, 2 ** resources.length - 1);

/**
 * Three clients that request, get and return two resources, in part or all at once.
 *
 * Source: tlaplus/Examples, allocator/SimpleAllocator.tla and .cfg.
 * Published: 400 distinct, 1633 generated, depth 6. With the fairness `spec` all three liveness
 * properties hold; when clients need only return what they wanted in full (SimpleAllocator2),
 * ClientsWillReturn still holds, the others do not.
 */
export function simpleAllocator(): LiveModel<Context, Event> {
  const machine = setup({
    types: {} as { context: Context; events: Event },
    guards: {
      isIdle: ({ context, event }) => wanted(context, event) === 0 && held(context, event) === 0,
      isWantedAndFree: ({ context, event }) => {
        const free = ~context.held.reduce((all, set) => all | set, 0);
        return isWithin(event.set, free & wanted(context, event));
      },
      isHeld: ({ context, event }) =>
        event.type === "return" &&
        isWithin(event.set, held(context, event)) &&
        event.all === (event.set === held(context, event)) &&
        event.satisfied === (wanted(context, event) === 0),
    },
    actions: {
      want: assign({ wanted: ({ context, event }) => xored(context.wanted, event) }),
      takeWanted: assign(({ context, event }) => ({
        wanted: xored(context.wanted, event),
        held: xored(context.held, event),
      })),
      giveBack: assign({ held: ({ context, event }) => xored(context.held, event) }),
    },
  }).createMachine({
    context: { wanted: clients.map(() => 0), held: clients.map(() => 0) },
    initial: "allocating",
    states: {
      allocating: {
        on: {
          request: { guard: "isIdle", actions: "want" },
          allocate: { guard: "isWantedAndFree", actions: "takeWanted" },
          return: { guard: "isHeld", actions: "giveBack" },
        },
      },
    },
  });
  return {
    machine,
    options: {
      events: clients.flatMap((client) => sets.flatMap((set) => eventsOf(client, set))),
      properties: [
        {
          kind: "always",
          name: "resource-mutex",
          statement: "No two clients hold the same resource.",
          holds: ({ context: { held } }) =>
            held.reduce((sum, set) => sum + set, 0) === held.reduce((all, set) => all | set, 0),
        },
      ],
    },
    liveness: clients.flatMap(livenessOf),
    fairness: {
      spec: [...clients.map(returnsAll), ...clients.map((id) => strong(...allocations(id)))],
      weak: [...clients.map(returnsAll), ...clients.map((id) => weak(...allocations(id)))],
      spec2: [
        ...clients.map(returnsWhenSatisfied),
        ...clients.map((id) => strong(...allocations(id))),
      ],
    },
  };
}

function eventsOf(client: number, set: number): Event[] {
  const bits = [false, true];
  const returns = bits.flatMap((all) => bits.map((satisfied) => ({ all, satisfied })));
  return [
    { type: "request", client, set },
    { type: "allocate", client, set },
    ...returns.map((how) => ({ type: "return" as const, client, set, ...how })),
  ];
}

function livenessOf(client: number): Liveness<Context, Event>[] {
  const wants = (context: Context) => context.wanted[client] ?? 0;
  const holds = (context: Context) => context.held[client] ?? 0;
  return [
    {
      kind: "leadsTo",
      name: `client-${client}-will-return`,
      statement: "A client that wants nothing more returns all that it holds.",
      when: ({ context }) => wants(context) === 0,
      holds: ({ context }) => holds(context) === 0,
    },
    ...resources.map(
      (resource): Liveness<Context, Event> => ({
        kind: "leadsTo",
        name: `client-${client}-will-obtain-${resource}`,
        statement: "A client gets each resource that it wants.",
        when: ({ context }) => isWithin(1 << resource, wants(context)),
        holds: ({ context }) => isWithin(1 << resource, holds(context)),
      }),
    ),
    {
      kind: "leadsTo",
      name: `client-${client}-is-satisfied-again`,
      statement: "Again and again, a client wants nothing more.",
      when: () => true,
      holds: ({ context }) => wants(context) === 0,
    },
  ];
}

function returnsAll(client: number) {
  return weak<Event>(
    `client ${client} returns all`,
    (event) => event.type === "return" && event.client === client && event.all,
  );
}

function returnsWhenSatisfied(client: number) {
  return weak<Event>(
    `client ${client} returns all, wanting nothing`,
    (event) => event.type === "return" && event.client === client && event.all && event.satisfied,
  );
}

function allocations(client: number): [string, (event: Event) => boolean] {
  return [
    `allocate to client ${client}`,
    (event) => event.type === "allocate" && event.client === client,
  ];
}

function wanted(context: Context, { client }: Event): number {
  return context.wanted[client] ?? 0;
}

function held(context: Context, { client }: Event): number {
  return context.held[client] ?? 0;
}

function isWithin(set: number, all: number): boolean {
  return (set & ~all) === 0;
}

/** Adds or takes away the event's set for its client. */
function xored(perClient: readonly number[], { client, set }: Event): number[] {
  return perClient.map((old, id) => (id === client ? old ^ set : old));
}
