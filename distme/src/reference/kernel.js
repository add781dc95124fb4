import { completeConfig } from "./config.js";
import { crashSizeShow, crashSizeStore } from "./crash-size.js";
import { forEachKimageEntry } from "./entry-list.js";
import { kexecLimitHandler } from "./gates.js";
import { crashHandleHotplugEvent } from "./hotplug.js";
import { kexecFileLoad } from "./kexec-file-load.js";
import { kexecLoad } from "./kexec-load.js";
import { createMemory, isFree, lowestFree, pageOf } from "./memory.js";
import { observe } from "./observe.js";
import { beginPanic } from "./panic.js";
import { reboot } from "./reboot.js";
import { relocate } from "./relocate.js";
import { createThread } from "./thread.js";
/** Starts a kernel: every frame outside the crash region is free, and nothing is loaded. */
export function createKernel(given = {}) {
    const kernel = bootedKernel(completeConfig(given));
    const { config, memory } = kernel;
    const newTask = taskMaker(kernel);
    const panicOn = (on, byOops) => beginPanic(kernel, { on, byOops, newTask: () => newTask("panic") });
    return {
        config,
        ...doorsOf(newTask),
        hotplug(elfcorehdr) {
            if (!config.profile.crashHotplug)
                throw new Error("expected crashHotplug, got an older kernel");
            const work = { ...newTask("worker"), elfcorehdr };
            return createThread(work, crashHandleHotplugEvent(work));
        },
        panic: (on) => panicOn(on, false),
        oops(on, fatal) {
            if (fatal)
                return panicOn(on, true);
            on.oops();
            return null;
        },
        setKexecLoadDisabled() {
            kernel.kexec_load_disabled = true;
        },
        setLoadLimit: (limit, value) => kexecLimitHandler(kernel, limit, value),
        observe: () => observe(kernel),
        bytesOf: (frame) => pageOf(memory, frame).slice(),
        walk(slot) {
            const image = kernel.slots[slot];
            return image === null ? null : [...forEachKimageEntry(memory, image)];
        },
        relocate(slot) {
            const image = kernel.slots[slot];
            return image === null ? null : relocate(kernel, image);
        },
        isFree: (frame, order = 0) => isFree(memory, { frame, order }),
        lowestFreeFrame: (order = 0) => lowestFree(memory, order),
    };
}
function bootedKernel(config) {
    return {
        config,
        memory: createMemory(config),
        slots: { kexec_image: null, kexec_crash_image: null },
        kexec_mutex: null,
        system_transition_mutex: null,
        kexec_load_disabled: false,
        load_limits: { reboot: -1, panic: -1 },
        vmcoreinfo_data_safecopy: null,
        calls: new Set(),
        images_made: 0,
        machine: "running",
        alone: null,
        frozenBy: null,
        panic_cpu: null,
    };
}
/** Numbers threads in the order in which they are started. */
function taskMaker(kernel) {
    let threads = 0;
    return (kind) => {
        const thread = threads;
        threads += 1;
        return { kernel, thread, kind, killed: false, gone: false, image: null, page: null };
    };
}
/** The system calls. */
function doorsOf(newTask) {
    return {
        kexecLoad(request) {
            const flags = Number(BigInt.asUintN(32, BigInt(request.flags)));
            const call = { ...newTask("call"), request, flags };
            return createThread(call, kexecLoad(call));
        },
        kexecFileLoad(request) {
            const call = { ...newTask("call"), request };
            return createThread(call, kexecFileLoad(call));
        },
        reboot(request) {
            const call = { ...newTask("call"), request };
            return createThread(call, reboot(call));
        },
        crashSizeShow() {
            const call = newTask("call");
            return createThread(call, crashSizeShow(call));
        },
        crashSizeStore(size) {
            const call = { ...newTask("call"), size };
            return createThread(call, crashSizeStore(call));
        },
    };
}
//# sourceMappingURL=kernel.js.map