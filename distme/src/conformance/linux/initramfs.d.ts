/**
 * Compiles the guest agent and packs it as /init of an initramfs, with the payload of its images as
 * /payload, alone, and as /kernel, a file for kexec_file_load. Needs no root.
 *
 * The result is kept in the cache under a hash of the sources, the flags and the compiler.
 *
 * @returns path of the initramfs
 * @throws EnvironmentError without gcc or the static C library
 */
export declare function buildInitramfs(cache?: string): Promise<string>;
