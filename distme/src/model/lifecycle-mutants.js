import { memStep, question, taskQuestion } from "../../machines/steps.js";
import { askedSize } from "../memory/call.js";
import { setFlag } from "../memory/kimage.js";
import { FLAGS, get, imageAt, imageFlags, KEXEC_IMAGE, planOf, } from "../memory/layout.js";
import { lockHolder } from "../memory/lock.js";
import { regionSize } from "../memory/region.js";
import { dropAction, dropGuard, exchangeWithNext, remove, retarget, setActions, setGuard, } from "./mutant.js";
/** The wrong versions of everything but kexec_load. */
export const lifecycleMutants = {
    "list-fault-returns-what-is-left": {
        breaks: "a 32-bit call returns what copy_from_user left over (B4)",
        guards: (layout) => ({
            leavesBytesOver: question(["copy_user_segment_list"], (mem, { task, outcome }) => outcome === "EFAULT" && planOf(layout, mem, task).request.compat === true),
        }),
    },
    "file-load-frees-after-the-unlock": {
        breaks: "kexec_file_load frees its image when the lock is gone (B2)",
        guards: () => ({ freesBeforeUnlock: taskQuestion(() => false) }),
    },
    "reboot-gates-exchanged": {
        breaks: "the magic is checked before the capability",
        chart: exchangeWithNext("reboot.entered always 0"),
    },
    "reboot-without-image": {
        breaks: "a reboot goes on although nothing is loaded",
        chart: remove("reboot.interruptible.locked kernel_kexec 0"),
    },
    "restart-without-shutdown": {
        breaks: "the restart is prepared again and again",
        chart: retarget("reboot.interruptible.restarting kernel_restart_prepare 0", "restarting"),
    },
    "jump-forgets-the-reentry-point": {
        breaks: "the next jump enters the other kernel where the first one did",
        actions: () => ({ setReentryPoint: memStep(() => { }) }),
    },
    "digest-failure-ignored": {
        breaks: "a load by file goes on although its digests could not be made",
        chart: remove("file.locked.segments kimage_load_segment 1"),
    },
    "transition-mutex-taken-twice": {
        breaks: "a jump waits for the mutex that its own task holds",
        chart: (literal) => {
            remove("reboot.interruptible.freezing freeze_processes 0")(literal);
            setGuard("reboot.interruptible.freezing freeze_processes 0", "transitionMutexFree")(literal);
        },
    },
    "preserve-flag-lost-on-return": {
        breaks: "a jump that comes back copies its pages and does not exchange them",
        actions: (layout) => ({
            setReentryPoint: memStep((mem) => {
                const image = get(mem, KEXEC_IMAGE);
                setFlag(layout, mem, image, imageFlags.REENTRY);
                const at = imageAt(layout, image) + FLAGS;
                mem[at] = get(mem, at) & ~imageFlags.PRESERVE_CONTEXT;
            }),
        }),
    },
    "unload-of-nothing-protects": {
        breaks: "an unload by file that finds no image protects the region",
        chart: setActions("file.locked.unloading xchg 1", "protectRegion", "takeFromSlot"),
    },
    "frozen-task-reboots": {
        breaks: "a task that is frozen asks for a reboot",
        chart: dropGuard("idle reboot 0"),
    },
    "transition-mutex-not-asked": {
        breaks: "a second reboot does not wait for the first one",
        chart: dropGuard("reboot.interruptible.waiting mutex_lock 0"),
    },
    "suspend-failure-ignored": {
        breaks: "a jump goes on although a device could not be suspended",
        chart: remove("reboot.interruptible.frozen dpm_suspend_start 0"),
    },
    "suspend-failure-thaws-nobody": {
        breaks: "a jump that fails to suspend a device skips what undoes the freeze",
        chart: retarget("reboot.interruptible.frozen dpm_suspend_start 0", "unlocking"),
    },
    "peer-writes-nothing": {
        breaks: "what the other kernel of a jump wrote is lost",
        chart: dropAction("reboot.jumping.peer peer_returns 0", "writeAsPeer"),
    },
    "second-panic-stops-the-dump": {
        breaks: "a CPU that panics second stops the one that has begun the dump",
        chart: dropGuard("panic.locked panic 0"),
    },
    "panic-spares-the-task": {
        breaks: "a call goes on although its CPU has panicked",
        chart: remove("call panic 0"),
    },
    "panic-waits-for-the-lock": {
        breaks: "the panic path waits for the lock instead of trying it",
        guards: () => ({
            lockHeldEarly: question(["__crash_kexec"], () => false),
            beforeNotifiers: question(["__crash_kexec"], (mem) => lockHolder(mem) < 0),
        }),
    },
    "panic-overlooks-the-image": {
        breaks: "the panic path never sees the crash image",
        guards: () => ({ noCrashImageEarly: question(["__crash_kexec"], () => true) }),
    },
    "panic-needs-no-image": {
        breaks: "the panic path jumps although no crash image is loaded",
        guards: () => ({ noCrashImageEarly: question(["__crash_kexec"], () => false) }),
    },
    "no-number-accepted": {
        breaks: "a text that is no number counts as a size",
        chart: remove("size.entered always 0"),
    },
    "crash-size-rules-exchanged": {
        breaks: "a size that is too large is refused before a loaded image is noticed",
        chart: exchangeWithNext("size.shrinking crash_shrink_memory 0"),
    },
    "crash-size-under-an-image": {
        breaks: "the region is shrunk under a loaded crash image",
        chart: remove("size.shrinking crash_shrink_memory 0"),
    },
    "crash-size-compared-before-rounding": {
        breaks: "a new size is rounded up after it was compared",
        guards: (layout) => ({
            sizeIsLarger: asked(layout, (size, region) => size > region),
            sizeIsSame: asked(layout, (size, region) => size === region),
        }),
    },
    "crash-size-wraps": {
        breaks: "a size that is too large rounds up to 0 (N1)",
        guards: (layout) => ({
            sizeIsLarger: asked(layout, () => false),
            sizeIsSame: asked(layout, (size, region) => size === region || size > region),
        }),
    },
    "any-write-disables-loading": {
        breaks: "a write of 0 sets kexec_load_disabled, too",
        chart: dropGuard("sysctls.writable proc_dointvec_minmax 0"),
    },
    "hotplug-event-skips-the-update": {
        breaks: "a hotplug event closes the region without having rewritten anything",
        chart: retarget("hotplug.idle crash_handle_hotplug_event 2", "updated"),
    },
    "elfcorehdr-not-rewritten": {
        breaks: "a hotplug event opens the region and changes nothing",
        chart: dropAction("hotplug.unprotected arch_crash_handle_hotplug_event 0", "updateElfcorehdr"),
    },
    "hotplug-event-keeps-the-lock": {
        breaks: "a hotplug event leaves the region open and the lock held",
        chart: dropAction("hotplug.updated hotplug_unlock 0", "protectAndReleaseLock"),
    },
    "hotplug-ignores-the-lock": {
        breaks: "a hotplug event rewrites the elfcorehdr whoever holds the lock",
        chart: remove("hotplug.idle crash_handle_hotplug_event 0"),
    },
};
/** A question about the size in bytes as it was written. */
function asked(layout, ask) {
    return taskQuestion((mem, task) => ask(askedSize(layout, mem, task) ?? 0n, regionSize(layout, mem)));
}
//# sourceMappingURL=lifecycle-mutants.js.map