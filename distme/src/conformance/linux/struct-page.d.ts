/** Where the kernel's array of `struct page` begins, without KASLR and with 4-level page tables. */
export declare const VMEMMAP = 18446719884453740544n;
export declare const STRUCT_PAGE_bytes = 64n;
