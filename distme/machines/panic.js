import { setup } from "xstate";
import { isAlone } from "../src/memory/call.js";
import { saveVmcoreinfo } from "../src/memory/elfcorehdr.js";
import { get, initialMem, KEXEC_CRASH_IMAGE } from "../src/memory/layout.js";
import { holdLock, lockHolder, panicOf } from "../src/memory/lock.js";
import { memStep, question, step } from "./steps.js";
/**
 * The panic path, from the moment at which a CPU takes `panic_cpu`, while other CPUs still run.
 *
 * It waits for nobody: each step is one that no lock can hold up. What happens when the other CPUs
 * are stopped is part of machine.ts.
 *
 *   calm - crash_kexec - panic - trylock - vmcoreinfo - shutdown (silent)
 *                              - stop the others (dead, or silent with crash_kexec_post_notifiers)
 *
 * @param layout the memory that the actions change
 */
export function panic(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: panicGuards(layout),
        actions: panicActions(layout),
    }).createMachine({
        id: "panic",
        description: "The CPU that panics, if there is one.",
        context: { mem: initialMem(layout) },
        initial: "calm",
        states: {
            calm: {
                description: "No CPU panics.",
                meta: { source: "kernel/panic.c:panic_cpu" },
                on: {
                    panic: { guard: "interruptible", target: "panicking" },
                    oops: [
                        {
                            description: "kexec_should_crash says no: only the task dies.",
                            guard: "notFatal",
                        },
                        {
                            description: "With crash_kexec_post_notifiers only panic tries the crash kernel.",
                            guard: "afterNotifiers",
                            target: "panicking",
                        },
                        { target: "crashing" },
                    ],
                },
            },
            crashing: {
                description: "An oops tries the crash kernel before it becomes a panic.",
                meta: { source: "kernel/crash_core.c:crash_kexec" },
                on: {
                    __crash_kexec: [
                        { guard: "panicFindsLockHeld", target: "panicking" },
                        { guard: "noCrashImage", target: "panicking" },
                        { target: "locked", actions: "takeLockForPanic" },
                    ],
                },
            },
            panicking: {
                description: "panic has begun; the other CPUs run.",
                meta: { source: "kernel/panic.c:panic" },
                on: {
                    __crash_kexec: [
                        {
                            description: "Whoever holds it, and for whatever: there will be no dump.",
                            guard: "lockHeldEarly",
                            target: "stopping",
                        },
                        { guard: "noCrashImageEarly", target: "stopping" },
                        {
                            guard: "beforeNotifiers",
                            target: "locked",
                            actions: "takeLockForPanic",
                            meta: {
                                source: "kernel/panic.c:crash_kexec_post_notifiers",
                                waits: { reason: "with crash_kexec_post_notifiers the others are stopped first" },
                            },
                        },
                    ],
                    smp_send_stop: {
                        guard: "afterNotifiers",
                        target: "#silent",
                        meta: {
                            source: "kernel/panic.c:crash_kexec_post_notifiers",
                            waits: { reason: "without it the crash kernel is tried first" },
                        },
                    },
                },
            },
            locked: {
                description: "The panicking CPU holds the lock, and there is a crash image.",
                meta: { source: "kernel/crash_core.c:__crash_kexec" },
                on: {
                    crash_save_vmcoreinfo: { target: "saved", actions: "saveVmcoreinfo" },
                    panic: {
                        description: "Nested: the trylock finds the lock held by the CPU itself.",
                        guard: "nested",
                        target: "stopping",
                        meta: {
                            source: "kernel/panic.c:panic_cpu",
                            waits: { reason: "a CPU that panics second stops itself" },
                        },
                    },
                },
            },
            saved: {
                description: "vmcoreinfo is where the crash kernel looks for it, if its image has a copy.",
                meta: { source: "kernel/crash_core.c:__crash_kexec" },
                on: {
                    machine_crash_shutdown: { target: "#shutDown" },
                    panic: {
                        description: "Nested.",
                        guard: "nested",
                        target: "stopping",
                        meta: {
                            source: "kernel/panic.c:panic_cpu",
                            waits: { reason: "a CPU that panics second stops itself" },
                        },
                    },
                },
            },
            stopping: {
                description: "The crash kernel was tried in vain.",
                meta: { source: "kernel/panic.c:smp_send_stop" },
                on: { smp_send_stop: { target: "#dead", actions: "forgetAll" } },
            },
            silent: {
                id: "silent",
                description: "The composed machine goes on where only this CPU runs.",
                meta: { source: "kernel/panic.c:panic" },
                type: "final",
            },
            shutDown: {
                id: "shutDown",
                description: "The composed machine goes on where only this CPU runs.",
                meta: { source: "arch/x86/kernel/crash.c:native_machine_crash_shutdown" },
                type: "final",
            },
            dead: {
                id: "dead",
                description: "The composed machine ends here.",
                meta: { source: "kernel/panic.c:panic" },
                type: "final",
            },
        },
    });
}
export function panicGuards(layout) {
    const early = layout.bounds.postNotifiers !== true;
    const tries = (ask) => question(["__crash_kexec"], ask);
    const noImage = (mem) => get(mem, KEXEC_CRASH_IMAGE) === 0;
    return {
        /** A jump has not left this CPU alone with its interrupts off. */
        interruptible: question(["panic"], (mem) => !isAlone(mem)),
        /** The panicking CPU itself panics; a second one would stop itself. */
        nested: question(["panic"], (_mem, { by }) => by === null),
        notFatal: question(["oops"], (_mem, { fatal }) => !fatal),
        panicFindsLockHeld: tries((mem) => lockHolder(mem) >= 0),
        noCrashImage: tries(noImage),
        lockHeldEarly: tries((mem) => early && lockHolder(mem) >= 0),
        noCrashImageEarly: tries((mem) => early && noImage(mem)),
        beforeNotifiers: tries(() => early),
        afterNotifiers: question(["oops", "smp_send_stop"], () => !early),
    };
}
export function panicActions(layout) {
    return {
        takeLockForPanic: step(["__crash_kexec"], (mem) => holdLock(mem, panicOf(layout))),
        saveVmcoreinfo: step(["crash_save_vmcoreinfo"], (mem) => saveVmcoreinfo(layout, mem)),
        /** What memory holds is nobody's business any more. */
        forgetAll: memStep((mem) => {
            mem.fill(0);
        }),
    };
}
//# sourceMappingURL=panic.js.map