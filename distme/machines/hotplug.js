import { setup } from "xstate";
import { isJumping } from "../src/memory/call.js";
import { updateElfcorehdr, wantsUpdate } from "../src/memory/elfcorehdr.js";
import { initialMem } from "../src/memory/layout.js";
import { freeLock, holdLock, lockHolder, workerOf } from "../src/memory/lock.js";
import { protectRegion, unprotectRegion } from "../src/memory/region.js";
import { question, step } from "./steps.js";
/** What the kernel does when a CPU or memory comes or goes, from 6.6 on. */
export function hotplug(layout) {
    return setup({
        types: {
            context: {},
            events: {},
            meta: {},
        },
        guards: {
            workerFindsLockHeld: question(["crash_handle_hotplug_event"], (mem) => lockHolder(mem) >= 0),
            nothingToUpdate: question(["crash_handle_hotplug_event"], (mem) => !wantsUpdate(layout, mem)),
            workerNotFrozen: question(["crash_handle_hotplug_event"], (mem) => !isJumping(mem)),
        },
        actions: {
            takeLockAndUnprotect: step(["crash_handle_hotplug_event"], (mem) => {
                holdLock(mem, workerOf(layout));
                unprotectRegion(layout, mem);
            }),
            updateElfcorehdr: step(["arch_crash_handle_hotplug_event"], (mem) => updateElfcorehdr(layout, mem)),
            protectAndReleaseLock: step(["hotplug_unlock"], (mem) => {
                protectRegion(layout, mem);
                freeLock(layout, mem);
            }),
        },
    }).createMachine({
        id: "hotplug",
        description: "The worker behind CPU and memory hotplug.",
        context: { mem: initialMem(layout) },
        initial: "idle",
        states: {
            idle: {
                description: "No CPU and no memory comes or goes.",
                meta: { source: "kernel/crash_core.c:crash_handle_hotplug_event" },
                on: {
                    crash_handle_hotplug_event: [
                        {
                            description: "The update is dropped, and the image describes a machine that is gone.",
                            guard: "workerFindsLockHeld",
                            meta: { source: "6.6", feature: "crash-hotplug" },
                        },
                        {
                            guard: "nothingToUpdate",
                            meta: { source: "6.6", feature: "crash-hotplug" },
                        },
                        {
                            guard: "workerNotFrozen",
                            target: "unprotected",
                            actions: "takeLockAndUnprotect",
                            meta: { source: "6.6", feature: "crash-hotplug" },
                        },
                    ],
                },
            },
            unprotected: {
                description: "The worker holds the lock, and the region can be written.",
                meta: {
                    source: "kernel/crash_core.c:crash_handle_hotplug_event",
                    feature: "crash-hotplug",
                },
                on: {
                    arch_crash_handle_hotplug_event: { target: "updated", actions: "updateElfcorehdr" },
                },
            },
            updated: {
                description: "The elfcorehdr is new; region and lock are still open.",
                meta: {
                    source: "kernel/crash_core.c:crash_handle_hotplug_event",
                    feature: "crash-hotplug",
                },
                on: { hotplug_unlock: { target: "idle", actions: "protectAndReleaseLock" } },
            },
        },
    });
}
//# sourceMappingURL=hotplug.js.map