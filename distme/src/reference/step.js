import { errnos } from "../kernel/errno.js";
/** The steps of kexec_load in the order of the C code, each named after the C function it is. */
export const kexecLoadSteps = [
    "kexec_load_check",
    "kexec_trylock",
    "do_kexec_load",
    "kimage_free",
    "kimage_alloc_init",
    "do_kimage_alloc_init",
    "copy_user_segment_list",
    "sanity_check_segment_list",
    "kimage_alloc_normal_control_pages",
    "kimage_alloc_crash_control_pages",
    "machine_kexec_prepare",
    "kimage_crash_copy_vmcoreinfo",
    "kimage_set_destination",
    "kimage_alloc_page",
    "kimage_add_page",
    "copy_from_user",
    "kimage_terminate",
    "machine_kexec_post_load",
    "xchg",
    "arch_kexec_protect_crashkres",
    "kexec_unlock",
    "sys_exit",
];
/** The steps that only others have: kexec_file_load, reboot, crash size, hotplug, panic. */
export const lifecycleSteps = [
    "kexec_load_permitted",
    "kimage_file_alloc_init",
    "kimage_load_segment",
    "reboot",
    "mutex_lock",
    "kernel_kexec",
    "kernel_restart_prepare",
    "machine_shutdown",
    "relocate_kernel",
    "freeze_processes",
    "dpm_suspend_start",
    "syscore_suspend",
    "swap_pages",
    "peer_returns",
    "thaw_processes",
    "mutex_unlock",
    "crash_size_show",
    "crash_get_memory_size",
    "crash_size_store",
    "crash_shrink_memory",
    "crash_handle_hotplug_event",
    "arch_crash_handle_hotplug_event",
    "hotplug_unlock",
    "__crash_kexec",
    "crash_save_vmcoreinfo",
    "machine_crash_shutdown",
    "machine_kexec",
    "smp_send_stop",
    "oops",
];
const errnoNames = Object.keys(errnos); // the keys of `errnos` are `Errno` by definition
/** The outcomes of a step that is the architecture's own: it may fail with any error. */
export const architectureOutcomes = ["ok", ...errnoNames];
/** Stops before a step that has nothing to decide. */
export function* perform({ thread }, detail) {
    yield { ...detail, thread, choice: { kind: "none" } };
}
/** Stops before a step that takes a lock, and waits for it if need be. */
export function* waitFor({ thread }, detail, waitsFor) {
    yield { ...detail, thread, choice: { kind: "none" }, waitsFor };
}
/** Stops before a step that ends in one of `outcomes`, the first unless decided otherwise. */
export function* outcomeOf({ thread }, detail, outcomes) {
    const decision = yield { ...detail, thread, choice: { kind: "outcome", outcomes } };
    return outcomes.find((outcome) => outcome === decision) ?? outcomes[0];
}
/** The same for a step that others may still make impossible, or possible, until it is taken. */
export function* outcomeThen({ thread }, detail, outcomesNow) {
    const choice = {
        kind: "outcome",
        get outcomes() {
            return outcomesNow();
        },
    };
    const decision = yield { ...detail, thread, choice };
    const outcomes = outcomesNow();
    return outcomes.find((outcome) => outcome === decision) ?? outcomes[0];
}
/** Stops before a step that asks the page allocator for 2^order frames. */
export function* frameFrom({ thread }, detail, order) {
    const decision = yield { ...detail, thread, choice: { kind: "frame", order } };
    return typeof decision === "number" ? decision : null;
}
/** Stops until the kernel that was jumped to jumps back. */
export function* peerReturn({ thread }, detail) {
    const decision = yield { ...detail, thread, choice: { kind: "peer" } };
    return typeof decision === "object" && decision !== null ? decision : {};
}
//# sourceMappingURL=step.js.map