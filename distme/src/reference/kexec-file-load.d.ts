import { type ChooseFrames } from "./file-frames.ts";
import { type Task, type UserSegment } from "./state.ts";
import { type Steps } from "./step.ts";
/** @source include/uapi/linux/kexec.h */
export declare const KEXEC_FILE_UNLOAD = 1;
export declare const KEXEC_FILE_ON_CRASH = 2;
export declare const KEXEC_FILE_NO_INITRAMFS = 4;
/** One call of kexec_file_load, with what the kernel will make of the files. */
export interface KexecFileLoadRequest {
    /** Whether the caller has CAP_SYS_BOOT in the initial user namespace. */
    readonly capSysBoot: boolean;
    /** KEXEC_FILE_*, which are not the flags of kexec_load. */
    readonly flags: number;
    readonly entry: bigint;
    /** The segments that the kernel's loader lays out; `buf` is a buffer of its own. */
    readonly segments: readonly UserSegment[];
    /** Which frames it gets; the lowest that fit when left out. */
    readonly chooseFrames?: ChooseFrames;
}
/** One running call of kexec_file_load. */
export interface FileCall extends Task {
    readonly request: KexecFileLoadRequest;
}
/**
 * The system call, from its gates to its return.
 *
 * @returns 0 or a negated error number
 * @source kernel/kexec_file.c:kexec_file_load
 * @omits the files, their signatures and all that user space sees of them; the flags of later
 *   versions, which change nothing that is modelled here
 */
export declare function kexecFileLoad(call: FileCall): Steps<number>;
