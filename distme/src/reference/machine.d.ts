import type { KernelState, Kimage, Task } from "./state.ts";
import { type Steps } from "./step.ts";
/**
 * Takes the control pages for the page tables, then does what the architecture decides.
 *
 * @returns 0, -ENOMEM without a step of its own when a table page is missing, or the
 *   architecture's error
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare
 * @omits the content of the tables and the transition tables, which come from no control page
 */
export declare function machineKexecPrepare(task: Task, image: Kimage): Steps<number>;
/**
 * Puts the code that will copy and jump into its page, which from 6.14 on is read-only and
 * executable then. A page that is so already cannot be written: the thread faults, and its only
 * step from then on is `oops`.
 *
 * @returns 0
 * @omits the code itself
 */
export declare function writeControlCode(task: Task, image: Kimage): Steps<number>;
/**
 * Makes the control code page an ordinary one again: the page at its address, whoever uses it now.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_cleanup
 */
export declare function machineKexecCleanup({ memory, config }: KernelState, image: Kimage): void;
/** The frame that holds the code: the last one of the buffer. */
export declare function controlCodeFrame({ control_code_page: buffer }: Kimage): number | null;
/** @source include/linux/kexec.h:machine_kexec_post_load */
export declare function machineKexecPostLoad(task: Task): Steps<number>;
/** What the kernel says about itself to whoever reads its dump. */
export declare const VMCOREINFO: NodeJS.NonSharedUint8Array;
/**
 * Gives a crash image a page for vmcoreinfo and makes it the kernel's safe copy at once, before
 * the image is complete. It is written through a mapping of its own.
 *
 * @returns 0, or -ENOMEM when there is no page or no mapping for it
 * @source kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo
 */
export declare function kimageCrashCopyVmcoreinfo(task: Task, image: Kimage): Steps<number>;
/**
 * Makes the crash region read-only but for the page of the installed image's control code.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export declare function archKexecProtectCrashkres(kernel: KernelState): void;
/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export declare function archKexecUnprotectCrashkres(kernel: KernelState): void;
