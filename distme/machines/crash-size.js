import { setup } from "xstate";
import { askedSize, enterOtherCall, otherCallOf } from "../src/memory/call.js";
import { get, initialMem, KEXEC_CRASH_IMAGE } from "../src/memory/layout.js";
import { holdLock, lockHolder } from "../src/memory/lock.js";
import { comparedSize, pagesFor, regionSize, shrinkRegion } from "../src/memory/region.js";
import { actions } from "./actions.js";
import { guards } from "./guards.js";
import { step, taskQuestion, taskStep } from "./steps.js";
const ENOENT = { type: "setResult", params: { errno: "ENOENT" } };
const ENOMEM = { type: "setResult", params: { errno: "ENOMEM" } };
const EBUSY = { type: "setResult", params: { errno: "EBUSY" } };
const EINVAL = { type: "setResult", params: { errno: "EINVAL" } };
/**
 * A read or a write of /sys/kernel/kexec_crash_size: even a read holds the one lock.
 *
 *   idle - the number - trylock - size or shrink - unlock - return
 *
 * @param layout the memory that the actions change
 */
export function crashSize(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: { ...guards(layout), ...sizeGuards(layout) },
        actions: { ...actions(layout), ...sizeActions(layout) },
    }).createMachine({
        id: "crashSize",
        description: "One task that reads and writes the size of the crash region.",
        context: { mem: initialMem(layout) },
        initial: "idle",
        states: {
            idle: {
                id: "idle",
                description: "The task is in user space.",
                meta: {
                    source: "user space",
                    holds: ["notInCall", "notKilled", "notHoldingLock", "noImage"],
                },
                on: {
                    crash_size_show: {
                        guard: "notFrozen",
                        target: "size.admitted",
                        actions: "enterSizeCall",
                    },
                    crash_size_store: { guard: "notFrozen", target: "size", actions: "enterSizeCall" },
                },
            },
            gone: {
                id: "gone",
                description: "An oops or a panic ended the task where it stood; it keeps what it held.",
                meta: {
                    source: "kernel/exit.c:make_task_dead, kernel/panic.c:panic",
                    holds: ["notInCall"],
                },
                tags: "terminal",
            },
            size: {
                description: "The task is inside a read or a write of the file.",
                meta: {
                    source: "kernel/ksysfs.c:kexec_crash_size_show, kexec_crash_size_store",
                    holds: ["inCall", "noImage"],
                },
                initial: "entered",
                on: {
                    oops: {
                        description: "A bug in kernel mode: nothing is undone, and nothing released.",
                        target: "gone",
                        actions: "loseTask",
                    },
                    panic: {
                        description: "The CPU on which the task runs panics, and never comes back to it.",
                        target: "gone",
                        actions: "loseTask",
                    },
                },
                states: {
                    entered: {
                        description: "The text is read as a number.",
                        meta: { source: "kernel/ksysfs.c:kexec_crash_size_store, kstrtoul" },
                        always: [
                            { guard: "noNumber", target: "returning", actions: EINVAL },
                            { target: "admitted" },
                        ],
                    },
                    admitted: {
                        description: "The size can neither be read nor changed without the lock.",
                        meta: {
                            source: "kernel/crash_core.c:crash_get_memory_size, crash_shrink_memory",
                            holds: ["notHoldingLock", "noResultYet"],
                        },
                        on: {
                            kexec_trylock: [
                                {
                                    guard: "lockHeldAndNotWaitedFor",
                                    target: "returning",
                                    actions: EBUSY,
                                    meta: { source: "6.0", feature: "crash-size-trylock" },
                                },
                                {
                                    description: "A mutex_lock in the seed: the task waits until it is free.",
                                    guard: "lockFreeForReader",
                                    target: "reading",
                                    actions: "takeLockAlone",
                                },
                                {
                                    guard: "lockFree",
                                    target: "shrinking",
                                    actions: "takeLockAlone",
                                    meta: {
                                        source: "up to 5.10.177: kexec_mutex",
                                        waits: { reason: "the lock is held", without: "crash-size-trylock" },
                                    },
                                },
                            ],
                        },
                    },
                    reading: {
                        description: "The lock is held for as long as the size is computed.",
                        meta: {
                            source: "kernel/crash_core.c:crash_get_memory_size",
                            holds: ["holdingLock", "noResultYet"],
                        },
                        on: { crash_get_memory_size: { target: "unlocking" } },
                    },
                    shrinking: {
                        description: "The lock is held; nothing is checked yet.",
                        meta: {
                            source: "kernel/crash_core.c:crash_shrink_memory",
                            holds: ["holdingLock", "noResultYet"],
                        },
                        on: {
                            crash_shrink_memory: [
                                { guard: "crashImageLoaded", target: "unlocking", actions: ENOENT },
                                { guard: "sizeIsLarger", target: "unlocking", actions: EINVAL },
                                { guard: "sizeIsSame", target: "unlocking" },
                                { guard: "fails", target: "unlocking", actions: ENOMEM },
                                { target: "unlocking", actions: "shrinkRegion" },
                            ],
                        },
                    },
                    unlocking: {
                        description: "Everything is done but the unlock.",
                        meta: { source: "kernel/crash_core.c:crash_shrink_memory", holds: ["holdingLock"] },
                        on: { kexec_unlock: { target: "returning", actions: "releaseLock" } },
                    },
                    returning: {
                        id: "sizeReturning",
                        description: "The result is decided.",
                        meta: {
                            source: "kernel/ksysfs.c:kexec_crash_size_show, kexec_crash_size_store",
                            holds: ["notHoldingLock"],
                        },
                        on: { sys_exit: { target: "#idle", actions: "leaveCall" } },
                    },
                },
            },
        },
    });
}
function sizeGuards(layout) {
    const tries = layout.bounds.features.includes("crash-size-trylock");
    const reads = (mem, task) => otherCallOf(layout, mem, task)?.call === "crash_size_show";
    const compared = (ask) => taskQuestion((mem, task) => ask(comparedSize(layout, askedSize(layout, mem, task) ?? 0n), regionSize(layout, mem)));
    return {
        noNumber: taskQuestion((mem, task) => askedSize(layout, mem, task) === null),
        lockHeldAndNotWaitedFor: taskQuestion((mem) => tries && lockHolder(mem) >= 0),
        lockFree: taskQuestion((mem) => lockHolder(mem) < 0),
        lockFreeForReader: taskQuestion((mem, task) => lockHolder(mem) < 0 && reads(mem, task)),
        crashImageLoaded: taskQuestion((mem) => get(mem, KEXEC_CRASH_IMAGE) !== 0),
        sizeIsLarger: compared((asked, size) => asked > size),
        sizeIsSame: compared((asked, size) => asked === size),
    };
}
function sizeActions(layout) {
    return {
        enterSizeCall: step(["crash_size_show", "crash_size_store"], (mem, { task, call }) => enterOtherCall(layout, mem, task, call)),
        takeLockAlone: taskStep(holdLock),
        shrinkRegion: taskStep((mem, task) => shrinkRegion(layout, mem, pagesFor(comparedSize(layout, askedSize(layout, mem, task) ?? 0n)))),
    };
}
//# sourceMappingURL=crash-size.js.map