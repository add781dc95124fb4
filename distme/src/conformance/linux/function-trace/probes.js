/** Which functions of the kernel are recorded, and what of them. */
const syscall = "__x64_sys_kexec_load";
const load = "do_kexec_load";
/** The page allocator, as kexec calls it: the first of them that a kernel has. */
export const allocators = ["kimage_alloc_pages", "alloc_pages_noprof"];
/** Everything that ends at the page allocator on behalf of an image. */
export const pageTakers = ["kimage_alloc_page", "kimage_alloc_control_pages"];
const first = "%di";
const second = "%si";
const third = "%dx";
const fourth = "%cx";
function value(name, callers, ...fetches) {
    return { name, fetches, returns: true, callers };
}
function entry(name, callers, ...fetches) {
    return { name, fetches, returns: false, callers };
}
/**
 * The functions of kexec_load, in the order of a call. A kernel lacks those that its compiler built
 * into others, or that it never had: what happens there is invisible on it.
 */
export const probes = [
    value(syscall, []),
    value("kexec_load_permitted", [syscall]),
    value(load, [syscall], second, fourth), // nr_segments, flags
    entry("arch_kexec_unprotect_crashkres", [load]),
    entry("kimage_free", [load], first),
    value("do_kimage_alloc_init", [load]),
    value("sanity_check_segment_list", [load], first),
    value("kimage_alloc_control_pages", [load, "machine_kexec_prepare", "kimage_crash_copy_vmcoreinfo"], second), // order
    value("kimage_alloc_crash_control_pages", [
        "kimage_alloc_control_pages",
        "kimage_crash_copy_vmcoreinfo",
    ]),
    value("machine_kexec_prepare", [load], first),
    value("kimage_crash_copy_vmcoreinfo", [load], first),
    value("kimage_load_segment", [load], first),
    value("kimage_add_entry", ["kimage_load_segment"], second),
    value("kimage_alloc_page", ["kimage_load_segment", "kimage_add_entry"], third),
    entry("kimage_terminate", [load], first),
    value("machine_kexec_post_load", [load]),
    entry("arch_kexec_protect_crashkres", [load]),
    ...allocators.map((name) => value(name, pageTakers, second)), // order
];
//# sourceMappingURL=probes.js.map