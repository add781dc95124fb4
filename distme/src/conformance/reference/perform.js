import { elfcorehdrPage } from "./contents.js";
import { decisionFor, entries, placeDifferences, regionsOf, stepDifferences, taskRegions, } from "./steps.js";
/**
 * Performs an event.
 *
 * @param after the model's state after it
 * @returns why it could not be performed, or where its actors stand that should be elsewhere
 */
export function performEvent(lockstep, event, after) {
    switch (event.type) {
        case "proc_dointvec_minmax":
            // every other value is refused with EINVAL, before kexec sees it
            if (event.value === 1 && !isFrozen(lockstep))
                lockstep.kernel.setKexecLoadDisabled();
            return [];
        case "kexec_limit_handler":
            if (!isFrozen(lockstep))
                lockstep.kernel.setLoadLimit(event.limit, event.value);
            return [];
        case "panic":
            return [
                ...panicOn(lockstep, event.by),
                ...(event.by === null ? [] : taskPlace(lockstep, event.by, after)),
                ...panicPlace(lockstep, after),
            ];
        case "oops":
            return [
                ...oops(lockstep, event),
                ...taskPlace(lockstep, event.task, after),
                ...panicPlace(lockstep, after),
            ];
        case "sigkill":
            return kill(lockstep, event);
        default:
            return isEntry(event)
                ? (enter(lockstep, event) ?? taskPlace(lockstep, event.task, after))
                : goOn(lockstep, event, after);
    }
}
/** An administrator is a user process, too. */
function isFrozen({ kernel }) {
    return kernel.observe().frozen;
}
function isEntry(event) {
    const types = entries;
    return types.includes(event.type);
}
/** The first CPU that panics goes on with it; on another one, or again, the kernel knows. */
function panicOn({ kernel, panics, threads }, by) {
    const on = by === null ? (panics.at(-1) ?? null) : (threads.get(by) ?? null);
    if (by !== null && on === null)
        return [notThere(`task ${by}`, "panic", "user space")];
    const thread = kernel.panic(on);
    if (thread !== null)
        panics.push(thread);
    return [];
}
function oops({ kernel, panics, threads }, { task, fatal }) {
    const on = threads.get(task);
    if (on === undefined)
        return [notThere(`task ${task}`, "oops", "user space")];
    const thread = kernel.oops(on, fatal);
    if (thread !== null)
        panics.push(thread);
    return [];
}
function kill({ threads }, { task }) {
    const thread = threads.get(task);
    if (thread === undefined)
        return [notThere(`task ${task}`, "sigkill", "user space")];
    thread.kill();
    return [];
}
/** @returns null when the task is in the kernel now */
function enter(lockstep, event) {
    const { threads } = lockstep;
    const inside = threads.get(event.task);
    if (inside !== undefined) {
        return [notThere(`task ${event.task}`, event.type, inside.step?.step ?? "nothing more")];
    }
    threads.set(event.task, threadOf(lockstep, event));
    return null;
}
function threadOf({ kernel, requests, layout }, event) {
    if ("request" in event) {
        const asked = requests[event.request];
        if (asked === undefined)
            throw new Error(`there is no request ${event.request}`);
        return asked.door === "kexec_load"
            ? kernel.kexecLoad(asked.request)
            : kernel.kexecFileLoad(asked.request);
    }
    const call = layout.bounds.calls?.[event.call];
    if (call === undefined)
        throw new Error(`there is no call ${event.call}`);
    const thread = begin(kernel, call);
    // up to here the statechart makes one step of it
    thread.next();
    return thread;
}
function begin(kernel, call) {
    switch (call.call) {
        case "reboot":
            return kernel.reboot(call);
        case "crash_size_show":
            return kernel.crashSizeShow();
        case "crash_size_store":
            return kernel.crashSizeStore(call.size_bytes ?? "junk");
    }
}
/** Performs the step that a thread stands before. */
function goOn(lockstep, event, after) {
    const { layout, machine } = lockstep;
    // the first event is about nothing that is there already
    const state = lockstep.state ?? after;
    if (event.type === "crash_handle_hotplug_event" && lockstep.worker === null) {
        lockstep.worker = lockstep.kernel.hotplug(elfcorehdrPage);
    }
    const task = "task" in event ? event.task : rebooting(lockstep);
    const actor = actorOf(lockstep, event, task);
    const wrong = stepDifferences(event, { layout, state, task }, actor, machine);
    if (wrong.length > 0 || actor.thread === null)
        return wrong;
    actor.thread.next(decisionFor(event, { layout, state, task }, lockstep));
    if (actor.thread.done)
        forget(lockstep, actor.thread);
    return isPanicStep(event) ? panicPlace(lockstep, after) : placeOf(lockstep, event, task, after);
}
function placeOf(lockstep, event, ...[task, after]) {
    if (!isWorkerStep(event))
        return taskPlace(lockstep, task, after);
    const actor = { name: "the hotplug worker", thread: lockstep.worker };
    const situation = { layout: lockstep.layout, state: after, task };
    return placeDifferences(situation, actor, regionsOf(after, "running.hotplug"));
}
/** The task whose CPU is the last one that runs; what it reboots from is not asked otherwise. */
function rebooting({ threads }) {
    const found = [...threads].find(([, thread]) => thread.step?.step === "relocate_kernel");
    return found?.[0] ?? 0;
}
function actorOf({ threads, worker, panics }, event, task) {
    if (isWorkerStep(event))
        return { name: "the hotplug worker", thread: worker };
    if (isPanicStep(event))
        return { name: "the panicking CPU", thread: panics.at(-1) ?? null };
    return { name: `task ${task}`, thread: threads.get(task) ?? null };
}
const workerSteps = [
    "crash_handle_hotplug_event",
    "arch_crash_handle_hotplug_event",
    "hotplug_unlock",
];
const panicSteps = [
    "__crash_kexec",
    "crash_save_vmcoreinfo",
    "machine_crash_shutdown",
    "machine_kexec",
    "smp_send_stop",
];
function isWorkerStep({ type }) {
    return workerSteps.includes(type);
}
function isPanicStep({ type }) {
    return panicSteps.includes(type);
}
/** A thread that has returned is in user space, or no more. */
function forget(lockstep, thread) {
    for (const [task, own] of lockstep.threads)
        if (own === thread)
            lockstep.threads.delete(task);
    if (lockstep.worker === thread)
        lockstep.worker = null;
}
function taskPlace({ layout, threads }, task, after) {
    const actor = { name: `task ${task}`, thread: threads.get(task) ?? null };
    return placeDifferences({ layout, state: after, task }, actor, taskRegions(after, task));
}
function panicPlace({ layout, panics }, after) {
    const actor = { name: "the panicking CPU", thread: panics.at(-1) ?? null };
    const situation = { layout, state: after, task: 0 };
    return placeDifferences(situation, actor, regionsOf(after, "running.panic"));
}
function notThere(name, type, where) {
    return { what: `step of ${name}`, model: type, system: where };
}
//# sourceMappingURL=perform.js.map