import { type Pfn } from "../../memory/bounds.ts";
import { type Agent } from "./agent.ts";
import type { AddressRange, Machine } from "./protocol.ts";
/** The landmarks of a machine's memory, counted in pages. */
export interface GuestMemory {
    /** Where normal images go: see KERNEL_BASE. */
    readonly base: Pfn;
    /** The crash region; `end` is the first frame behind it. */
    readonly crash: {
        readonly start: Pfn;
        readonly end: Pfn;
    };
    /** totalram_pages() / 2: the most that an image may have. */
    readonly imagePagesMax: number;
    /** A frame at or over the destination limit of every x86-64 kernel. */
    readonly limit: Pfn;
    /** Pages of the region that a crash image takes before its vmcoreinfo page. */
    readonly room: CrashRoom;
}
export interface CrashRoom {
    /** For the control code: 2 up to 6.1, 1 from 6.14 on. */
    readonly control: number;
    /** For the page tables. */
    readonly tables: number;
}
/**
 * Where an x86-64 kernel runs without KASLR: CONFIG_PHYSICAL_START.
 *
 * Normal images go there, over the kernel itself, as a real kexec's do. The page allocator never
 * has these frames to give, so no destination is handed out by chance: what a load allocates is the
 * same in every run.
 */
export declare const KERNEL_BASE = 16777216n;
/**
 * The landmarks that a machine tells of.
 *
 * @throws EnvironmentError when the tests' requests cannot be made there
 */
export declare function guestMemory({ totalram_bytes, ram }: Machine, region: AddressRange, room: CrashRoom): GuestMemory;
/** Words for the kernel command line: warnings go to the console, for `measureRoom`. */
export declare const warningsOnConsole = "loglevel=5";
/**
 * Finds out what a crash image takes from the region: leaves one page more each time, until the
 * step that finds none is the copy of vmcoreinfo, the last to ask. Nothing is loaded.
 *
 * @throws GuestError when the kernel's refusals are not as expected
 */
export declare function measureRoom(agent: Agent, consoleText: () => string, region: AddressRange): Promise<CrashRoom>;
