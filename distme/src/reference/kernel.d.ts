import { type KernelConfig } from "./config.ts";
import { type CrashSize } from "./crash-size.ts";
import { type Entry } from "./entry-list.ts";
import { type KexecFileLoadRequest } from "./kexec-file-load.ts";
import { type Observation } from "./observe.ts";
import { type RebootRequest } from "./reboot.ts";
import type { KexecLoadRequest, LoadLimit, Slot } from "./state.ts";
import { type Thread } from "./thread.ts";
/** A kernel that can be stopped at every step of its threads. */
export interface ReferenceKernel {
    readonly config: KernelConfig;
    /** Starts a call in a thread of its own, which stands before its first step. */
    kexecLoad(request: KexecLoadRequest): Thread;
    kexecFileLoad(request: KexecFileLoadRequest): Thread;
    /** reboot(LINUX_REBOOT_CMD_KEXEC). */
    reboot(request: RebootRequest): Thread;
    /** A read of /sys/kernel/kexec_crash_size. */
    crashSizeShow(): Thread;
    /** A write to it. */
    crashSizeStore(size: CrashSize): Thread;
    /**
     * A CPU or memory hotplug event, handled by a kernel worker.
     *
     * @param elfcorehdr what the crash image is told, a page at most
     * @throws Error on a kernel without `crashHotplug`
     */
    hotplug(elfcorehdr: Uint8Array): Thread;
    /**
     * A CPU panics: that of a thread, which never goes on, or (null) another one.
     *
     * @returns the thread of the panic; null when there is nothing for it to do: another CPU panics
     *   already, and this one just stops; or the panicking CPU panics again after the others stopped
     * @throws Error when no CPU is left on which that could happen
     */
    panic(on: Thread | null): Thread | null;
    /**
     * A thread hits a bug in kernel mode and never goes on; it keeps what it holds.
     *
     * @param fatal what kexec_should_crash says: the kernel panics then
     * @returns the thread of the panic, or null when there is none
     */
    oops(on: Thread, fatal: boolean): Thread | null;
    /** Writes 1 to kernel.kexec_load_disabled; there is no way back. */
    setKexecLoadDisabled(): void;
    /**
     * Writes to kernel.kexec_load_limit_reboot or _panic.
     *
     * @returns 0 or -EINVAL
     * @throws Error on a kernel without `loadLimits`
     */
    setLoadLimit(limit: LoadLimit, value: number): number;
    observe(): Observation;
    /** A copy of the bytes of any frame, free or not. */
    bytesOf(frame: number): Uint8Array;
    /** The entry list of an installed image, IND_DONE included; null when the slot is empty. */
    walk(slot: Slot): Entry[] | null;
    /**
     * The bytes of each destination page, by address, after a jump to an installed image; null when
     * the slot is empty.
     *
     * @throws Error when the entry list has no end
     */
    relocate(slot: Slot): Map<bigint, Uint8Array> | null;
    /** Whether the page allocator could return 2^order frames from `frame` on. */
    isFree(frame: number, order?: number): boolean;
    /** The lowest frame that the page allocator could return, or null. */
    lowestFreeFrame(order?: number): number | null;
}
/** Starts a kernel: every frame outside the crash region is free, and nothing is loaded. */
export declare function createKernel(given?: Partial<KernelConfig>): ReferenceKernel;
