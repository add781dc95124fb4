import { type Layout, type Mem } from "./layout.ts";
/**
 * kexec_file_load, one function of the C code at a time.
 *
 * @omits which frames the allocator hands out: those that no request names come first, then the
 *   lowest, so that frames that can be exchanged stay so
 */
/** Whether there are pages for the image's control code and swap page. */
export declare function canAllocateFileImage(layout: Layout, mem: Mem, task: number): boolean;
/** @source kernel/kexec_file.c:kimage_file_alloc_init */
export declare function allocateFileImage(layout: Layout, mem: Mem, task: number): void;
/** Whether machine_kexec_prepare finds its pages. */
export declare function hasRoomForTables(layout: Layout, mem: Mem, task: number): boolean;
/** The page tables of machine_kexec_prepare. */
export declare function takeTables(layout: Layout, mem: Mem, task: number): void;
/** Whether there are pages for the data of every segment, and for the list that names them. */
export declare function hasRoomForSegments(layout: Layout, mem: Mem, task: number): boolean;
/**
 * Loads every segment from the kernel's own buffers.
 *
 * @source kernel/kexec_core.c:kimage_load_segment, kimage_terminate
 */
export declare function loadFileSegments(layout: Layout, mem: Mem, task: number): void;
