/**
 * Where an x86-64 kernel has its memory when it is booted with nokaslr and 4-level page tables.
 *
 * @source Documentation/arch/x86/x86_64/mm.rst
 */
/** Physical memory, as the kernel sees it. */
export declare const DIRECT_MAP = 18446612682070032384n;
/** The physical address of a kernel symbol or of what kmalloc returned. */
export declare function physical(address: bigint): bigint;
/** The physical address of the frame that a `struct page *` stands for. */
export declare function physicalOfPage(page: bigint): bigint;
