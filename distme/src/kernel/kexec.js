/**
 * The user API of kexec_load: flags, limits and the segment structure.
 *
 * @source include/uapi/linux/kexec.h, arch/x86/include/asm/kexec.h
 */
export const KEXEC_ON_CRASH = 0x1;
export const KEXEC_PRESERVE_CONTEXT = 0x2;
export const KEXEC_UPDATE_ELFCOREHDR = 0x4;
export const KEXEC_CRASH_HOTPLUG_SUPPORT = 0x8;
export const KEXEC_ARCH_MASK = 0xffff0000;
export const KEXEC_ARCH_DEFAULT = 0 << 16;
export const KEXEC_ARCH_386 = 3 << 16;
export const KEXEC_ARCH_X86_64 = 62 << 16;
/** The architecture that the modelled kernel was built for. */
export const KEXEC_ARCH = KEXEC_ARCH_X86_64;
/** sizeof(struct compat_kexec_segment): four 32-bit words. */
export const COMPAT_SEGMENT_bytes = 16;
/** sizeof(struct kexec_segment) on x86-64. */
export const KEXEC_SEGMENT_bytes = 32;
/** Segments that one image can have at most. */
export const KEXEC_SEGMENT_MAX = 16;
/** The low bits of an entry of an image's list say what the rest of the entry is. */
export const IND_DESTINATION = 0x1;
export const IND_INDIRECTION = 0x2;
export const IND_DONE = 0x4;
export const IND_SOURCE = 0x8;
/** Addresses and lengths of the user API are unsigned 64-bit numbers that wrap at this value. */
export const ADDRESS_SPACE_bytes = 1n << 64n;
//# sourceMappingURL=kexec.js.map