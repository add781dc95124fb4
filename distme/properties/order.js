import { isInCall, otherCallOf, resultOf } from "../src/memory/call.js";
import { wantsUpdate } from "../src/memory/elfcorehdr.js";
import { entryKinds, kindOf, listFull, following as nextWord, walk, wordAt, } from "../src/memory/entries.js";
import { findFrame, purposes } from "../src/memory/frames.js";
import { hasFlag, localImage } from "../src/memory/kimage.js";
import { ALLOCATED, ENTRY, get, imageAt, imageFlags, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, NEXT_WORD, PAGE, planOf, SEGMENT, TABLES, } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { controlPageReadonly, crashJumpFaults } from "../src/memory/region.js";
import { isRelocating } from "../src/memory/relocation.js";
import { isOnCrash, isUnload } from "../src/memory/request.js";
import { taskRegion } from "../src/model/compose.js";
import { has, onlyWith, taskByte } from "./state.js";
/**
 * Which C function a call comes to next: the order of the source, stated a second time, from what
 * memory holds and without a word of the statechart's states.
 */
export const order = (layout) => [
    {
        kind: "alwaysStep",
        name: "functions-of-a-call-follow-in-order",
        statement: "Behind every step of a call, the C function that the task comes to next is the one that " +
            "the source names for what the step has found.",
        source: "kernel/kexec.c, kernel/kexec_file.c, kernel/kexec_core.c:kernel_kexec",
        refutedBy: "prepare-failure-skips-out",
        notClaimed: "that it comes to it at all; see every-call-returns",
        events: Object.keys(following),
        holds: (step) => {
            const { event, after } = step;
            const follows = following[event.type];
            if (follows === undefined || !("task" in event))
                return true;
            const expected = follows(sceneOf(layout, step, event.task));
            return functionsOf(after.configuration, event.task) === expected;
        },
    },
    {
        kind: "alwaysStep",
        name: "a-task-on-a-panicking-cpu-is-gone",
        needs: "panic",
        statement: "A task whose CPU panics in the middle of a call never goes on with it.",
        source: "kernel/panic.c:panic",
        refutedBy: "panic-spares-the-task",
        events: ["panic"],
        when: ({ event, before }) => event.type === "panic" &&
            event.by !== null &&
            before.configuration.has("running") &&
            isInCall(layout, before.context.mem, event.by),
        holds: ({ event, after }) => event.type !== "panic" ||
            event.by === null ||
            !after.configuration.has("running") ||
            functionsOf(after.configuration, event.by) === nowhere,
    },
    {
        kind: "alwaysStep",
        name: "the-panic-path-follows-in-order",
        needs: "panic",
        statement: "Behind every step of a panic, what the panicking CPU comes to next, and what runs then, is " +
            "what the source names for what the step has found.",
        source: "kernel/panic.c:panic, kernel/crash_core.c:__crash_kexec",
        refutedBy: "second-panic-stops-the-dump",
        events: Object.keys(onPanic),
        holds: (step) => {
            const follows = onPanic[step.event.type];
            return follows === undefined || machineOf(step.after.configuration) === follows(layout, step);
        },
    },
    {
        kind: "alwaysStep",
        name: "relocation-goes-on-to-its-end",
        needs: "reboot",
        statement: "The last CPU moves page by page, and the new kernel runs when none is left to move.",
        source: "arch/x86/kernel/relocate_kernel_64.S",
        refutedBy: "relocation-does-not-begin",
        events: ["machine_shutdown", "relocate_kernel"],
        holds: ({ event, before, after }) => {
            const { mem } = before.context;
            const left = event.type === "machine_shutdown"
                ? pagesOnList(layout, mem)
                : pagesOnList(layout, mem) - pagesMoved(layout, mem) - 1;
            const expected = left > 0 ? "lastCpu: relocate_kernel" : "newKernel: ";
            return machineOf(after.configuration) === expected;
        },
    },
    ...onlyWith(layout, "crash-hotplug", {
        kind: "alwaysStep",
        name: "a-hotplug-event-follows-in-order",
        needs: "hotplug",
        statement: "A hotplug event that finds the lock free and something to update does so, and comes to its end.",
        source: "kernel/crash_core.c:crash_handle_hotplug_event",
        refutedBy: "hotplug-event-skips-the-update",
        events: ["crash_handle_hotplug_event", "arch_crash_handle_hotplug_event", "hotplug_unlock"],
        holds: ({ event, before, after }) => {
            const { mem } = before.context;
            const begins = lockHolder(mem) < 0 && wantsUpdate(layout, mem);
            const idle = "crash_handle_hotplug_event";
            const next = {
                crash_handle_hotplug_event: begins ? "arch_crash_handle_hotplug_event" : idle,
                arch_crash_handle_hotplug_event: "hotplug_unlock",
                hotplug_unlock: idle,
            };
            return handledIn(after.configuration, hotplugRegion) === next[event.type];
        },
    }),
];
function sceneOf(layout, { before, after }, task) {
    const { mem } = after.context;
    return {
        layout,
        before: before.context.mem,
        after: mem,
        task,
        from: before.configuration,
        failed: resultOf(layout, mem, task) !== 0,
    };
}
const inUserSpace = "crash_size_show crash_size_store kexec_file_load kexec_load reboot";
const nowhere = "";
const always = (next) => () => next;
const orElse = (next, error) => (scene) => {
    const chosen = scene.failed ? error : next;
    return typeof chosen === "string" ? chosen : chosen(scene);
};
const following = {
    // the doors, and their gates
    kexec_load: always("kexec_load_check"),
    kexec_file_load: always("kexec_load_permitted"),
    reboot: orElse("mutex_lock", "sys_exit"),
    crash_size_show: always("kexec_trylock"),
    crash_size_store: orElse("kexec_trylock", "sys_exit"),
    kexec_load_check: orElse((scene) => (copiesListFirst(scene) ? "copy_user_segment_list" : "kexec_trylock"), "sys_exit"),
    kexec_load_permitted: orElse("kexec_trylock", "sys_exit"),
    mutex_lock: always("kexec_trylock"),
    kexec_trylock: orElse(afterTrylock, (scene) => (isReboot(scene) ? "mutex_unlock" : "sys_exit")),
    // kexec_load, up to the label out
    copy_user_segment_list: (scene) => {
        const locked = lockHolder(scene.before) === scene.task;
        if (scene.failed)
            return locked ? "kexec_unlock" : "sys_exit";
        return locked ? "sanity_check_segment_list" : "kexec_trylock";
    },
    do_kexec_load: always("kimage_alloc_init kimage_free"),
    kimage_alloc_init: orElse("do_kimage_alloc_init", "kexec_unlock"),
    do_kimage_alloc_init: orElse(
    // up to 5.14 the 32-bit entry copies it to where the native one copies it from
    ({ layout }) => has(layout, "list-copied-before-lock")
        ? "sanity_check_segment_list"
        : "copy_user_segment_list", "kexec_unlock"),
    sanity_check_segment_list: orElse((scene) => isCrash(scene) ? "kimage_alloc_crash_control_pages" : "kimage_alloc_normal_control_pages", "kexec_unlock"),
    kimage_alloc_normal_control_pages: orElse(afterControlPage, errorOfControlPage),
    kimage_alloc_crash_control_pages: orElse(afterControlPage, errorOfControlPage),
    machine_kexec_prepare: (scene) => {
        if (faults(scene))
            return nowhere;
        if (scene.failed)
            return out(scene);
        if (!isFile(scene) || isCrash(scene))
            return "kimage_crash_copy_vmcoreinfo";
        return "kimage_load_segment";
    },
    kimage_crash_copy_vmcoreinfo: orElse((scene) => (isFile(scene) ? "kimage_load_segment" : segmentsFrom(scene, 0)), out),
    // the segments
    kimage_set_destination: (scene) => listWasFull(scene) ? "kimage_alloc_page" : pagesFrom(scene, 0),
    kimage_alloc_page: orElse(afterPage, out),
    kimage_add_page: (scene) => (listWasFull(scene) ? "kimage_alloc_page" : "copy_from_user"),
    copy_from_user: orElse((scene) => pagesFrom(scene, pageBefore(scene) + 1), out),
    kimage_terminate: always("machine_kexec_post_load"),
    machine_kexec_post_load: orElse("xchg", out),
    // kexec_file_load
    kimage_file_alloc_init: orElse("machine_kexec_prepare", out),
    kimage_load_segment: orElse("xchg", out),
    // the end of a load
    xchg: out,
    arch_kexec_protect_crashkres: (scene) => freeing(scene),
    kimage_free: afterFree,
    kexec_unlock: (scene) => {
        if (isReboot(scene))
            return "mutex_unlock";
        return isFile(scene) && !freesBeforeUnlock(scene) ? "kimage_free" : "sys_exit";
    },
    sys_exit: always(inUserSpace),
    // reboot, and the crash size
    kernel_kexec: orElse(({ layout, before }) => hasFlag(layout, before, get(before, KEXEC_IMAGE), imageFlags.PRESERVE_CONTEXT)
        ? "freeze_processes"
        : "kernel_restart_prepare", "kexec_unlock"),
    kernel_restart_prepare: always("machine_shutdown"),
    freeze_processes: orElse("dpm_suspend_start", "kexec_unlock"),
    dpm_suspend_start: orElse("syscore_suspend", "thaw_processes"),
    syscore_suspend: ({ after }) => (isRelocating(after) ? "swap_pages" : "peer_returns"),
    swap_pages: ({ after, task, from }) => {
        if (isRelocating(after))
            return "swap_pages";
        return from.has(`${taskRegion(task)}.reboot.jumping.there`) ? "peer_returns" : "thaw_processes";
    },
    peer_returns: ({ after }) => (isRelocating(after) ? "swap_pages" : "thaw_processes"),
    thaw_processes: always("kexec_unlock"),
    mutex_unlock: always("sys_exit"),
    crash_get_memory_size: always("kexec_unlock"),
    crash_shrink_memory: always("kexec_unlock"),
    // what happens to a task
    sigkill: ({ from, task }) => functionsOf(from, task),
    oops: always(nowhere),
};
function afterTrylock(scene) {
    const { layout, before, task } = scene;
    const other = otherCallOf(layout, before, task);
    if (other?.call === "reboot")
        return "kernel_kexec";
    if (other)
        return other.call === "crash_size_show" ? "crash_get_memory_size" : "crash_shrink_memory";
    if (!isFile(scene))
        return "do_kexec_load";
    if (isUnload(requestOf(scene)))
        return "xchg";
    return isCrash(scene) ? "kimage_free" : "kimage_file_alloc_init";
}
/** A page was set aside, or taken; then the next one is wanted, until there are enough. */
function afterControlPage({ layout, after, task }) {
    const image = localImage(layout, after, task);
    const crash = isOnCrash(planOf(layout, after, task).request);
    const owns = (purpose) => findFrame(layout, after, { image, purpose }) >= 0;
    const complete = owns(purposes.CONTROL) &&
        (crash || owns(purposes.SWAP)) &&
        get(after, imageAt(layout, image) + TABLES) === layout.bounds.tablePages;
    if (complete)
        return "machine_kexec_prepare";
    return crash ? "kimage_alloc_crash_control_pages" : "kimage_alloc_normal_control_pages";
}
/** kimage_alloc_init cleans up behind itself; machine_kexec_prepare leaves it to the label out. */
function errorOfControlPage(scene) {
    const { layout, before, task } = scene;
    const image = localImage(layout, before, task);
    const own = isCrash(scene) ? purposes.CONTROL : purposes.SWAP;
    const prepares = findFrame(layout, before, { image, purpose: own }) >= 0;
    return prepares ? out(scene) : "kexec_unlock";
}
/** A write to a read-only page kills the task where it stands. */
function faults({ layout, before, after, task, failed }) {
    if (failed)
        return false;
    return controlPageReadonly(layout, before, localImage(layout, after, task));
}
/** What follows a segment: the next one that has something to do. */
function segmentsFrom(scene, segment) {
    const { segments } = planOf(scene.layout, scene.before, scene.task);
    const left = segments.slice(segment);
    if (isCrash(scene)) {
        return left.some(({ pages }) => pages.length > 0) ? "copy_from_user" : "kimage_terminate";
    }
    return left.length > 0 ? "kimage_set_destination" : "kimage_terminate";
}
/** What follows a page of the current segment: the next page, or the next segment. */
function pagesFrom(scene, page) {
    const { layout, before, task } = scene;
    const segment = taskByte(layout, before, task, SEGMENT);
    const pages = planOf(layout, before, task).segments[segment]?.pages.length ?? 0;
    if (page === pages)
        return segmentsFrom(scene, segment + 1);
    return isCrash(scene) ? "copy_from_user" : "kimage_alloc_page";
}
function pageBefore({ layout, before, task }) {
    return taskByte(layout, before, task, PAGE);
}
/** kimage_alloc_page is asked for a source page, or for a list page by either kind of entry. */
function afterPage(scene) {
    const { layout, before, after, task } = scene;
    const image = localImage(layout, before, task);
    const waits = (mem) => findFrame(layout, mem, { image, purpose: purposes.UNLISTED }) >= 0;
    const again = "kimage_alloc_page";
    if (waits(before))
        return waits(after) ? again : "copy_from_user";
    if (waits(after))
        return "kimage_add_page";
    const at = imageAt(layout, image) + ENTRY;
    return get(before, at) === get(after, at) ? again : pagesFrom(scene, 0);
}
/** The label out, of either kind of load. */
function out(scene) {
    if (isCrash(scene) && get(scene.after, KEXEC_CRASH_IMAGE) !== 0) {
        return "arch_kexec_protect_crashkres";
    }
    return freeing(scene);
}
function freeing(scene) {
    return isFile(scene) && !freesBeforeUnlock(scene) ? "kexec_unlock" : "kimage_free";
}
/** The old image goes before the new one is allocated, or what is left goes at the end. */
function afterFree(scene) {
    const { layout, before, task, failed } = scene;
    if (lockHolder(before) !== task)
        return "sys_exit";
    const begins = !failed && taskByte(layout, before, task, ALLOCATED) === 0;
    if (!begins || isUnload(requestOf(scene)))
        return "kexec_unlock";
    return isFile(scene) ? "kimage_file_alloc_init" : "kimage_alloc_init";
}
function requestOf({ layout, before, task }) {
    return planOf(layout, before, task).request;
}
function isCrash(scene) {
    return isOnCrash(requestOf(scene));
}
function isFile(scene) {
    const { layout, before, task } = scene;
    return otherCallOf(layout, before, task) === null && requestOf(scene).file === true;
}
function isReboot({ layout, before, task }) {
    return otherCallOf(layout, before, task)?.call === "reboot";
}
function copiesListFirst(scene) {
    return requestOf(scene).compat === true || has(scene.layout, "list-copied-before-lock");
}
function freesBeforeUnlock({ layout }) {
    return has(layout, "frees-before-unlock");
}
function listWasFull({ layout, before, task }) {
    return listFull(layout, before, localImage(layout, before, task));
}
const known = new WeakMap();
/** Event types that a task's own states handle, but for what may happen to it anywhere. */
export function functionsOf(configuration, task) {
    const tasks = known.get(configuration);
    const seen = tasks?.[task];
    if (seen !== undefined)
        return seen;
    const region = `${taskRegion(task)}.`;
    const types = [...configuration.handlers].flatMap(([type, nodes]) => !anywhere.has(type) && nodes.some(({ path }) => path.startsWith(region)) ? [type] : []);
    const functions = types.sort().join(" ");
    if (tasks)
        tasks[task] = functions;
    else
        known.set(configuration, Object.assign([], { [task]: functions }));
    return functions;
}
const anywhere = new Set(["sigkill", "oops", "panic"]);
const handled = new WeakMap();
const hotplugRegion = (path) => path.startsWith("running.hotplug");
/** The panic path, while other CPUs run and when they do not; the last CPU of a reboot. */
const lastCpus = (path) => path.startsWith("running.panic") || !path.startsWith("running");
/** Event types that nodes of a place handle. */
function handledIn(configuration, place) {
    const places = handled.get(configuration) ?? new Map();
    handled.set(configuration, places);
    const seen = places.get(place);
    if (seen !== undefined)
        return seen;
    const types = [...configuration.handlers].flatMap(([type, nodes]) => nodes.some(({ path }) => place(path)) ? [type] : []);
    const functions = types.sort().join(" ");
    places.set(place, functions);
    return functions;
}
/** What runs, and what the panicking CPU or the last one comes to next. */
function machineOf(configuration) {
    const [root = ""] = configuration.leaves[0]?.split(".") ?? [];
    return `${root}: ${handledIn(configuration, lastCpus)}`;
}
const calm = "running: oops panic";
const crashing = "running: __crash_kexec";
const panicking = "running: __crash_kexec smp_send_stop";
const stopping = "running: smp_send_stop";
const notified = "silent: __crash_kexec";
const dead = "dead: ";
const onPanic = {
    panic: (_, { before, event }) => {
        const from = machineOf(before.configuration);
        if (from === calm)
            return panicking;
        const nested = event.type === "panic" && event.by === null && from.endsWith(" panic");
        if (!nested)
            return from;
        return from.startsWith("running") ? stopping : dead;
    },
    oops: ({ bounds }, { before, event }) => {
        const from = machineOf(before.configuration);
        if (from !== calm || event.type !== "oops" || !event.fatal)
            return from;
        return bounds.postNotifiers ? panicking : crashing;
    },
    __crash_kexec: (_, { before }) => {
        const from = machineOf(before.configuration);
        const { mem } = before.context;
        if (lockHolder(mem) >= 0 || get(mem, KEXEC_CRASH_IMAGE) === 0) {
            if (from === crashing)
                return panicking;
            return from === notified ? dead : stopping;
        }
        return `${from.split(":")[0]}: crash_save_vmcoreinfo panic`;
    },
    crash_save_vmcoreinfo: (_, { before }) => `${machineOf(before.configuration).split(":")[0]}: machine_crash_shutdown panic`,
    machine_crash_shutdown: () => "silent: machine_kexec panic",
    machine_kexec: (layout, { before }) => crashJumpFaults(layout, before.context.mem) ? dead : "crashKernel: ",
    smp_send_stop: ({ bounds }, { before }) => machineOf(before.configuration) === panicking && bounds.postNotifiers ? notified : dead,
};
function pagesOnList(layout, mem) {
    return walk(layout, mem, get(mem, KEXEC_IMAGE)).filter(({ kind }) => kind === entryKinds.SOURCE)
        .length;
}
/** The pages that stand before the next one on the list. */
function pagesMoved(layout, mem) {
    const image = get(mem, KEXEC_IMAGE);
    let moved = 0;
    for (let word = 0; word < get(mem, NEXT_WORD);) {
        const bits = wordAt(layout, mem, image, word);
        if (bits === 0)
            break;
        if (kindOf(bits) === entryKinds.SOURCE)
            moved++;
        word = nextWord(layout, word, bits);
    }
    return moved;
}
//# sourceMappingURL=order.js.map