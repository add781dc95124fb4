import { localImage } from "../../memory/kimage.js";
import { isPlainFrame } from "../../memory/pages.js";
import { kexecLoadSteps } from "../../reference/step.js";
import { TAKES_PARKED_PAGE } from "./obstacles.js";
/**
 * Ordinary calls of kexec_load: one after the other, nothing made to fail but by what the caller
 * asks for and by memory of its own that cannot be read. Any kernel can be made to take them by user
 * space alone.
 */
const steps = new Set(["kexec_load", ...kexecLoadSteps]);
/** The steps that memory of the caller's can make fail. */
const copies = new Set(["copy_user_segment_list", "copy_from_user"]);
/** Why a step is none of an ordinary call; null when it is one. */
export function whyNotOrdinary(layout, { event, before, transitions }) {
    if (!steps.has(event.type))
        return `${event.type} is no step of an ordinary call`;
    const request = event.type === "kexec_load" ? layout.bounds.requests[event.request] : undefined;
    if (request !== undefined && !isOrdinaryRequest(request)) {
        return "the call must be refused by policy, or comes through another entry";
    }
    if ("outcome" in event && event.outcome !== "ok") {
        const isFault = event.outcome === "EFAULT" && copies.has(event.type);
        return isFault ? null : `${event.type} must fail with ${event.outcome}`;
    }
    if (!("frame" in event) || transitions.includes(TAKES_PARKED_PAGE))
        return null;
    const { mem } = before.context;
    const image = localImage(layout, mem, event.task);
    const isPlain = event.frame !== null && isPlainFrame(layout, mem, image, event.frame);
    return isPlain ? null : "the page allocator must return a chosen frame, or none";
}
/** Whether a request comes through the native entry, and no policy refuses it. */
export function isOrdinaryRequest({ lsm, lockdown, compat, file }) {
    return !lsm && !lockdown && !compat && !file;
}
/** The calls of a run in turn; null when two of them overlap, or something is no call. */
export function callsOf(run) {
    const calls = [];
    let open = null;
    for (const step of run) {
        const { event } = step;
        if (!("task" in event))
            return null;
        const [first] = open ?? [];
        if (first && "task" in first.event && first.event.task !== event.task)
            return null;
        if (open === null) {
            open = [];
            calls.push(open);
        }
        open.push(step);
        if (event.type === "sys_exit")
            open = null;
    }
    return open === null ? calls : null;
}
//# sourceMappingURL=ordinary.js.map