import { kimageFreePages } from "./alloc-page.ts";
import { kimageFreePageList } from "./control-pages.ts";
import { forEachKimageEntry } from "./entry-list.ts";
import { machineKexecCleanup } from "./machine.ts";
import { frameOf, freePages } from "./memory.ts";
import type { KernelState, Kimage } from "./state.ts";

/**
 * Gives back everything that an image holds, finished or not. The pages of a crash image lie in
 * the crash region and belong to no allocator.
 *
 * @param image null does nothing
 * @source kernel/kexec_core.c:kimage_free
 */
export function kimageFree(kernel: KernelState, image: Kimage | null): void {
  if (image === null) return;
  const { memory, config } = kernel;
  if (image.vmcoreinfo_data_copy !== null && !config.bugs.safecopyNotCleared) {
    kernel.vmcoreinfo_data_safecopy = null;
  }
  if (!config.bugs.leakParkedPages) kimageFreePages(memory, image.dest_pages);
  kimageFreePages(memory, image.unusable_pages);
  freeEntries(kernel, image);
  machineKexecCleanup(kernel, image);
  if (config.bugs.leakControlPages) return;
  const again = config.bugs.doubleFree ? [...image.control_pages] : [];
  kimageFreePageList(memory, image.control_pages);
  kimageFreePageList(memory, again);
}

/** Frees source pages as the list is walked, and each list page after it has been left. */
function freeEntries({ memory, config }: KernelState, image: Kimage): void {
  const listPages: number[] = [];
  for (const { kind, address } of forEachKimageEntry(memory, image)) {
    const frame = frameOf(memory, address);
    if (kind === "INDIRECTION") listPages.push(frame);
    if (kind === "SOURCE") freePages(memory, { frame, order: 0 });
  }
  if (!config.bugs.leakListPages) kimageFreePages(memory, listPages);
}
