import { kimageFreePages } from "./alloc-page.js";
import { kimageFreePageList } from "./control-pages.js";
import { forEachKimageEntry } from "./entry-list.js";
import { machineKexecCleanup } from "./machine.js";
import { frameOf, freePages } from "./memory.js";
/**
 * Gives back everything that an image holds, finished or not. The pages of a crash image lie in
 * the crash region and belong to no allocator.
 *
 * @param image null does nothing
 * @source kernel/kexec_core.c:kimage_free
 */
export function kimageFree(kernel, image) {
    if (image === null)
        return;
    const { memory, config } = kernel;
    if (image.vmcoreinfo_data_copy !== null && !config.bugs.safecopyNotCleared) {
        kernel.vmcoreinfo_data_safecopy = null;
    }
    if (!config.bugs.leakParkedPages)
        kimageFreePages(memory, image.dest_pages);
    kimageFreePages(memory, image.unusable_pages);
    freeEntries(kernel, image);
    machineKexecCleanup(kernel, image);
    if (config.bugs.leakControlPages)
        return;
    const again = config.bugs.doubleFree ? [...image.control_pages] : [];
    kimageFreePageList(memory, image.control_pages);
    kimageFreePageList(memory, again);
}
/** Frees source pages as the list is walked, and each list page after it has been left. */
function freeEntries({ memory, config }, image) {
    const listPages = [];
    for (const { kind, address } of forEachKimageEntry(memory, image)) {
        const frame = frameOf(memory, address);
        if (kind === "INDIRECTION")
            listPages.push(frame);
        if (kind === "SOURCE")
            freePages(memory, { frame, order: 0 });
    }
    if (!config.bugs.leakListPages)
        kimageFreePages(memory, listPages);
}
//# sourceMappingURL=free.js.map