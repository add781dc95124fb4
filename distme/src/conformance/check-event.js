import { errnos } from "../kernel/errno.js";
import { payloads } from "./event-payloads.js";
const types = Object.keys(payloads); // the keys are event types by definition
/**
 * Checks that a value is an event that can be sent to the machine of a world; whether the machine
 * takes it depends on its state.
 *
 * @param at where it stands in its file
 * @throws what `scope.shapes` makes of a value that is none
 */
export function checkEvent(value, at, scope) {
    const { world, shapes } = scope;
    const { object, integer, count, oneOf } = shapes;
    const event = object(value, at);
    const payload = payloads[oneOf(event["type"], `${at}.type`, types)];
    switch (payload) {
        case "machine":
            break;
        case "value":
            integer(event["value"], `${at}.value`);
            break;
        case "limit":
            oneOf(event["limit"], `${at}.limit`, ["reboot", "panic"]);
            integer(event["value"], `${at}.value`);
            break;
        case "by":
            if (event["by"] !== null)
                count(event["by"], `${at}.by`, world.bounds.tasks - 1);
            break;
        default:
            count(event["task"], `${at}.task`, world.bounds.tasks - 1);
            checkPayload(payload, { value: event[payload], at: `${at}.${payload}` }, scope);
    }
    return value; // its type is one of ours, and so is what that type carries
}
/** What an event of a task carries. */
function checkPayload(payload, { value, at }, { world, shapes: { count, flag, oneOf } }) {
    const { requests, calls = [], frames, crashFrames } = world.bounds;
    if (payload === "request")
        count(value, at, requests.length - 1);
    if (payload === "call")
        count(value, at, calls.length - 1);
    if (payload === "outcome")
        oneOf(value, at, ["ok", ...Object.keys(errnos)]);
    // the end of the crash region may have been given to the page allocator
    if (payload === "frame" && value !== null)
        count(value, at, frames + crashFrames - 1);
    if (payload === "wrote" || payload === "fatal")
        flag(value, at);
}
/** As many events as a run of a file may have. */
export const events_max = 200_000;
/** Checks a run of a file. @throws as `checkEvent` */
export function checkEvents(value, at, scope) {
    const { list, wrong } = scope.shapes;
    const events = list(value, at);
    if (events.length > events_max)
        throw wrong(at, `at most ${events_max} events`, events.length);
    return events.map((event, i) => checkEvent(event, `${at}[${i}]`, scope));
}
//# sourceMappingURL=check-event.js.map