/**
 * The user API of kexec_load: flags, limits and the segment structure.
 *
 * @source include/uapi/linux/kexec.h, arch/x86/include/asm/kexec.h
 */
export declare const KEXEC_ON_CRASH = 1;
export declare const KEXEC_PRESERVE_CONTEXT = 2;
export declare const KEXEC_UPDATE_ELFCOREHDR = 4;
export declare const KEXEC_CRASH_HOTPLUG_SUPPORT = 8;
export declare const KEXEC_ARCH_MASK = 4294901760;
export declare const KEXEC_ARCH_DEFAULT: number;
export declare const KEXEC_ARCH_386: number;
export declare const KEXEC_ARCH_X86_64: number;
/** The architecture that the modelled kernel was built for. */
export declare const KEXEC_ARCH: number;
/** sizeof(struct compat_kexec_segment): four 32-bit words. */
export declare const COMPAT_SEGMENT_bytes = 16;
/** sizeof(struct kexec_segment) on x86-64. */
export declare const KEXEC_SEGMENT_bytes = 32;
/** Segments that one image can have at most. */
export declare const KEXEC_SEGMENT_MAX = 16;
/** The low bits of an entry of an image's list say what the rest of the entry is. */
export declare const IND_DESTINATION = 1;
export declare const IND_INDIRECTION = 2;
export declare const IND_DONE = 4;
export declare const IND_SOURCE = 8;
/** Addresses and lengths of the user API are unsigned 64-bit numbers that wrap at this value. */
export declare const ADDRESS_SPACE_bytes: bigint;
/** One piece of an image: where the caller holds it and where it must be when the image runs. */
export interface KexecSegment {
    /** Length of the caller's buffer, in bytes; the rest of the segment is zeros. */
    readonly bufsz: bigint;
    /** Physical address of the destination, in bytes. */
    readonly mem: bigint;
    /** Length of the destination, in bytes. */
    readonly memsz: bigint;
}
