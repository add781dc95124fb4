import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { slotOf } from "../../memory/call.js";
import { findFrame, indexOf, purposes } from "../../memory/frames.js";
import { localImage } from "../../memory/kimage.js";
import { get, PAGE, planOf, SEGMENT, taskAt } from "../../memory/layout.js";
import { currentPage } from "../../memory/loading.js";
import { parkedHit } from "../../memory/pages.js";
import { nextMove } from "../../memory/relocation.js";
import { chunkOf } from "../../memory/segments.js";
import { taskRegion } from "../../model/compose.js";
/** The name of the innermost state that a task is in. */
export function leafOf({ configuration }, task) {
    const path = configuration.leaves.find((leaf) => leaf.startsWith(`${taskRegion(task)}.`));
    return path?.split(".").at(-1) ?? "";
}
/** What each place where pages are wanted wants them for. */
const wants = {
    controlPage: "control",
    crashControlPage: "control",
    swapPage: "swap",
    table: "table",
    crashTable: "table",
    listPageForDestination: "listForDestination",
    sourcePage: "source",
    listPageForSource: "listForSource",
};
/** The facts that belong to a step, as the model has them. */
export function modelStep(type, { layout, state, task }) {
    const { mem } = state.context;
    const leaf = leafOf(state, task);
    switch (type) {
        case "kimage_alloc_normal_control_pages":
        case "kimage_alloc_crash_control_pages":
            return new Map([["page for", wants[leaf] ?? "?"]]);
        case "kimage_alloc_page": {
            const source = leaf === "sourcePage";
            const parked = source ? parkedHit(layout, mem, task) : -1;
            return new Map([
                ["page for", wants[leaf] ?? "?"],
                ["destination", source ? address(currentPage(layout, mem, task).destination) : "none"],
                ["parked page", parked < 0 ? "none" : `frame ${parked}`],
            ]);
        }
        case "kimage_free":
            return new Map([
                ["image to free", imageToFree({ layout, state, task }) === 0 ? "none" : "some"],
            ]);
        case "kimage_set_destination":
            return new Map([["destination", address(currentSegment(layout, mem, task).start)]]);
        case "kimage_add_page": {
            const image = localImage(layout, mem, task);
            const pfn = findFrame(layout, mem, { image, purpose: purposes.UNLISTED });
            const destination = address(indexOf(layout, mem, pfn));
            return new Map([
                ["page", `frame ${pfn}`],
                ["destination", destination],
            ]);
        }
        case "copy_from_user": {
            const { page, described } = currentSegment(layout, mem, task);
            return new Map([
                ["destination", address(currentPage(layout, mem, task).destination)],
                ["bytes to copy", String(chunkOf(described, page))],
            ]);
        }
        case "relocate_kernel":
        case "swap_pages": {
            const { from, to } = nextMove(layout, mem);
            return new Map([
                ["page", `frame ${from}`],
                ["destination", address(to)],
            ]);
        }
        default:
            return new Map();
    }
}
/** The same facts, as the system has them. */
export function systemStep(record, machine) {
    const frame = (number) => `frame ${machine.pfnOf(number)}`;
    switch (record.step) {
        case "kimage_alloc_normal_control_pages":
        case "kimage_alloc_crash_control_pages":
            return new Map([["page for", record.purpose]]);
        case "kimage_alloc_page":
            return new Map([
                ["page for", record.purpose],
                ["destination", record.destination === null ? "none" : hex(record.destination)],
                ["parked page", record.parked === null ? "none" : frame(record.parked)],
            ]);
        case "kimage_free":
            return new Map([["image to free", record.image === null ? "none" : "some"]]);
        case "kimage_set_destination":
            return new Map([["destination", hex(record.destination)]]);
        case "kimage_add_page":
            return new Map([
                ["page", frame(record.frame)],
                ["destination", hex(record.destination)],
            ]);
        case "copy_from_user":
            return new Map([
                ["destination", hex(record.destination)],
                ["bytes to copy", String(record.copy_bytes)],
            ]);
        case "relocate_kernel":
        case "swap_pages":
            return new Map([
                ["page", frame(Number(record.source / PAGE_SIZE_bytes))],
                ["destination", hex(record.destination)],
            ]);
        default:
            return new Map();
    }
}
/** At the label out, or behind it, a call frees its own image; before that the one in its slot. */
function imageToFree({ layout, state, task }) {
    const { mem } = state.context;
    const atOut = ["freeing", "unlocked"].includes(leafOf(state, task));
    return atOut ? localImage(layout, mem, task) : get(mem, slotOf(layout, mem, task));
}
function currentSegment(layout, mem, task) {
    const at = taskAt(layout, task);
    const index = get(mem, at + SEGMENT);
    const plan = planOf(layout, mem, task);
    const described = plan.request.segments[index];
    const start = plan.segments[index]?.start;
    if (described === undefined || start === undefined)
        throw new Error(`no segment ${index}`);
    return { described, start, page: get(mem, at + PAGE) };
}
function address(pfn) {
    return hex(BigInt(pfn) * PAGE_SIZE_bytes);
}
function hex(value) {
    return `0x${value.toString(16)}`;
}
//# sourceMappingURL=step-facts.js.map