function entered(name, rest) {
    return { event: name, where: { kind: "function", name }, ...rest };
}
const syscall = "kexec_load, native or 32-bit";
/**
 * What a monitor of kexec_load sees: the two ends of the call, and the entry of each function that
 * a kernel has under its own name. A function's entry is where the statechart comes to what it
 * does, which for some is before their own event.
 */
export const observedInLoad = [
    {
        event: "sys_enter_kexec_load",
        where: { kind: "tracepoint", name: "raw_syscalls:sys_enter", filter: syscall },
        transitions: { events: ["kexec_load"] },
        means: "the call begins",
    },
    entered("kexec_load_permitted", {
        transitions: { events: ["kexec_load_check"] },
        feature: "load-limits",
        means: "capability, kexec_load_disabled and the load limit are asked",
    }),
    entered("arch_kexec_unprotect_crashkres", {
        transitions: { keys: ["call.locked.choosingSlot do_kexec_load 0"] },
        means: "the crash region is made writable: an image is in it",
    }),
    entered("kimage_free", {
        transitions: { events: ["kimage_free"] },
        means: "the old image, or the failed one, is freed; or NULL is",
    }),
    entered("do_kimage_alloc_init", {
        transitions: { events: ["do_kimage_alloc_init"] },
        means: "the image's structure is allocated",
    }),
    entered("sanity_check_segment_list", {
        transitions: { events: ["sanity_check_segment_list"] },
        means: "the rules are asked of the segment list",
    }),
    entered("machine_kexec_prepare", {
        transitions: {
            keys: ["call.locked.flagged always 0", "call.locked.flagged always 1"],
        },
        means: "the architecture prepares the jump: page tables",
    }),
    entered("kimage_crash_copy_vmcoreinfo", {
        transitions: { events: ["kimage_crash_copy_vmcoreinfo"] },
        means: "a crash image gets its vmcoreinfo; a normal one passes",
    }),
    entered("kimage_load_segment", {
        transitions: {
            keys: ["call.locked.segments always 1", "call.locked.segments always 2"],
        },
        means: "the next segment is loaded",
    }),
    entered("kimage_add_entry", {
        transitions: { events: ["kimage_set_destination", "kimage_add_page"] },
        means: "a destination or a source page is put onto the list",
    }),
    entered("kimage_terminate", {
        transitions: { events: ["kimage_terminate"] },
        means: "the list gets its end mark",
    }),
    entered("arch_kexec_protect_crashkres", {
        transitions: { events: ["arch_kexec_protect_crashkres"] },
        means: "the crash region is made read-only",
    }),
    {
        event: "sys_exit_kexec_load",
        where: { kind: "tracepoint", name: "raw_syscalls:sys_exit", filter: syscall },
        transitions: { events: ["sys_exit"] },
        means: "the call returns",
    },
];
/** Steps of the call that a monitor does not see, and why. */
export const unseenInLoad = [
    {
        events: ["kexec_load_check"],
        why: "up to 6.2 it is built into its caller; later kexec_load_permitted shows it",
    },
    { events: ["kexec_trylock", "kexec_unlock"], why: "inline: an atomic exchange, or a mutex" },
    {
        events: ["copy_user_segment_list", "kimage_alloc_init", "machine_kexec_post_load"],
        why: "built into their callers by most compilers",
    },
    {
        events: ["do_kexec_load"],
        why: "its entry is before the lock in some kernels and behind it in others",
    },
    {
        events: [
            "kimage_alloc_normal_control_pages",
            "kimage_alloc_crash_control_pages",
            "kimage_alloc_page",
        ],
        why: "one for each answer of the page allocator, which is not entered once for each",
    },
    {
        events: ["machine_kexec_prepare"],
        why: "its entry is seen instead, which comes before the page tables that it allocates",
    },
    { events: ["copy_from_user", "xchg"], why: "inline" },
    {
        events: ["sigkill", "oops", "panic"],
        why: "they come from outside; after the last two the task does nothing any more",
    },
];
//# sourceMappingURL=observed.js.map