import type { Pfn } from "./bounds.ts";
import { type Layout, type Mem } from "./layout.ts";
/** What the running kernel writes into the region of an installed crash image. */
/** The frame of the elfcorehdr of a crash image, the last page of its last segment; or -1. */
export declare function elfcorehdrFrame(layout: Layout, mem: Mem, image: number): Pfn;
/** Whether a hotplug event has something to rewrite. */
export declare function wantsUpdate(layout: Layout, mem: Mem): boolean;
/** @source arch/x86/kernel/crash.c:arch_crash_handle_hotplug_event */
export declare function updateElfcorehdr(layout: Layout, mem: Mem): void;
/**
 * Writes vmcoreinfo where the safe copy is, through a mapping of its own.
 *
 * @source kernel/vmcore_info.c:crash_save_vmcoreinfo
 */
export declare function saveVmcoreinfo(layout: Layout, mem: Mem): void;
