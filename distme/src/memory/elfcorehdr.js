import { ELFCOREHDR, VMCOREINFO_SAVED } from "./content.js";
import { findFrame, purposes, setContent } from "./frames.js";
import { hasFlag } from "./kimage.js";
import { get, imageFlags, imagePlan, KEXEC_CRASH_IMAGE, VMCOREINFO_SAFECOPY, } from "./layout.js";
/** What the running kernel writes into the region of an installed crash image. */
/** The frame of the elfcorehdr of a crash image, the last page of its last segment; or -1. */
export function elfcorehdrFrame(layout, mem, image) {
    const pages = imagePlan(layout, mem, image).segments.flatMap((segment) => segment.pages);
    return pages.at(-1)?.destination ?? -1;
}
/** Whether a hotplug event has something to rewrite. */
export function wantsUpdate(layout, mem) {
    const crash = get(mem, KEXEC_CRASH_IMAGE);
    return crash !== 0 && hasFlag(layout, mem, crash, imageFlags.HOTPLUG_SUPPORT);
}
/** @source arch/x86/kernel/crash.c:arch_crash_handle_hotplug_event */
export function updateElfcorehdr(layout, mem) {
    const pfn = elfcorehdrFrame(layout, mem, get(mem, KEXEC_CRASH_IMAGE));
    if (pfn >= 0)
        setContent(layout, mem, pfn, ELFCOREHDR);
}
/**
 * Writes vmcoreinfo where the safe copy is, through a mapping of its own.
 *
 * @source kernel/vmcore_info.c:crash_save_vmcoreinfo
 */
export function saveVmcoreinfo(layout, mem) {
    const image = get(mem, VMCOREINFO_SAFECOPY);
    if (image === 0)
        return;
    const pfn = findFrame(layout, mem, { image, purpose: purposes.VMCOREINFO });
    if (pfn >= 0)
        setContent(layout, mem, pfn, VMCOREINFO_SAVED);
}
//# sourceMappingURL=elfcorehdr.js.map