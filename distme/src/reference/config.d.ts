import type { Bugs } from "./bugs.ts";
import { type Profile } from "./profiles.ts";
/** Physical addresses from the first byte to the last. */
export interface AddressRange {
    readonly start: bigint;
    readonly end: bigint;
}
/** The machine and the kernel that the reference plays. Addresses and limits are in bytes. */
export interface KernelConfig {
    /** PAGE_SIZE: a power of two, at least 16, since an entry's low four bits are flags. */
    readonly page_bytes: number;
    /** Words of a list page that are used; the last one is the link. A real page has 512. */
    readonly entriesPerListPage: number;
    /** Page frames of the machine, crash region included: frames 0 to frames - 1. */
    readonly frames: number;
    /** The region that was reserved, end inclusive; `{ start: 0n, end: 0n }` when there is none. */
    readonly crashk_res: AddressRange;
    /** totalram_pages() at the start: one segment, and all together, may take half of it. */
    readonly totalram_pages: bigint;
    /** KEXEC_DESTINATION_MEMORY_LIMIT: a segment must end below it. */
    readonly destinationLimit: bigint;
    /** KEXEC_SOURCE_MEMORY_LIMIT: the last usable source page is the one that holds it. */
    readonly sourceLimit: bigint;
    /** KEXEC_CONTROL_MEMORY_LIMIT: control pages end below the page that holds it. */
    readonly controlLimit: bigint;
    /** Control pages that machine_kexec_prepare takes for its page tables. */
    readonly tablePages: number;
    /** The control code buffer has 2^order pages (x86-64: 1 up to 6.12, then 0). */
    readonly controlCodeOrder: number;
    /** A panic stops the other CPUs and calls the notifiers before it tries the crash kernel. */
    readonly crash_kexec_post_notifiers: boolean;
    readonly profile: Profile;
    /** Planted bugs; none by default. */
    readonly bugs: Bugs;
}
/** A 16 MiB x86-64 machine of the seed's time without a crash region. */
export declare const defaultConfig: KernelConfig;
/**
 * Fills in the defaults (`totalram_pages` follows `frames`) and checks the result.
 *
 * @throws AssertionError naming the field and the value that cannot be
 */
export declare function completeConfig(given: Partial<KernelConfig>): KernelConfig;
