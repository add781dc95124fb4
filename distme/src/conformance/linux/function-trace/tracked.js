import { isAllocatable, isFree } from "../../../memory/frames.js";
import { localImage } from "../../../memory/kimage.js";
import { isOverLimit, isPlainFrame } from "../../../memory/pages.js";
import { literalName, taskRegion } from "../../../model/compose.js";
/** A state of which nothing is known but itself. */
export function trackedFrom(state) {
    return {
        state,
        frames: new Map(),
        images: new Map(),
        nextHole: 0,
        isExtra: false,
        taken: new Set(),
    };
}
/** The model's state that a task is in, as the statechart's literal names it. */
export function leafOf({ state }, task) {
    const region = `${taskRegion(task)}.`;
    return literalName(state.configuration.leaves.find((leaf) => leaf.startsWith(region)) ?? "");
}
/** Whether two are the same for everything that can follow. */
export function keyOf({ state, frames, images, nextHole, isExtra }) {
    const bound = [...frames].sort(([a], [b]) => a - b).join(";");
    const mem = Buffer.from(state.context.mem).toString("hex");
    return `${state.configuration.id} ${mem} ${bound} ${[...images].join(";")} ${nextHole} ${isExtra}`;
}
/** The destination of the call that a kernel's frame is; null when it is none. */
export function destinationIn({ segments }, layout, { request, frame }) {
    for (const [i, { start, pages, modelled }] of segments.entries()) {
        if (frame < start || frame >= start + pages)
            continue;
        const page = modelled.get(frame - start);
        const plan = page === undefined ? undefined : layout.plans[request]?.segments[i]?.pages[page];
        return plan ? { kind: "frame", frame: plan.destination } : { kind: "unmodelled" };
    }
    return null;
}
/**
 * The model's frame that stands for what the page allocator gave: the destination that it is, or
 * one that no request names, or at least none that is a destination of this image.
 */
export function frameFor({ state, frames }, trace, { layout, given }) {
    const { mem } = state.context;
    for (const frame of given) {
        const own = destinationIn(trace, layout, { request: trace.request, frame });
        if (own)
            return own;
    }
    for (const frame of given) {
        const bound = frames.get(frame);
        if (bound !== undefined && !isFree(layout, mem, bound))
            return { kind: "frame", frame: bound };
    }
    const frame = spareFrame(layout, mem, trace.task);
    return frame === null ? { kind: "none" } : { kind: "frame", frame };
}
/** A free frame that is no destination of the image that a task loads. */
export function spareFrame(layout, mem, task) {
    const image = localImage(layout, mem, task);
    const free = Array.from({ length: layout.bounds.frames }, (_, pfn) => pfn).filter((pfn) => isAllocatable(layout, mem, pfn) &&
        (image === 0 ? !isOverLimit(layout, pfn) : isPlainFrame(layout, mem, image, pfn)));
    return free.find((pfn) => layout.isInterchangeable[pfn]) ?? free[0] ?? null;
}
//# sourceMappingURL=tracked.js.map