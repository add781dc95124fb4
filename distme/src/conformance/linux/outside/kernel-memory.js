import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { GuestError } from "../agent.js";
import { STRUCT_PAGE_bytes, VMEMMAP } from "../struct-page.js";
/**
 * Where an x86-64 kernel has its memory when it is booted with nokaslr and 4-level page tables.
 *
 * @source Documentation/arch/x86/x86_64/mm.rst
 */
/** Physical memory, as the kernel sees it. */
export const DIRECT_MAP = 0xffff888000000000n;
const DIRECT_MAP_end = 0xffffc88000000000n;
/** The kernel's own code and data; without KASLR, from physical address 0 on. */
const KERNEL_MAP = 0xffffffff80000000n;
/** The physical address of a kernel symbol or of what kmalloc returned. */
export function physical(address) {
    if (address >= KERNEL_MAP)
        return address - KERNEL_MAP;
    if (address >= DIRECT_MAP && address < DIRECT_MAP_end)
        return address - DIRECT_MAP;
    throw new GuestError(`expected a pointer into memory, got 0x${address.toString(16)}`);
}
/** The physical address of the frame that a `struct page *` stands for. */
export function physicalOfPage(page) {
    if (page >= VMEMMAP && (page - VMEMMAP) % STRUCT_PAGE_bytes === 0n) {
        return ((page - VMEMMAP) / STRUCT_PAGE_bytes) * PAGE_SIZE_bytes;
    }
    throw new GuestError(`expected a struct page, got 0x${page.toString(16)}`);
}
//# sourceMappingURL=kernel-memory.js.map