/** Where the kernel's array of `struct page` begins, without KASLR and with 4-level page tables. */
export const VMEMMAP = 0xffff_ea00_0000_0000n;
export const STRUCT_PAGE_bytes = 64n;
