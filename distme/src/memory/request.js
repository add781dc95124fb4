import { KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH, KEXEC_UPDATE_ELFCOREHDR, } from "../kernel/kexec.js";
/** Whether the call is about the crash image. */
export function isOnCrash(request) {
    return (request.flags & KEXEC_ON_CRASH) !== 0;
}
/** Whether the caller asks for an image that hotplug events keep up to date. */
export function wantsHotplug(request) {
    return (request.flags & (KEXEC_UPDATE_ELFCOREHDR | KEXEC_CRASH_HOTPLUG_SUPPORT)) !== 0;
}
/** Whether the call takes the image away instead of loading one. */
export function isUnload(request) {
    return request.nr_segments === 0;
}
//# sourceMappingURL=request.js.map