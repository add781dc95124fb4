import { assign, setup } from "xstate";
import { eventsOf, type IncrementEvent } from "./increment.ts";
import { type PortedModel, range } from "./model.ts";

interface Thread {
  readonly pc: "reading" | "writing" | "finished";
  readonly local: number;
}

interface Context {
  readonly shared: number;
  readonly threads: readonly Thread[];
}

/**
 * The program of `increment.ts` with the threads in the context, where they can be sorted.
 *
 * Source: stateright/stateright, examples/increment.rs. Published: 2 threads, 8 states.
 */
export function incrementSymmetric(threads: number): PortedModel<Context, IncrementEvent> {
  const ids = range(0, threads - 1);
  const machine = setup({
    types: {} as { context: Context; events: IncrementEvent },
    guards: {
      isAt: ({ context, event }, { pc }: { pc: Thread["pc"] }) =>
        context.threads[event.thread]?.pc === pc,
    },
    actions: {
      readShared: assign({
        threads: ({ context: { threads, shared }, event }) =>
          threads.with(event.thread, { pc: "writing", local: shared }),
      }),
      writeShared: assign(({ context: { threads }, event }) => {
        const local = threads[event.thread]?.local ?? 0;
        return {
          shared: local + 1,
          threads: threads.with(event.thread, { pc: "finished", local }),
        };
      }),
    },
  }).createMachine({
    context: { shared: 0, threads: ids.map(() => ({ pc: "reading" as const, local: 0 })) },
    initial: "running",
    states: {
      running: {
        on: {
          read: { guard: { type: "isAt", params: { pc: "reading" } }, actions: "readShared" },
          write: { guard: { type: "isAt", params: { pc: "writing" } }, actions: "writeShared" },
        },
      },
    },
  });
  const key = ({ pc, local }: Thread) => `${pc} ${local}`;
  return {
    machine,
    options: {
      events: eventsOf(ids),
      terminal: ({ context }) => context.threads.every(({ pc }) => pc === "finished"),
      canonical: ({ shared, threads: unsorted }) => ({
        shared,
        threads: unsorted.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
      }),
    },
  };
}
