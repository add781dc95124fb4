import { raise, setup } from "xstate";
import { and, stateIn } from "xstate/guards";
import type { Always, LeadsTo } from "../../../src/xstate/property.ts";
import { type LiveModel, strong, weak, weakPerProcess } from "./model.ts";

export const processes = [1, 2];

type LockEvent =
  | { readonly type: "l0" | "l1" | "cs" | "l2"; readonly process: number }
  | { readonly type: "take" | "release" };

/**
 * Two processes that take and release one lock, a region each, and a region for the lock.
 *
 * An event is the label of the step in the source. The lock changes in the same step, through a
 * raised event.
 *
 * Source: tlaplus/Examples, locks_auxiliary_vars/Lock.tla and Lock.cfg.
 * Published: 12 distinct, 21 generated, depth 5; nothing on liveness. Such a lock lets a process
 * starve unless taking it is treated strongly fairly, and TLC says so, too.
 */
export function lock(): LiveModel<object, LockEvent> {
  const locking = setup({
    types: {} as { events: LockEvent },
    guards: {
      isBy: ({ event }, { process }: { process: number }) =>
        "process" in event && event.process === process,
      lockFree: stateIn("#lock.free"),
    },
    actions: { takeLock: raise({ type: "take" }), releaseLock: raise({ type: "release" }) },
  });
  const region = (process: number) => {
    const guard = { type: "isBy" as const, params: { process } };
    return locking.createStateConfig({
      initial: "l0",
      states: {
        l0: { on: { l0: { guard, target: "l1" } } },
        l1: { on: { l1: { guard: and([guard, "lockFree"]), target: "cs", actions: "takeLock" } } },
        cs: { on: { cs: { guard, target: "l2" } } },
        l2: { on: { l2: { guard, target: "l0", actions: "releaseLock" } } },
      },
    });
  };
  const machine = locking.createMachine({
    type: "parallel",
    states: {
      lock: {
        id: "lock",
        initial: "free",
        states: { free: { on: { take: "held" } }, held: { on: { release: "free" } } },
      },
      ...Object.fromEntries(processes.map((process) => [`p${process}`, region(process)])),
    },
  });
  const labels = ["l0", "l1", "cs", "l2"] as const;
  return {
    machine,
    options: {
      events: processes.flatMap((process) => labels.map((type) => ({ type, process }))),
      properties: [mutualExclusion(["cs", "l2"])],
    },
    liveness: processes.map((process) => enters(process, ["l1"])),
    fairness: {
      perProcess: weakPerProcess(processes),
      strong: [
        ...weakPerProcess(processes),
        ...processes.map((id) =>
          strong<LockEvent>(`l1 of ${id}`, (event) => event.type === "l1" && event.process === id),
        ),
      ],
      next: [weak("Next", () => true)],
    },
  };
}

/** A process that is at one of these labels comes to its critical section. */
export function enters<E>(process: number, waiting: readonly string[]): LeadsTo<object, E> {
  return {
    kind: "leadsTo",
    name: `process-${process}-enters`,
    statement: "A process that wants to enter its critical section does.",
    when: ({ configuration }) => waiting.some((label) => configuration.has(`p${process}.${label}`)),
    holds: ({ configuration }) => configuration.has(`p${process}.cs`),
  };
}

/** Never two processes at the labels of their critical sections. */
export function mutualExclusion(critical: readonly string[]): Always<object> {
  return {
    kind: "always",
    name: "mutual-exclusion",
    statement: "Never are both processes in their critical sections.",
    holds: ({ configuration }) =>
      !processes.every((id) => critical.some((label) => configuration.has(`p${id}.${label}`))),
  };
}
