/** Where the kernel's array of `struct page` begins, without KASLR and with 4-level page tables. */
export const VMEMMAP = 0xffffea0000000000n;
export const STRUCT_PAGE_bytes = 64n;
//# sourceMappingURL=struct-page.js.map