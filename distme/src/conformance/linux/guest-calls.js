import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { wantsHotplug } from "../../memory/request.js";
import { guestRequest, stretchedPage, stretchTo } from "./guest-requests.js";
/**
 * The call that the guest agent makes for a planned one.
 *
 * @param pause the page of the model's request at which the call shall be held, or null
 */
export function guestCall(plan, memory, pause) {
    const { task, request, bounds, listReadable, fault, secondListPage } = plan;
    const stretch = secondListPage && stretchTo(request, secondListPage);
    const { entry, segments } = guestRequest(request, bounds, memory, stretch);
    const unreadable = fault && stretchedPage(fault, stretch);
    const paused = pause && stretchedPage(pause, stretch);
    return {
        task,
        flags: BigInt(request.flags >>> 0),
        entry,
        nr_segments: BigInt(request.nr_segments),
        segments: segments.map((segment, i) => ({
            ...segment,
            buffer: wantsHotplug(request) && i === segments.length - 1 && unreadable?.segment !== i
                ? { kind: "elf" }
                : bufferOf(unreadable?.segment === i && i !== paused?.segment ? unreadable.page : null),
        })),
        list: listReadable ? "good" : "bad",
        capSysBoot: request.capSysBoot,
        ...(request.compat === true && { compat: true }),
        ...(paused && { pauses: [paused] }),
    };
}
/** Where a page of the model's request goes in a machine. */
export function pageAddress(plan, memory, position) {
    const { request, bounds, secondListPage } = plan;
    const stretch = secondListPage && stretchTo(request, secondListPage);
    const { segments } = guestRequest(request, bounds, memory, stretch);
    const { segment, page } = stretchedPage(position, stretch);
    return (segments[segment]?.mem ?? 0n) + BigInt(page) * PAGE_SIZE_bytes;
}
/** @param unreadable the first page that cannot be read, or null */
function bufferOf(unreadable) {
    if (unreadable === null)
        return { kind: "good" };
    return unreadable === 0 ? { kind: "bad" } : { kind: "edge", pages: unreadable };
}
//# sourceMappingURL=guest-calls.js.map