/**
 * A kernel's file for kexec_file_load, with the payload in the place of a kernel: as much of the
 * boot protocol as the kernel's loader looks at, then the code, entered in 64-bit mode.
 *
 * @source Documentation/arch/x86/boot.rst, arch/x86/kernel/kexec-bzimage64.c
 */
/** The initrd that is loaded with it; more pages than two list pages have entries. */
export declare const fileInitrd: {
    readonly bytes: 4473633;
    readonly seed: 7;
};
/** The command line that is given with it. For a crash kernel, the loader adds to its front. */
export declare const FILE_CMDLINE = "kexec_model_payload";
/** What the payload calls the image; loaded for a crash, it adds "-CRASH". */
export declare const FILE_NAME = "FILE";
/** How many bytes the payload checks, besides the command line. */
export declare const FILE_IMAGE_bytes: number;
/** Changes when the file does. */
export declare const formOfKernel: string;
/** @param payload the payload as it is compiled, its table empty */
export declare function kernelFile(payload: Uint8Array): Uint8Array;
