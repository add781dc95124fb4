import { type KexecSegment } from "../kernel/kexec.ts";
/**
 * One call of kexec_load and the caller who makes it: everything that is settled before the kernel
 * looks at it. What is settled later (a page fault, an allocation) is part of an event.
 */
export interface Request {
    /** Shown in traces. */
    readonly name: string;
    readonly entry: bigint;
    /** As passed; the list below may be shorter when the call is refused before it is read. */
    readonly nr_segments: number;
    readonly segments: readonly KexecSegment[];
    readonly flags: number;
    readonly capSysBoot: boolean;
    /** What security_kernel_load_data says to this caller: 0 or a positive error number. */
    readonly lsm: number;
    /** What security_locked_down says: 0 or a positive error number. */
    readonly lockdown: number;
    /** The call comes through the 32-bit entry. */
    readonly compat?: boolean;
    /** The call is kexec_file_load; `segments` are what it makes of its files. */
    readonly file?: boolean;
}
/** A call of another door. */
export type SystemCall = {
    readonly call: "reboot";
    readonly name: string;
    readonly capSysBoot: boolean;
    /** Whether the magic numbers are right. */
    readonly magic: boolean;
    readonly childPidNamespace: boolean;
} | {
    readonly call: "crash_size_show";
    readonly name: string;
} | {
    readonly call: "crash_size_store";
    readonly name: string;
    /** The new size; null when the text is no number. */
    readonly size_bytes: bigint | null;
};
export type SystemCallName = SystemCall["call"];
/** Whether the call is about the crash image. */
export declare function isOnCrash(request: Request): boolean;
/** Whether the caller asks for an image that hotplug events keep up to date. */
export declare function wantsHotplug(request: Request): boolean;
/** Whether the call takes the image away instead of loading one. */
export declare function isUnload(request: Request): boolean;
