/**
 * What the tests of a group need from the system under test, beside one caller:
 *
 * - `caller`: nothing but kexec_load; bad requests, unreadable lists and buffers, one-way sysctls
 *   included
 * - `allocator`: the page allocator returns chosen frames
 * - `policy`: an LSM refuses, or the kernel is locked down
 * - `two-callers`: a second task
 * - `faults`: an allocation or the architecture fails
 * - `kills`: a fatal signal at a chosen moment
 * - `doors`: the other system calls: kexec_file_load, reboot as far as it is refused, the 32-bit
 *   entry; crash size and load limits; a second task, failures and fatal signals there
 * - `hotplug`: a CPU or memory comes or goes at a chosen moment
 * - `reboots`: the machine reboots into the image, or jumps there and back; devices and tasks may
 *   refuse to come to rest
 * - `panics`: a CPU panics, or a task hits a bug, at a chosen moment
 */
export const groupNames = [
    "caller",
    "allocator",
    "policy",
    "two-callers",
    "faults",
    "kills",
    "doors",
    "hotplug",
    "reboots",
    "panics",
];
//# sourceMappingURL=suite.js.map