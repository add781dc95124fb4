import { assign } from "xstate";
import { assert } from "../src/base/assert.js";
/**
 * An action that changes memory: XState sees an `assign`, a compiler reads `.step`, the function
 * that mutates a draft.
 *
 * @param types the events on which the action may stand; others are a bug of the statechart
 */
export function step(types, apply) {
    const action = assign(({ context, event }, params) => {
        const mem = context.mem.slice();
        apply(mem, only(types, event), params);
        return { mem };
    });
    return Object.assign(action, { step: apply, types });
}
/** A guard: a question about memory and the event. A compiler reads `.ask`. */
export function question(types, ask) {
    const guard = ({ context, event }, params) => ask(context.mem, only(types, event), params);
    return Object.assign(guard, { ask, types });
}
/** An action of any task's event; most need nothing of it but the task. */
export function taskStep(apply) {
    const action = assign(({ context, event }, params) => {
        const mem = context.mem.slice();
        apply(mem, taskOf(event), params);
        return { mem };
    });
    const inner = (mem, event, params) => apply(mem, taskOf(event), params);
    return Object.assign(action, { step: inner });
}
/** A question that needs nothing of the event but the task. */
export function taskQuestion(ask) {
    const guard = ({ context, event }) => ask(context.mem, taskOf(event));
    return Object.assign(guard, { ask: (mem, event) => ask(mem, taskOf(event)) });
}
/** An action that needs nothing of the event. */
export function memStep(apply) {
    const action = assign(({ context }) => {
        const mem = context.mem.slice();
        apply(mem);
        return { mem };
    });
    return Object.assign(action, { step: apply });
}
/** A question that needs nothing of the event: it can be asked without one. */
export function memQuestion(ask) {
    return Object.assign(({ context }) => ask(context.mem), { ask });
}
function only(types, event) {
    const expected = types;
    assert(expected.includes(event.type), `expected ${types.join(" or ")}, got ${event.type}`);
    return event; // its type is one of `types`
}
function taskOf(event) {
    if (event.type === "panic" && event.by !== null)
        return event.by;
    assert("task" in event, `expected an event of a task, got ${event.type}`);
    return event.task;
}
//# sourceMappingURL=steps.js.map