import { assign } from "xstate";
import { assert } from "../src/base/assert.ts";
import type { Mem } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent, KexecEventType, PanicEvent, TaskEvent } from "./events.ts";

type EventOf<Type extends KexecEventType> = Extract<KexecEvent, { readonly type: Type }>;

export interface Args {
  readonly context: KexecContext;
  readonly event: KexecEvent;
}

/**
 * An action that changes memory: XState sees an `assign`, a compiler reads `.step`, the function
 * that mutates a draft.
 *
 * @param types the events on which the action may stand; others are a bug of the statechart
 */
export function step<Type extends KexecEventType, P = undefined>(
  types: readonly Type[],
  apply: (mem: Mem, event: EventOf<Type>, params: P) => void,
) {
  const action = assign<KexecContext, KexecEvent, P, KexecEvent, never>(
    ({ context, event }: Args, params: P) => {
      const mem = context.mem.slice();
      apply(mem, only(types, event), params);
      return { mem };
    },
  );
  return Object.assign(action, { step: apply, types });
}

/** A guard: a question about memory and the event. A compiler reads `.ask`. */
export function question<Type extends KexecEventType, P = undefined>(
  types: readonly Type[],
  ask: (mem: Mem, event: EventOf<Type>, params: P) => boolean,
) {
  const guard = ({ context, event }: Args, params: P): boolean =>
    ask(context.mem, only(types, event), params);
  return Object.assign(guard, { ask, types });
}

/** What happens to a task: its own step, or a panic of the CPU that it runs on. */
type OwnEvent = TaskEvent | PanicEvent;

/** An action of any task's event; most need nothing of it but the task. */
export function taskStep<P = undefined>(apply: (mem: Mem, task: number, params: P) => void) {
  const action = assign<KexecContext, KexecEvent, P, KexecEvent, never>(
    ({ context, event }: Args, params: P) => {
      const mem = context.mem.slice();
      apply(mem, taskOf(event), params);
      return { mem };
    },
  );
  const inner = (mem: Mem, event: OwnEvent, params: P): void => apply(mem, taskOf(event), params);
  return Object.assign(action, { step: inner });
}

/** A question that needs nothing of the event but the task. */
export function taskQuestion(ask: (mem: Mem, task: number) => boolean) {
  const guard = ({ context, event }: Args): boolean => ask(context.mem, taskOf(event));
  return Object.assign(guard, { ask: (mem: Mem, event: OwnEvent) => ask(mem, taskOf(event)) });
}

/** An action that needs nothing of the event. */
export function memStep(apply: (mem: Mem) => void) {
  const action = assign<KexecContext, KexecEvent, undefined, KexecEvent, never>(
    ({ context }: Args) => {
      const mem = context.mem.slice();
      apply(mem);
      return { mem };
    },
  );
  return Object.assign(action, { step: apply });
}

/** A question that needs nothing of the event: it can be asked without one. */
export function memQuestion(ask: (mem: Mem) => boolean) {
  return Object.assign(({ context }: Args): boolean => ask(context.mem), { ask });
}

function only<Type extends KexecEventType>(
  types: readonly Type[],
  event: KexecEvent,
): EventOf<Type> {
  const expected: readonly KexecEventType[] = types;
  assert(expected.includes(event.type), `expected ${types.join(" or ")}, got ${event.type}`);
  return event as EventOf<Type>; // its type is one of `types`
}

function taskOf(event: KexecEvent): number {
  if (event.type === "panic" && event.by !== null) return event.by;
  assert("task" in event, `expected an event of a task, got ${event.type}`);
  return event.task;
}
