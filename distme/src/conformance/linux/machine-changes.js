import { assert } from "../../base/assert.js";
import { get, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, } from "../../memory/layout.js";
/** The change that some steps are, which no call makes. */
export function changeOf(layout, steps) {
    const [first] = steps;
    assert(first !== undefined, "a change has a step");
    const { event, index } = first;
    const path = steps.map(({ event: { type } }) => type);
    switch (event.type) {
        case "sigkill":
            return { kind: "kill", task: event.task };
        case "crash_handle_hotplug_event":
            return {
                kind: "hotplug",
                step: index,
                path: path.filter((type) => type !== "hotplug_unlock"),
            };
        case "oops":
            return event.fatal ? endingOf(layout, steps, "bug") : { kind: "bug", task: event.task };
        case "panic":
            return endingOf(layout, steps, event.by === null ? "panic" : "panic of the caller");
        default:
            return endingOf(layout, steps, "reboot");
    }
}
function endingOf(layout, steps, begins) {
    const [first] = steps;
    assert(first !== undefined, "an ending has a step");
    const path = steps.slice(1).map(({ event: { type } }) => type);
    return {
        kind: "ending",
        begins,
        step: first.index,
        bounds: layout.bounds,
        postNotifiers: layout.bounds.postNotifiers === true,
        path: path.filter((type, i) => visible.has(type) && (type !== "relocate_kernel" || type !== path[i - 1])),
        leavesFor: imageEntered(layout, first.before.context.mem, path),
    };
}
function imageEntered(layout, mem, path) {
    if (!path.includes("relocate_kernel") && !path.includes("machine_kexec"))
        return null;
    const image = get(mem, path.includes("relocate_kernel") ? KEXEC_IMAGE : KEXEC_CRASH_IMAGE);
    const request = image === 0 ? null : imagePlan(layout, mem, image).request;
    return request?.file === true ? null : request;
}
/** The steps of an ending that are functions: the debugger can look on. */
export const endingFunctions = [
    "__crash_kexec",
    "crash_save_vmcoreinfo",
    "machine_crash_shutdown",
    "machine_kexec",
    "smp_send_stop",
    "kernel_restart_prepare",
    "machine_shutdown",
];
/** The steps of an ending of which something is seen. */
const visible = new Set([
    ...endingFunctions,
    "panic",
    "relocate_kernel",
]);
//# sourceMappingURL=machine-changes.js.map