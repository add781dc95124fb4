import { errnos } from "../../kernel/errno.js";
import { isKilled } from "../../memory/call.js";
import { planOf } from "../../memory/layout.js";
import { TAKES_PARKED_PAGE } from "./obstacles.js";
import { pointBefore } from "./points.js";
/** The faults that bring a call's failures about, in the order in which they strike. */
export function faultsOf(layout, steps) {
    return steps.flatMap((step, index) => {
        const refused = refusalOf(layout, step);
        if (refused)
            return [refused];
        if (step.transitions.includes(REGION_IS_FULL))
            return [{ at: regionIsFull, returns: 0n }];
        const returns = failureOf(layout, step);
        if (returns === null)
            return [];
        const { event } = step;
        if (event.type === "copy_user_segment_list")
            return [{ at: first("memdup_user"), returns }];
        if (event.type === "kimage_file_alloc_init" && event.outcome === "EINVAL") {
            return [{ at: first("sanity_check_segment_list"), returns }];
        }
        if (event.type === "crash_shrink_memory")
            return [{ at: resourceAllocation, returns: 0n }];
        const at = pointBefore(layout, steps, index);
        return at ? [{ at, returns }] : [];
    });
}
function first(symbol) {
    return { symbol, wants: "anything", nth: 1 };
}
/** A crash image by file, for which there is room in the region but for its last page. */
const REGION_IS_FULL = "file.locked.vmcoreinfo kimage_crash_copy_vmcoreinfo 0";
/** What a shrunk region is returned as is allocated first. */
const resourceAllocation = {
    symbol: "kmalloc of a constant size",
    within: "crash_shrink_memory",
    wants: "anything",
    nth: 1,
};
/** By file nobody can fill the region but for a page. */
const regionIsFull = {
    symbol: "control pages in the region",
    within: "kimage_crash_copy_vmcoreinfo",
    wants: "anything",
    nth: 1,
};
/** What a security module, or the lockdown, says to the caller. */
function refusalOf(layout, { event, before, transitions }) {
    if (event.type !== "kexec_load_check")
        return null;
    const { request } = planOf(layout, before.context.mem, event.task);
    const refuse = (symbol, errno) => ({
        at: first(symbol),
        returns: BigInt(-errno),
    });
    if (transitions.includes("call.permitted always 0")) {
        return refuse("security_kernel_load_data", request.lsm);
    }
    if (transitions.includes("call.permitted always 1")) {
        return refuse("security_locked_down", request.lockdown);
    }
    return null;
}
/** What the function of a step returns when it fails by nothing that user space does. */
function failureOf(layout, { event, before, transitions }) {
    if (!("task" in event))
        return null;
    if ("frame" in event) {
        const asks = event.frame === null && !transitions.includes(TAKES_PARKED_PAGE);
        return asks && !isKilled(layout, before.context.mem, event.task) ? 0n : null;
    }
    if (!("outcome" in event) || event.outcome === "ok" || event.outcome === "EFAULT")
        return null;
    const isPointer = event.type === "do_kimage_alloc_init" ||
        (event.type === "kimage_file_alloc_init" && event.outcome === "ENOMEM");
    return isPointer ? 0n : BigInt(-errnos[event.outcome]);
}
//# sourceMappingURL=faults.js.map