import { resultOf, returnValue } from "../../memory/call.js";
import { observablesOf } from "../../model/observables.js";
/** Runs events through the model; null when it takes no transition for one of them. */
export function replay({ layout, initial, step }, events) {
    const steps = [];
    let before = initial;
    for (const { index, event } of events) {
        const taken = step(before, event);
        if (taken === null)
            return null;
        const result = event.type === "sys_exit"
            ? returnValue(resultOf(layout, before.context.mem, event.task))
            : null;
        const expect = observablesOf(layout, taken.state.context.mem, result);
        steps.push({ index, event, before, transitions: taken.transitions, expect });
        before = taken.state;
    }
    return steps;
}
/** The steps with which calls begin. */
const entries = new Set([
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "crash_size_show",
    "crash_size_store",
]);
/** The steps of the worker that tells the crash image of a CPU that has come or gone. */
const hotplugs = new Set([
    "crash_handle_hotplug_event",
    "arch_crash_handle_hotplug_event",
    "hotplug_unlock",
]);
const writes = new Set(["proc_dointvec_minmax", "kexec_limit_handler"]);
/** Where the machine's end begins: a panic, a fatal bug, or the call that leaves for an image. */
function endingOf(steps) {
    const panics = steps.findIndex(({ event }) => event.type === "panic" || (event.type === "oops" && event.fatal));
    if (panics >= 0)
        return panics;
    const leaves = steps.findIndex(({ event }) => event.type === "kernel_restart_prepare");
    if (leaves < 0)
        return steps.length;
    return steps.slice(0, leaves).findLastIndex(({ event }) => event.type === "reboot");
}
/** The calls, writes and events of a run, in the order in which they begin. */
export function unitsOf(steps) {
    const units = [];
    const open = new Map();
    const ending = steps.slice(endingOf(steps));
    const hotplug = [];
    for (const step of steps.slice(0, steps.length - ending.length)) {
        const { event } = step;
        if (!("task" in event)) {
            if (writes.has(event.type))
                units.push({ kind: "write", step });
            if (!hotplugs.has(event.type))
                continue;
            if (hotplug.length === 0)
                units.push({ kind: "event", steps: hotplug });
            hotplug.push(step);
            continue;
        }
        if (event.type === "sigkill" || event.type === "oops") {
            units.push({ kind: "event", steps: [step] });
            continue;
        }
        if (entries.has(event.type)) {
            const own = [];
            open.set(event.task, own);
            units.push({ kind: "call", task: event.task, steps: own });
        }
        open.get(event.task)?.push(step);
    }
    if (ending.length > 0)
        units.push({ kind: "event", steps: ending });
    return units;
}
//# sourceMappingURL=replay.js.map