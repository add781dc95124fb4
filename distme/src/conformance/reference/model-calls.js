import { assert } from "../../base/assert.js";
import { resultOf, returnValue } from "../../memory/call.js";
/**
 * The calls of a test, and the writes of sysctls between them: a call stands where it passes the
 * gates, since it does not look at the sysctls after that. A call that never returns is none.
 *
 * @throws AssertionError when there is a second caller
 */
export function deedsOf({ id, steps }, simulation) {
    const { layout, initial } = simulation;
    const deeds = [];
    let state = initial;
    let request = null;
    let events = [];
    let before = initial.context.mem;
    let place = 0;
    for (const { event } of steps) {
        assert(!("task" in event) || event.task === 0, `${id}: expected one caller, got another`);
        const { mem } = state.context;
        const next = simulation.step(state, event)?.state;
        assert(next !== undefined, `${id}: the model does not take ${event.type}`);
        if ("request" in event || "call" in event) {
            events = [];
            before = mem;
            request = "request" in event ? event.request : null;
        }
        events.push(event);
        const write = writeOf(event);
        if (write !== null)
            deeds.push(write);
        if (isGate(event))
            place = deeds.length;
        if (event.type === "sys_exit") {
            const result = returnValue(resultOf(layout, mem, event.task));
            const after = next.context.mem;
            deeds.splice(place, 0, { kind: "call", request, events, before, after, result });
        }
        state = next;
    }
    return deeds;
}
function writeOf(event) {
    if (event.type === "proc_dointvec_minmax")
        return event.value === 1 ? { kind: "disable" } : null;
    if (event.type !== "kexec_limit_handler")
        return null;
    return { kind: "limit", limit: event.limit, value: event.value };
}
/** Calls without such a step look at no sysctl: they stand where they began. */
function isGate({ type }) {
    return [
        "kexec_load_check",
        "kexec_load_permitted",
        "reboot",
        "crash_size_show",
        "crash_size_store",
    ].includes(type);
}
//# sourceMappingURL=model-calls.js.map