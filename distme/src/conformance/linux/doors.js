import { assert } from "../../base/assert.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { isLimitAccepted } from "../../memory/limits.js";
import { isOnCrash, isUnload } from "../../memory/request.js";
/** The door that a call or write goes through by its first step; null for kexec_load and others. */
export function doorOf({ bounds }, { event, before }) {
    switch (event.type) {
        case "kexec_limit_handler": {
            const { limit, value } = event;
            const isAccepted = isLimitAccepted(before.context.mem, limit, value);
            return { door: "limit", limit, value, isAccepted };
        }
        case "kexec_file_load": {
            const request = bounds.requests[event.request];
            assert(request !== undefined, `a call has no request ${event.request}`);
            return { door: "kexec_file_load", request };
        }
        case "reboot":
        case "crash_size_show":
        case "crash_size_store": {
            const call = bounds.calls?.[event.call];
            assert(call !== undefined && call.call === event.type, `no ${event.type} ${event.call}`);
            if (call.call === "crash_size_show")
                return { door: call.call };
            if (call.call === "reboot") {
                const { capSysBoot, magic, childPidNamespace } = call;
                return { door: call.call, capSysBoot, magic, childPidNamespace };
            }
            const region_bytes = BigInt(bounds.crashFrames) * PAGE_SIZE_bytes;
            return { door: call.call, size_bytes: call.size_bytes, region_bytes };
        }
        default:
            return null;
    }
}
/** @source include/uapi/linux/kexec.h */
export const KEXEC_FILE_UNLOAD = 1;
export const KEXEC_FILE_ON_CRASH = 2;
const KEXEC_FILE_NO_INITRAMFS = 4;
/** No kernel knows it. */
const UNKNOWN_FILE_FLAG = 0x4000_0000;
/** The same on a machine, whose crash region is of another size. */
export function doorRequest(door, memory) {
    switch (door.door) {
        case "kexec_file_load": {
            const { request } = door;
            return {
                name: "file",
                flags: fileFlags(request),
                capSysBoot: request.capSysBoot,
                ...(!isUnload(request) && { kernel: "good" }),
            };
        }
        case "reboot": {
            const { capSysBoot, magic, childPidNamespace } = door;
            return { name: "reboot", capSysBoot, magic, childPidNamespace };
        }
        case "crash_size_show":
            return { name: "show" };
        case "crash_size_store": {
            const { size_bytes, region_bytes } = door;
            if (size_bytes === null)
                return { name: "store" };
            return { name: "store", value: guestSize(size_bytes, region_bytes, memory) };
        }
    }
}
/** The two calls have flags of their own; kexec_file_load has one for the unload, too. */
function fileFlags(request) {
    const isUnknown = (request.flags & ~1) !== 0; // all but KEXEC_ON_CRASH
    return ((isUnload(request) ? KEXEC_FILE_UNLOAD : KEXEC_FILE_NO_INITRAMFS) |
        (isOnCrash(request) ? KEXEC_FILE_ON_CRASH : 0) |
        (isUnknown ? UNKNOWN_FILE_FLAG : 0));
}
/** A size near the region's stays as far from it; 0 and the end of the address space stay. */
function guestSize(size, region, { crash }) {
    const isNear = size * 2n > region && size < region * 2n;
    return isNear ? BigInt(crash.end - crash.start) * PAGE_SIZE_bytes + (size - region) : size;
}
//# sourceMappingURL=doors.js.map