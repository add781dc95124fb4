import { assign, setup } from "xstate";
import { and } from "xstate/guards";
import { type PortedModel, range } from "./model.ts";

export type IncrementEvent = {
  readonly type: "read" | "write";
  readonly thread: number;
};

interface Context {
  readonly shared: number;
  readonly locals: readonly number[];
}

/**
 * Threads that increment a shared number without a lock, a region each.
 *
 * Source: stateright/stateright, examples/increment.rs. Published: 2 threads, 13 unique states;
 * the number of finished threads is not always the shared number.
 */
export function increment(threads: number): PortedModel<Context, IncrementEvent> {
  const ids = range(0, threads - 1);
  const program = setup({
    types: {} as { context: Context; events: IncrementEvent },
    guards: { isBy: ({ event }, { id }: { id: number }) => event.thread === id },
    actions: {
      readShared: assign({
        locals: ({ context, event }) => context.locals.with(event.thread, context.shared),
      }),
      writeShared: assign({
        shared: ({ context, event }) => (context.locals[event.thread] ?? 0) + 1,
      }),
    },
  });
  const region = (id: number) => {
    const guard = and([{ type: "isBy", params: { id } }]);
    return program.createStateConfig({
      initial: "reading",
      states: {
        reading: { on: { read: { guard, target: "writing", actions: "readShared" } } },
        writing: { on: { write: { guard, target: "finished", actions: "writeShared" } } },
        finished: { type: "final" },
      },
    });
  };
  const machine = program.createMachine({
    context: { shared: 0, locals: ids.map(() => 0) },
    type: "parallel",
    states: Object.fromEntries(ids.map((id) => [`thread${id}`, region(id)])),
  });
  return {
    machine,
    options: {
      events: eventsOf(ids),
      properties: [
        {
          kind: "always",
          name: "shared-counts-finished",
          statement: "The shared number is the number of threads that finished.",
          expect: { kind: "weakness", reason: "reading and writing is not one step" },
          holds: ({ context, configuration }) =>
            context.shared === ids.filter((id) => configuration.has(`thread${id}.finished`)).length,
        },
      ],
    },
  };
}

export function eventsOf(ids: readonly number[]): IncrementEvent[] {
  return ids.flatMap((thread) => (["read", "write"] as const).map((type) => ({ type, thread })));
}
