import { localImage } from "../../memory/kimage.js";
import { isOverLimit, isPlainFrame } from "../../memory/pages.js";
/** The transition of kimage_alloc_page that does not ask the allocator. */
export const TAKES_PARKED_PAGE = "call.locked.normalSegment.sourcePage kimage_alloc_page 0";
/** Why an unmodified kernel cannot be made to take a step; null when it can. */
export function obstacleTo(layout, step) {
    const { event, before } = step;
    if (!("task" in event))
        return null;
    switch (event.type) {
        case "kexec_load":
            return refusedByPolicy(layout, event.request);
        case "kimage_alloc_normal_control_pages":
        case "kimage_alloc_page": {
            const { mem } = before.context;
            if (event.frame === null)
                return null;
            if (isOverLimit(layout, event.frame))
                return "x86-64 has no page beyond the limit";
            const image = localImage(layout, mem, event.task);
            return isPlainFrame(layout, mem, image, event.frame)
                ? null
                : "the page allocator must return a chosen frame";
        }
        default:
            return null;
    }
}
/** By file, other functions are asked. */
function refusedByPolicy({ bounds }, index) {
    const request = bounds.requests[index];
    if (request?.file && request.lsm)
        return "a security module must refuse the files";
    return request?.file && request.lockdown ? "the kernel must be locked down" : null;
}
//# sourceMappingURL=obstacles.js.map