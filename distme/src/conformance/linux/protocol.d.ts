import type { KexecSegment } from "../../kernel/kexec.ts";
import type { DoorRequest } from "./doors.ts";
/**
 * The caller's memory behind a segment.
 *
 * `good` is all zeros, `elf` the same behind an ELF header, `bad` cannot be read, `edge` has that many good pages and then cannot be
 * read, `seed` has content: its 8-byte word number i is `seed * 2^32 + i`. `code` is the payload:
 * run at its first byte, it checks every byte of the image.
 */
export type SegmentBuffer = {
    readonly kind: "good";
} | {
    readonly kind: "bad";
} | {
    readonly kind: "code";
} | {
    readonly kind: "edge";
    readonly pages: number;
} | {
    readonly kind: "seed";
    readonly seed: number;
} | {
    readonly kind: "elf";
};
export interface GuestSegment extends KexecSegment {
    /** Default: good. */
    readonly buffer?: SegmentBuffer;
}
/** A page of a segment's buffer, both counted from 0. */
export interface PagePosition {
    readonly segment: number;
    readonly page: number;
}
/** One kexec_load call. */
export interface LoadRequest {
    /** Who calls: 0 (the default) to 3. Each is a process of its own. */
    readonly task?: number;
    readonly flags?: bigint;
    readonly entry?: bigint;
    /** Default: the length of `segments`. */
    readonly nr_segments?: bigint;
    readonly segments?: readonly GuestSegment[];
    /** Whether the kernel can read the segment list. Default: good. */
    readonly list?: "good" | "bad";
    /** Whether the caller has CAP_SYS_BOOT. Default: true. */
    readonly capSysBoot?: boolean;
    /** Whether it comes through the 32-bit entry. Default: false. */
    readonly compat?: boolean;
    /** Where the call stops, inside the kernel and under its lock, until it is resumed. */
    readonly pauses?: readonly PagePosition[];
    /** Address of a byte of which the payload shall expect the complement, to see it find that. */
    readonly wrongAt?: bigint;
}
/** One kexec_file_load call, with files. */
export interface FileLoadRequest {
    readonly flags?: number;
    /** `good` has the payload inside, see bzimage.ts; `bad` is no kernel; `none` no file at all. */
    readonly kernel: "good" | "bad" | "none";
    /** Default: none. Its words are those of a segment's `seed`. */
    readonly initrd?: {
        readonly bytes: number;
        readonly seed: number;
    };
    /** Without spaces. Default: empty. */
    readonly cmdline?: string;
}
/** A way out of the kernel: LINUX_REBOOT_CMD_KEXEC, or a panic by sysrq. */
export type WayOut = "reboot" | "panic";
/** How far a call has come. `running`: the time was over, and it had neither ended nor paused. */
export type CallState = {
    readonly kind: "done";
    readonly result: number;
} | ({
    readonly kind: "paused";
} & PagePosition) | {
    readonly kind: "running";
} | {
    readonly kind: "killed";
};
/** What user space sees of kexec. */
export interface Observation {
    readonly kexec_loaded: boolean;
    readonly kexec_crash_loaded: boolean;
    /** In bytes, or the negated error number of the read: -EBUSY while the lock is held. */
    readonly kexec_crash_size: number;
    /** Frames marked reserved, less those at boot: the ones that kexec owns. Null: not counted. */
    readonly reserved_frames: number | null;
}
/** Addresses from `start` up to, not including, `end`. */
export interface AddressRange {
    readonly start: bigint;
    readonly end: bigint;
}
/** What the guest says of itself. */
export interface Machine {
    readonly release: string;
    /** What `uname -v` says. */
    readonly version: string;
    readonly pageSize_bytes: number;
    readonly cpus: number;
    /** The kernel's totalram_pages(), in bytes: half of it is the most that an image may have. */
    readonly totalram_bytes: bigint;
    /** The reserved region, or null without one. */
    readonly crashKernel: AddressRange | null;
    readonly ram: readonly AddressRange[];
}
/** A reply's `key=value` pairs. A key may come more than once. */
export type Reply = ReadonlyMap<string, readonly string[]>;
/** The arguments of the `load` command. */
export declare function formatLoad(request: LoadRequest): string;
/** The arguments of the `door` command for a load by file. */
export declare function formatFileLoad({ flags, kernel, initrd, cmdline }: FileLoadRequest): string;
/** The arguments of the `door` command. */
export declare function formatDoor(request: DoorRequest): string;
/**
 * Splits a reply line.
 *
 * @returns null for a line that is no reply to `sequence`: a late or broken one
 */
export declare function parseReply(line: string, sequence: number): {
    readonly ok: boolean;
    readonly values: Reply;
} | null;
/** The reply to load, resume, wait and kill; null when it is none. */
export declare function parseCallState(reply: Reply): CallState | null;
/** What the guest saw; null when the reply has no observation. */
export declare function parseObservation(reply: Reply): Observation | null;
export declare function parseMachine(reply: Reply): Machine;
/** The first value of a key, or the empty string. */
export declare function text(reply: Reply, key: string): string;
