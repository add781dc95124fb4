/**
 * The error numbers that kexec_load can return on x86-64.
 *
 * A call returns 0 or one of these, negated.
 * @source include/uapi/asm-generic/errno-base.h, errno.h
 */
export const errnos = {
    EPERM: 1,
    ENOENT: 2,
    ENOMEM: 12,
    EACCES: 13,
    EFAULT: 14,
    EBUSY: 16,
    EINVAL: 22,
    EADDRNOTAVAIL: 99,
};
const names = new Map(Object.entries(errnos).map(([name, number]) => [number, name]));
/**
 * Spells a call's result as a person reads it: `0`, `-EBUSY`, or the number itself when it is
 * neither 0 nor a known error.
 *
 * @param result what the call returned: 0 or a negated error number
 */
export function resultName(result) {
    const name = names.get(-result);
    return name === undefined ? String(result) : `-${name}`;
}
//# sourceMappingURL=errno.js.map