/**
 * The error numbers that kexec_load can return on x86-64.
 *
 * A call returns 0 or one of these, negated.
 * @source include/uapi/asm-generic/errno-base.h, errno.h
 */
export declare const errnos: {
    readonly EPERM: 1;
    readonly ENOENT: 2;
    readonly ENOMEM: 12;
    readonly EACCES: 13;
    readonly EFAULT: 14;
    readonly EBUSY: 16;
    readonly EINVAL: 22;
    readonly EADDRNOTAVAIL: 99;
};
/** The name of an error number, as the kernel spells it. */
export type Errno = keyof typeof errnos;
/**
 * Spells a call's result as a person reads it: `0`, `-EBUSY`, or the number itself when it is
 * neither 0 nor a known error.
 *
 * @param result what the call returned: 0 or a negated error number
 */
export declare function resultName(result: number): string;
