import { setup } from "xstate";
import { initialMem } from "../src/memory/layout.js";
import { crashJumpFaults } from "../src/memory/region.js";
import { isRelocating, movePage } from "../src/memory/relocation.js";
import { forgetKernel } from "../src/memory/slots.js";
import { panicActions, panicGuards } from "./panic.js";
import { memQuestion, memStep, step } from "./steps.js";
/**
 * The whole machine: a kernel that runs, and the three ways in which it ends.
 *
 * `running` holds a region for every actor; the composer puts them there.
 *
 * @param layout the memory that the actions change
 */
export function machine(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: {
            ...panicGuards(layout),
            crashJumpFaults: memQuestion((mem) => crashJumpFaults(layout, mem)),
            everyPageMoved: memQuestion((mem) => !isRelocating(mem)),
        },
        actions: {
            ...panicActions(layout),
            movePageAlone: step(["relocate_kernel"], (mem) => movePage(layout, mem)),
            forgetKernel: memStep((mem) => forgetKernel(layout, mem)),
        },
    }).createMachine({
        id: "machine",
        description: "One machine from the boot of a kernel to the next kernel, or to its end.",
        context: { mem: initialMem(layout) },
        initial: "running",
        states: {
            running: {
                description: "The kernel runs on all CPUs.",
                meta: { source: "kernel/reboot.c:system_state" },
            },
            lastCpu: {
                id: "lastCpu",
                description: "One CPU is left, and moves page by page to where the new kernel wants them.",
                meta: { source: "arch/x86/kernel/relocate_kernel_64.S" },
                always: { guard: "everyPageMoved", target: "newKernel", actions: "forgetKernel" },
                on: { relocate_kernel: { actions: "movePageAlone" } },
            },
            newKernel: {
                description: "The normal image runs.",
                meta: { source: "arch/x86/kernel/relocate_kernel_64.S" },
                tags: "terminal",
            },
            silent: {
                id: "silent",
                description: "Only the panicking CPU runs.",
                meta: { source: "kernel/panic.c:panic" },
                initial: "notified",
                states: {
                    notified: {
                        description: "The panic notifiers have run (crash_kexec_post_notifiers).",
                        meta: { source: "kernel/panic.c:panic" },
                        on: {
                            __crash_kexec: [
                                { guard: "panicFindsLockHeld", target: "#dead", actions: "forgetAll" },
                                { guard: "noCrashImage", target: "#dead", actions: "forgetAll" },
                                { target: "locked", actions: "takeLockForPanic" },
                            ],
                        },
                    },
                    locked: {
                        description: "The panicking CPU holds the lock, and there is a crash image.",
                        meta: { source: "kernel/crash_core.c:__crash_kexec" },
                        on: {
                            crash_save_vmcoreinfo: { target: "saved", actions: "saveVmcoreinfo" },
                            panic: {
                                description: "Nested: nobody is left to stop.",
                                guard: "nested",
                                target: "#dead",
                                actions: "forgetAll",
                                meta: {
                                    source: "kernel/panic.c:panic_cpu",
                                    waits: { reason: "a CPU that panics second stops itself" },
                                },
                            },
                        },
                    },
                    saved: {
                        description: "vmcoreinfo is where the crash kernel looks for it.",
                        meta: { source: "kernel/crash_core.c:__crash_kexec" },
                        on: {
                            machine_crash_shutdown: { target: "shutDown" },
                            panic: {
                                description: "Nested.",
                                guard: "nested",
                                target: "#dead",
                                actions: "forgetAll",
                                meta: {
                                    source: "kernel/panic.c:panic_cpu",
                                    waits: { reason: "a CPU that panics second stops itself" },
                                },
                            },
                        },
                    },
                    shutDown: {
                        id: "shutDown",
                        description: "The state of every CPU is saved; the next step is the jump.",
                        meta: { source: "arch/x86/kernel/crash.c:native_machine_crash_shutdown" },
                        on: {
                            machine_kexec: [
                                {
                                    description: "B2: an old image took the rights off the control code page.",
                                    guard: "crashJumpFaults",
                                    target: "#dead",
                                    actions: "forgetAll",
                                    meta: {
                                        source: "6.14: set_memory_nx",
                                        feature: "control-page-rox",
                                        without: "frees-before-unlock",
                                    },
                                },
                                { target: "#crashKernel", actions: "forgetKernel" },
                            ],
                            panic: {
                                description: "Nested, and the last one.",
                                guard: "nested",
                                target: "#dead",
                                actions: "forgetAll",
                                meta: {
                                    source: "kernel/panic.c:panic_cpu",
                                    waits: { reason: "a CPU that panics second stops itself" },
                                },
                            },
                        },
                    },
                },
            },
            crashKernel: {
                id: "crashKernel",
                description: "The crash image runs, and can dump the memory of the old kernel.",
                meta: { source: "arch/x86/kernel/machine_kexec_64.c:machine_kexec" },
                tags: "terminal",
            },
            dead: {
                id: "dead",
                description: "Nothing runs any more; a panic timeout may reset the machine.",
                meta: { source: "kernel/panic.c:panic" },
                tags: "terminal",
            },
        },
    });
}
//# sourceMappingURL=machine.js.map