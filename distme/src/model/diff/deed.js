import { eventLabel } from "../describe.js";
/** The task that makes whole calls, and the one that may be stopped inside a call meanwhile. */
export const caller = 0;
export const other = 1;
/** Events that begin something new. */
export const entries = new Set([
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
    "proc_dointvec_minmax",
    "kexec_limit_handler",
    "panic",
    "crash_handle_hotplug_event",
]);
/** What comes before a step of a call and is none itself. */
export function isInterrupt({ type }) {
    return type === "sigkill" || type === "oops";
}
/** The deed as a person reads it, without the answer. */
export function deedLabel(layout, deed) {
    switch (deed.kind) {
        case "call":
            return eventLabel(layout, deed.enter);
        case "begin": {
            const { enter, stop, fault } = deed;
            const fails = fault ? `, ${eventLabel(layout, fault)},` : "";
            const where = "before" in stop ? `before ${stop.before}` : `after ${stop.after}`;
            return `task ${other} in ${eventLabel(layout, enter)}${fails} stops ${where}`;
        }
        case "finish":
            return `task ${other} goes on`;
        case "event":
            return eventName(layout, deed.event);
    }
}
/** What fails, or null when nothing does. */
export function answerLabel(layout, deed) {
    if (deed.kind !== "call" || deed.answer === null)
        return null;
    const { at, event } = deed.answer;
    const count = at.nth === 1 ? "" : `${ordinal(at.nth)} `;
    if (event.type === "sigkill")
        return `killed before the ${count}${at.type}`;
    if (event.type === "oops")
        return `oops before the ${count}${at.type}`;
    return `${count}${eventLabel(layout, event)}`;
}
function eventName(layout, event) {
    return event.type === "crash_handle_hotplug_event"
        ? "a CPU or memory comes or goes"
        : eventLabel(layout, event);
}
function ordinal(n) {
    return `${n}${n === 2 ? "nd" : n === 3 ? "rd" : "th"}`;
}
//# sourceMappingURL=deed.js.map