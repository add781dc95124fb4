import { setup } from "xstate";
import { enterOtherCall, otherCallOf, setJumping, transitionHolder } from "../src/memory/call.js";
import { hasFlag, setFlag } from "../src/memory/kimage.js";
import { get, imageFlags, initialMem, jumping, KEXEC_IMAGE, TRANSITION_MUTEX, } from "../src/memory/layout.js";
import { holdLock } from "../src/memory/lock.js";
import { beginRelocation, isRelocating, movePage, writeAsPeer } from "../src/memory/relocation.js";
import { actions } from "./actions.js";
import { guards } from "./guards.js";
import { memQuestion, memStep, question, step, taskQuestion, taskStep } from "./steps.js";
const EPERM = { type: "setResult", params: { errno: "EPERM" } };
const EBUSY = { type: "setResult", params: { errno: "EBUSY" } };
const EINVAL = { type: "setResult", params: { errno: "EINVAL" } };
/**
 * One call of reboot(LINUX_REBOOT_CMD_KEXEC).
 *
 * It ends in the new kernel, or returns an error; with CONFIG_KEXEC_JUMP and an image that
 * preserves the context it comes back and returns 0.
 *
 *   idle - mutex - trylock - kernel_kexec - restart prepare - machine shutdown (the last CPU)
 *                                         - freeze - suspend - there - the peer - back - thaw
 *        - unlock - mutex - return
 *
 * @param layout the memory that the actions change
 */
export function reboot(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: { ...guards(layout), ...rebootGuards(layout) },
        actions: { ...actions(layout), ...rebootActions(layout) },
    }).createMachine({
        id: "reboot",
        description: "One task that asks for a reboot into the loaded image again and again.",
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
                    reboot: {
                        guard: "notFrozen",
                        target: "reboot",
                        actions: "enterOtherCall",
                        meta: {
                            source: "kernel/power/process.c:freeze_processes",
                            waits: { reason: "a frozen task waits until it is thawed", feature: "kexec-jump" },
                        },
                    },
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
            reboot: {
                description: "The task is inside the system call.",
                meta: { source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)", holds: ["inCall", "noImage"] },
                initial: "entered",
                states: {
                    entered: {
                        description: "Nothing is checked yet, and nothing can change what will be.",
                        meta: { source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)" },
                        always: [
                            { guard: "lacksCapability", target: "#rebootReturning", actions: EPERM },
                            { guard: "wrongMagic", target: "#rebootReturning", actions: EINVAL },
                            { guard: "inChildPidNamespace", target: "#rebootReturning", actions: EINVAL },
                            { target: "interruptible.waiting" },
                        ],
                    },
                    interruptible: {
                        description: "The call can still be interrupted by an oops or a panic.",
                        meta: { source: "kernel/kexec_core.c:kernel_kexec" },
                        initial: "waiting",
                        on: {
                            oops: {
                                description: "A bug in kernel mode: nothing is undone, and nothing released.",
                                target: "#gone",
                                actions: "loseTask",
                            },
                            panic: {
                                description: "The CPU on which the task runs panics, and never comes back to it.",
                                target: "#gone",
                                actions: "loseTask",
                            },
                        },
                        states: {
                            waiting: {
                                description: "system_transition_mutex is waited for, however long it takes.",
                                meta: {
                                    source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)",
                                    holds: ["notHoldingLock", "noResultYet"],
                                },
                                on: {
                                    mutex_lock: {
                                        guard: "transitionMutexFree",
                                        target: "admitted",
                                        actions: "takeTransitionMutex",
                                        meta: {
                                            source: "kernel/reboot.c:system_transition_mutex",
                                            waits: { reason: "the mutex is held by another reboot" },
                                        },
                                    },
                                },
                            },
                            admitted: {
                                description: "No other reboot, suspend or hibernation is under way.",
                                meta: {
                                    source: "kernel/kexec_core.c:kernel_kexec",
                                    holds: ["notHoldingLock", "noResultYet"],
                                },
                                on: {
                                    kexec_trylock: [
                                        { guard: "lockHeld", target: "unlockingMutex", actions: EBUSY },
                                        { target: "locked", actions: "takeLockAlone" },
                                    ],
                                },
                            },
                            locked: {
                                description: "The task holds the one lock of kexec, from here to the jump.",
                                meta: {
                                    source: "kernel/kexec_core.c:kernel_kexec",
                                    holds: ["holdingLock", "noResultYet"],
                                },
                                on: {
                                    kernel_kexec: [
                                        { guard: "nothingLoaded", target: "unlocking", actions: EINVAL },
                                        {
                                            guard: "comesBack",
                                            target: "freezing",
                                            meta: { source: "CONFIG_KEXEC_JUMP", feature: "kexec-jump" },
                                        },
                                        { target: "restarting" },
                                    ],
                                },
                            },
                            restarting: {
                                description: "Notifiers are called and devices shut down; a panic gives no dump.",
                                meta: { source: "kernel/reboot.c:kernel_restart_prepare", holds: ["holdingLock"] },
                                on: { kernel_restart_prepare: { target: "stopping" } },
                            },
                            stopping: {
                                description: "The other CPUs still run.",
                                meta: {
                                    source: "arch/x86/kernel/reboot.c:machine_shutdown",
                                    holds: ["holdingLock"],
                                },
                                on: { machine_shutdown: { target: "#lastCpu", actions: "beginRelocation" } },
                            },
                            freezing: {
                                description: "Every other task must get to user space; one in a call may not.",
                                meta: {
                                    source: "kernel/power/process.c:freeze_processes",
                                    holds: ["holdingLock", "noResultYet"],
                                    feature: "kexec-jump",
                                },
                                on: {
                                    freeze_processes: [
                                        { guard: "fails", target: "unlocking", actions: EBUSY },
                                        { target: "frozen", actions: "freeze" },
                                    ],
                                },
                            },
                            frozen: {
                                description: "Nobody but this task runs in user space or enters the kernel.",
                                meta: {
                                    source: "drivers/base/power/main.c:dpm_suspend_start",
                                    holds: ["holdingLock", "noResultYet"],
                                    feature: "kexec-jump",
                                },
                                on: {
                                    dpm_suspend_start: [
                                        {
                                            description: "A device refuses; what was done is undone.",
                                            guard: "fails",
                                            target: "thawing",
                                            actions: EBUSY,
                                        },
                                        { target: "suspended" },
                                    ],
                                },
                            },
                            suspended: {
                                description: "The devices are suspended.",
                                meta: {
                                    source: "kernel/kexec_core.c:kernel_kexec",
                                    holds: ["holdingLock", "noResultYet"],
                                    feature: "kexec-jump",
                                },
                                on: {
                                    syscore_suspend: { target: "#there", actions: ["standAlone", "beginRelocation"] },
                                },
                            },
                            thawing: {
                                id: "thawing",
                                description: "Devices are resumed; the other tasks are still frozen.",
                                meta: {
                                    source: "kernel/power/process.c:thaw_processes",
                                    holds: ["holdingLock"],
                                    feature: "kexec-jump",
                                },
                                on: { thaw_processes: { target: "unlocking", actions: "thaw" } },
                            },
                            unlocking: {
                                description: "Everything is done but the unlock.",
                                meta: { source: "kernel/kexec_core.c:kernel_kexec", holds: ["holdingLock"] },
                                on: { kexec_unlock: { target: "unlockingMutex", actions: "releaseLock" } },
                            },
                            unlockingMutex: {
                                description: "Only system_transition_mutex is still held.",
                                meta: {
                                    source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)",
                                    holds: ["notHoldingLock"],
                                },
                                on: {
                                    mutex_unlock: { target: "#rebootReturning", actions: "releaseTransitionMutex" },
                                },
                            },
                            returning: {
                                id: "rebootReturning",
                                description: "The result is decided.",
                                meta: {
                                    source: "kernel/reboot.c:SYSCALL_DEFINE4(reboot)",
                                    holds: ["notHoldingLock"],
                                },
                                on: { sys_exit: { target: "#idle", actions: "leaveCall" } },
                            },
                        },
                    },
                    jumping: {
                        description: "This CPU is alone, and nothing interrupts it.",
                        meta: {
                            source: "kernel/kexec_core.c:kernel_kexec",
                            holds: ["holdingLock", "noResultYet"],
                            feature: "kexec-jump",
                        },
                        initial: "there",
                        states: {
                            there: {
                                id: "there",
                                description: "Page by page the other kernel comes to its place.",
                                meta: { source: "arch/x86/kernel/relocate_kernel_64.S:swap_pages" },
                                always: { guard: "allPagesMoved", target: "peer" },
                                on: { swap_pages: { actions: "movePage" } },
                            },
                            peer: {
                                description: "The other kernel runs, and this one waits in the pages that it was in.",
                                meta: { source: "arch/x86/kernel/relocate_kernel_64.S" },
                                on: {
                                    peer_returns: [
                                        {
                                            guard: "peerWrote",
                                            target: "back",
                                            actions: ["writeAsPeer", "setReentryPoint", "beginRelocation"],
                                        },
                                        { target: "back", actions: ["setReentryPoint", "beginRelocation"] },
                                    ],
                                },
                            },
                            back: {
                                description: "Page by page the other kernel goes back to its source pages.",
                                meta: { source: "arch/x86/kernel/relocate_kernel_64.S:swap_pages" },
                                always: { guard: "allPagesMoved", target: "#thawing", actions: "standTogether" },
                                on: { swap_pages: { actions: "movePage" } },
                            },
                        },
                    },
                },
            },
            lastCpu: {
                id: "lastCpu",
                description: "Where the task ends when its CPU is alone; the composed machine goes on.",
                meta: { source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec" },
                type: "final",
            },
        },
    });
}
function rebootGuards(layout) {
    const asks = (ask) => taskQuestion((mem, task) => {
        const call = otherCallOf(layout, mem, task);
        return call?.call === "reboot" && ask(call);
    });
    return {
        lacksCapability: asks(({ capSysBoot }) => !capSysBoot),
        wrongMagic: asks(({ magic }) => !magic),
        inChildPidNamespace: asks(({ childPidNamespace }) => childPidNamespace),
        transitionMutexFree: taskQuestion((mem) => transitionHolder(mem) < 0),
        nothingLoaded: taskQuestion((mem) => get(mem, KEXEC_IMAGE) === 0),
        comesBack: taskQuestion((mem) => {
            const image = get(mem, KEXEC_IMAGE);
            return image !== 0 && hasFlag(layout, mem, image, imageFlags.PRESERVE_CONTEXT);
        }),
        allPagesMoved: memQuestion((mem) => !isRelocating(mem)),
        peerWrote: question(["peer_returns"], (_mem, { wrote }) => wrote),
    };
}
function rebootActions(layout) {
    const machine = (apply) => memStep((mem) => apply(layout, mem));
    return {
        enterOtherCall: step(["reboot"], (mem, { task, call }) => enterOtherCall(layout, mem, task, call)),
        takeTransitionMutex: taskStep((mem, task) => {
            mem[TRANSITION_MUTEX] = task + 1;
        }),
        releaseTransitionMutex: taskStep((mem) => {
            mem[TRANSITION_MUTEX] = 0;
        }),
        takeLockAlone: taskStep(holdLock),
        freeze: memStep((mem) => setJumping(mem, jumping.FROZEN)),
        standAlone: memStep((mem) => setJumping(mem, jumping.ALONE)),
        standTogether: memStep((mem) => setJumping(mem, jumping.FROZEN)),
        thaw: memStep((mem) => setJumping(mem, jumping.NO)),
        beginRelocation: machine(beginRelocation),
        movePage: machine(movePage),
        writeAsPeer: machine(writeAsPeer),
        setReentryPoint: taskStep((mem) => setFlag(layout, mem, get(mem, KEXEC_IMAGE), imageFlags.REENTRY)),
    };
}
//# sourceMappingURL=reboot.js.map