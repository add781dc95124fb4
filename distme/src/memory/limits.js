import { get, LIMIT_PANIC, LIMIT_REBOOT, planOf } from "./layout.js";
import { isOnCrash } from "./request.js";
function at(limit) {
    return limit === "panic" ? LIMIT_PANIC : LIMIT_REBOOT;
}
/** The limit, or -1 when there is none. */
export function limitOf(mem, limit) {
    return get(mem, at(limit)) - 1;
}
/** Whether a write is accepted: not negative, and smaller than the limit that there is. */
export function isLimitAccepted(mem, limit, value) {
    const old = limitOf(mem, limit);
    return value >= 0 && (old < 0 || value < old);
}
export function setLimit(mem, limit, value) {
    mem[at(limit)] = value + 1;
}
/** The limit of the kind of image that a task's request is about. */
export function ownLimit(layout, mem, task) {
    return isOnCrash(planOf(layout, mem, task).request) ? "panic" : "reboot";
}
/** One attempt is used up, whatever becomes of it. */
export function consumeLimit(layout, mem, task) {
    const limit = ownLimit(layout, mem, task);
    const left = limitOf(mem, limit);
    if (left > 0)
        setLimit(mem, limit, left - 1);
}
//# sourceMappingURL=limits.js.map