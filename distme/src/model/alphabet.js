import { isAlone, isInCall, isJumping, isKilled, othersInCalls } from "../memory/call.js";
import { isAllocatable } from "../memory/frames.js";
import { planOf } from "../memory/layout.js";
import { currentPage } from "../memory/loading.js";
import { parkedHit } from "../memory/pages.js";
import { isOnCrash, isUnload } from "../memory/request.js";
import { taskOf, taskOfPath, taskRegion } from "./compose.js";
/**
 * Every event of a world, with every payload that the kernel does not decide.
 *
 * Left out are payloads that make no difference (which page the allocator would give to a task
 * that is killed) and all but the lowest of free frames that can be exchanged.
 */
export function alphabetOf(world, layout) {
    const tasks = Array.from({ length: world.bounds.tasks }, (_, task) => eventsOf(world, task));
    const events = [...sysctlEvents(world), ...tasks.flat(), ...machineEvents(world)];
    const offers = offersOf(world, layout);
    return {
        events,
        offers,
        in: (state) => events.filter((event) => isHandled(state.configuration, event) && (offers[event.type]?.(state, event) ?? true)),
    };
}
function sysctlEvents({ sysctl, limits = false, bounds }) {
    if (!sysctl)
        return [];
    const disabled = [0, 1].map((value) => ({ type: "proc_dointvec_minmax", value }));
    if (!limits || !bounds.features.includes("load-limits"))
        return disabled;
    const writes = ["reboot", "panic"].flatMap((limit) => [-1, 0, 1].map((value) => ({ type: "kexec_limit_handler", limit, value })));
    return [...disabled, ...writes];
}
const panicPath = [
    "__crash_kexec",
    "crash_save_vmcoreinfo",
    "machine_crash_shutdown",
    "machine_kexec",
    "smp_send_stop",
];
const hotplugPath = [
    "crash_handle_hotplug_event",
    "arch_crash_handle_hotplug_event",
    "hotplug_unlock",
];
/** What no task does: only in worlds that are about it. */
function machineEvents({ bounds, panic, oops, hotplug }) {
    const { tasks, calls = [], features } = bounds;
    const events = [];
    if (calls.some(({ call }) => call === "reboot"))
        events.push({ type: "relocate_kernel" });
    if (hotplug && features.includes("crash-hotplug")) {
        events.push(...hotplugPath.map((type) => ({ type })));
    }
    if (panic) {
        const by = [null, ...Array.from({ length: tasks }, (_, task) => task)];
        events.push(...by.map((cpu) => ({ type: "panic", by: cpu })));
    }
    if (panic || oops)
        events.push(...panicPath.map((type) => ({ type })));
    return events;
}
function eventsOf(world, task) {
    const entries = Object.entries(payloadsOf(world));
    return entries.flatMap(([type, payloads]) => payloads.map((payload) => ({ type, task, ...payload })));
}
const nothing = [{}];
const succeeds = { outcome: "ok" };
const lacksMemory = { outcome: "ENOMEM" };
const faults = { outcome: "EFAULT" };
const isBusy = { outcome: "EBUSY" };
function payloadsOf(world) {
    const { bounds, sigkill } = world;
    const calls = bounds.calls ?? [];
    const of = (name) => calls.flatMap((one, call) => (one.call === name ? [{ call }] : []));
    const loads = (byFile) => bounds.requests.flatMap(({ file = false }, request) => (file === byFile ? [{ request }] : []));
    const shrinks = of("crash_size_store").length > 0;
    const allocatable = bounds.frames + (shrinks ? bounds.crashFrames : 0);
    const frames = Array.from({ length: allocatable }, (_, frame) => ({ frame }));
    const allocations = [{ frame: null }, ...frames];
    return {
        kexec_load: loads(false),
        kexec_file_load: loads(true),
        reboot: of("reboot"),
        crash_size_show: of("crash_size_show"),
        crash_size_store: of("crash_size_store"),
        kexec_load_permitted: nothing,
        kexec_load_check: nothing,
        copy_user_segment_list: [succeeds, faults, lacksMemory],
        kexec_trylock: nothing,
        do_kexec_load: nothing,
        kimage_free: nothing,
        kimage_alloc_init: nothing,
        do_kimage_alloc_init: [succeeds, lacksMemory],
        sanity_check_segment_list: nothing,
        kimage_alloc_normal_control_pages: allocations,
        kimage_alloc_crash_control_pages: nothing,
        machine_kexec_prepare: [succeeds, lacksMemory, { outcome: "EBUSY" }],
        kimage_crash_copy_vmcoreinfo: [succeeds, lacksMemory],
        kimage_set_destination: nothing,
        kimage_alloc_page: allocations,
        kimage_add_page: nothing,
        copy_from_user: [succeeds, faults],
        kimage_terminate: nothing,
        machine_kexec_post_load: [succeeds],
        xchg: nothing,
        arch_kexec_protect_crashkres: nothing,
        kexec_unlock: nothing,
        sys_exit: nothing,
        kimage_file_alloc_init: [succeeds, lacksMemory, { outcome: "EINVAL" }],
        kimage_load_segment: [succeeds, lacksMemory],
        mutex_lock: nothing,
        mutex_unlock: nothing,
        kernel_kexec: nothing,
        kernel_restart_prepare: nothing,
        machine_shutdown: nothing,
        freeze_processes: [succeeds, isBusy],
        dpm_suspend_start: [succeeds, isBusy],
        syscore_suspend: nothing,
        swap_pages: nothing,
        peer_returns: [{ wrote: false }, { wrote: true }],
        thaw_processes: nothing,
        crash_get_memory_size: nothing,
        crash_shrink_memory: [succeeds, lacksMemory],
        sigkill: sigkill ? nothing : [],
        oops: oopses(world),
    };
}
/**
 * An oops anywhere, or only behind a fault that the model runs into by itself, which takes two doors
 * (B2). Without panics it makes no difference what kexec_should_crash says.
 */
function oopses({ oops, panic, bounds }) {
    if (oops)
        return panic ? [{ fatal: false }, { fatal: true }] : [{ fatal: false }];
    return bounds.requests.some(({ file }) => file) ? [{ fatal: false }] : [];
}
/** Whether an active state of the event's own region handles it. */
function isHandled({ handlers }, event) {
    const nodes = handlers.get(event.type) ?? [];
    const task = taskOf(event);
    return nodes.some(({ path }) => {
        const region = taskOfPath(path);
        return region === task || (region === null && !("task" in event));
    });
}
/** For the event types whose payloads do not matter everywhere: where they do. */
function offersOf(world, layout) {
    const by = (_type, ask) => ask; // asked with events of its type only
    const requestOf = ({ context }, task) => planOf(layout, context.mem, task).request;
    const copiesBeforeLock = layout.bounds.features.includes("list-copied-before-lock");
    return {
        // on the CPU of a task in a call; on another one: once, or as a nested one
        panic: by("panic", ({ configuration, context: { mem } }, { by: cpu }) => cpu === null
            ? world.panic === "nested" || configuration.has(calm)
            : isInCall(layout, mem, cpu)),
        // where the model itself runs into a fault, it has to follow
        oops: by("oops", ({ configuration, context: { mem } }, { task }) => (world.oops === true && isInCall(layout, mem, task) && !isAlone(mem)) ||
            faulted(task).some((path) => configuration.has(path))),
        // a jump freezes the administrator, too
        proc_dointvec_minmax: by("proc_dointvec_minmax", ({ context: { mem } }) => !isJumping(mem)),
        kexec_limit_handler: by("kexec_limit_handler", ({ context: { mem } }) => !isJumping(mem)),
        // a task that is in a call cannot be frozen
        freeze_processes: by("freeze_processes", ({ context: { mem } }, { task, outcome }) => outcome !== "ok" || !othersInCalls(layout, mem, task)),
        kimage_crash_copy_vmcoreinfo: by("kimage_crash_copy_vmcoreinfo", (state, { task, outcome }) => outcome === "ok" || isOnCrash(requestOf(state, task))),
        // memdup_user allocates, and an unload has nothing to copy
        copy_user_segment_list: by("copy_user_segment_list", (state, { task, outcome }) => outcome === "ok" ||
            (!isUnload(requestOf(state, task)) && (outcome === "EFAULT" || copiesBeforeLock))),
        copy_from_user: by("copy_from_user", ({ context: { mem } }, { task, outcome }) => outcome === "ok" || currentPage(layout, mem, task).chunk !== "none"),
        // on x86-64 without memory for the transition tables; on arm64, for a normal image, with CPUs
        // that cannot be stopped
        machine_kexec_prepare: by("machine_kexec_prepare", (state, { task, outcome }) => outcome !== "EBUSY" || !isOnCrash(requestOf(state, task))),
        kimage_alloc_normal_control_pages: by("kimage_alloc_normal_control_pages", (state, event) => isAllocated(layout, state, event)),
        kimage_alloc_page: by("kimage_alloc_page", (state, event) => isAllocated(layout, state, event) &&
            (event.frame === null ||
                !wantsSource(state.configuration, event.task) ||
                parkedHit(layout, state.context.mem, event.task) < 0)),
    };
}
const calm = "running.panic.calm";
function faulted(task) {
    return [`${taskRegion(task)}.call.faulted`, `${taskRegion(task)}.file.faulted`];
}
/** Whether the page allocator may answer so: with nothing, a frame with a name, or one of the others. */
function isAllocated(layout, { context: { mem } }, { task, frame }) {
    if (frame === null)
        return true;
    if (isKilled(layout, mem, task) || !isAllocatable(layout, mem, frame))
        return false;
    for (const other of layout.interchangeable) {
        if (other === frame)
            return true;
        if (isAllocatable(layout, mem, other))
            return !layout.isInterchangeable[frame];
    }
    return true;
}
const waiting = new WeakMap();
/** Whether a task waits for a source page: then a parked one is taken, whatever is free. */
function wantsSource(configuration, task) {
    let leaves = waiting.get(configuration);
    if (!leaves) {
        leaves = configuration.leaves.filter((path) => path.endsWith(".sourcePage"));
        waiting.set(configuration, leaves);
    }
    return leaves.length > 0 && leaves.some((path) => path.startsWith(`${taskRegion(task)}.`));
}
//# sourceMappingURL=alphabet.js.map