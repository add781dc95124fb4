import { assert } from "../../base/assert.js";
import { get, PAGE, SEGMENT, taskAt } from "../../memory/layout.js";
/** The functions that begin the steps of the same name, or of others. */
const functions = {
    kexec_load_check: "__x64_sys_kexec_load",
    kexec_load_permitted: "__x64_sys_kexec_file_load",
    mutex_lock: "__x64_sys_reboot",
    do_kimage_alloc_init: "do_kimage_alloc_init",
    kimage_file_alloc_init: "do_kimage_alloc_init",
    kimage_load_segment: "kimage_load_segment",
    sanity_check_segment_list: "sanity_check_segment_list",
    kimage_alloc_normal_control_pages: "kimage_alloc_control_pages",
    kimage_alloc_crash_control_pages: "kimage_alloc_control_pages",
    machine_kexec_prepare: "machine_kexec_prepare",
    kimage_crash_copy_vmcoreinfo: "kimage_crash_copy_vmcoreinfo",
    kimage_set_destination: "kimage_add_entry",
    kimage_add_page: "kimage_add_entry",
    kimage_alloc_page: "kimage_alloc_page",
    kimage_terminate: "kimage_terminate",
    arch_kexec_protect_crashkres: "arch_kexec_protect_crashkres",
    kimage_free: "kimage_free",
    kernel_restart_prepare: "kernel_restart_prepare",
    machine_shutdown: "machine_shutdown",
};
/** The function that takes the lock, by the call. */
const lockers = {
    kexec_load: "do_kexec_load",
    reboot: "kernel_kexec",
    crash_size_show: "crash_get_memory_size",
    crash_size_store: "crash_shrink_memory",
};
/**
 * The function at whose entry a step of a call is about to happen.
 *
 * @param steps the call's, from its entry
 * @returns null when no function begins there, or every compiler makes it a part of another one
 */
export function pointBefore(layout, steps, index) {
    const step = steps[index];
    const own = step && keyOf(layout, steps, step);
    if (!step || !own)
        return null;
    const earlier = steps.slice(0, index).filter((other) => keyOf(layout, steps, other) === own);
    const [symbol = ""] = own.split(" ");
    return { symbol, wants: wantsOf(layout, step), nth: earlier.length + 1 };
}
/** The same for all steps that a breakpoint cannot tell apart. */
function keyOf(layout, steps, step) {
    const symbol = symbolOf(layout, steps, step);
    return symbol && `${symbol} ${JSON.stringify(wantsOf(layout, step))}`;
}
function symbolOf({ bounds }, steps, { event }) {
    const entry = steps[0]?.event;
    if (entry === undefined)
        return null;
    if (event.type === "kexec_trylock")
        return lockers[entry.type] ?? null;
    const isCompat = entry.type === "kexec_load" && bounds.requests[entry.request]?.compat === true;
    if (event.type === "kexec_load_check" && isCompat)
        return "__ia32_compat_sys_kexec_load";
    return functions[event.type] ?? null;
}
function wantsOf(layout, step) {
    if (step.event.type !== "kimage_alloc_page")
        return "anything";
    const isListPage = step.transitions.some((key) => key.includes(".listPageFor"));
    return isListPage ? "list page" : positionOf(layout, step);
}
/** The page that a call is working on before a step. */
export function positionOf(layout, { event, before }) {
    assert("task" in event, "a sysctl is not working on a page");
    const at = taskAt(layout, event.task);
    return {
        segment: get(before.context.mem, at + SEGMENT),
        page: get(before.context.mem, at + PAGE),
    };
}
//# sourceMappingURL=points.js.map