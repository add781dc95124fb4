import type { Mem } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent, KexecEventType, PanicEvent, TaskEvent } from "./events.ts";
type EventOf<Type extends KexecEventType> = Extract<KexecEvent, {
    readonly type: Type;
}>;
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
export declare function step<Type extends KexecEventType, P = undefined>(types: readonly Type[], apply: (mem: Mem, event: EventOf<Type>, params: P) => void): import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, P, never, never, never, never, never> & {
    step: (mem: Mem, event: EventOf<Type>, params: P) => void;
    types: readonly Type[];
};
/** A guard: a question about memory and the event. A compiler reads `.ask`. */
export declare function question<Type extends KexecEventType, P = undefined>(types: readonly Type[], ask: (mem: Mem, event: EventOf<Type>, params: P) => boolean): (({ context, event }: Args, params: P) => boolean) & {
    ask: (mem: Mem, event: EventOf<Type>, params: P) => boolean;
    types: readonly Type[];
};
/** What happens to a task: its own step, or a panic of the CPU that it runs on. */
type OwnEvent = TaskEvent | PanicEvent;
/** An action of any task's event; most need nothing of it but the task. */
export declare function taskStep<P = undefined>(apply: (mem: Mem, task: number, params: P) => void): import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, P, never, never, never, never, never> & {
    step: (mem: Mem, event: OwnEvent, params: P) => void;
};
/** A question that needs nothing of the event but the task. */
export declare function taskQuestion(ask: (mem: Mem, task: number) => boolean): (({ context, event }: Args) => boolean) & {
    ask: (mem: Mem, event: OwnEvent) => boolean;
};
/** An action that needs nothing of the event. */
export declare function memStep(apply: (mem: Mem) => void): import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, undefined, never, never, never, never, never> & {
    step: (mem: Mem) => void;
};
/** A question that needs nothing of the event: it can be asked without one. */
export declare function memQuestion(ask: (mem: Mem) => boolean): (({ context }: Args) => boolean) & {
    ask: (mem: Mem) => boolean;
};
export {};
