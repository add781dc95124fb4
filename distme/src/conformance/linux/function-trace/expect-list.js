import { errnos } from "../../../kernel/errno.js";
import { ownerOf, purposeOf, purposes } from "../../../memory/frames.js";
import { localImage } from "../../../memory/kimage.js";
import { get, SEGMENT, taskAt } from "../../../memory/layout.js";
import { currentPage } from "../../../memory/loading.js";
import { bound, imageUsed, noFrame } from "./expect-image.js";
import { elsewhere, failedWith, place, placeIn, step, withFrame, } from "./expectation.js";
import { destinationIn, frameFor, leafOf } from "./tracked.js";
const NORMAL = "call.locked.normalSegment";
const CRASH = "call.locked.crashSegment.copying";
const FILLED = "call.locked.filled";
const SOURCE_PAGE = `${NORMAL}.sourcePage`;
const listPages = [`${NORMAL}.listPageForDestination`, `${NORMAL}.listPageForSource`];
/** A crash image's empty segments are over as soon as they begin. */
export function segmentBegun(watched, sight) {
    const { differs } = imageUsed(watched, sight);
    return [placeIn(watched, [`${NORMAL}.destination`, CRASH, FILLED], differs)];
}
export function terminated(watched, sight) {
    const { differs } = imageUsed(watched, sight);
    return step("kimage_terminate", { differs: (_step, before) => differs(before) });
}
export function segmentEnded(watched, sight) {
    const { layout, trace } = watched;
    const { segment, result } = sight;
    if (result !== 0)
        return [failedWith(watched, result)];
    return [
        placeIn(watched, [`${NORMAL}.destination`, CRASH, FILLED], ({ state }) => {
            const at = get(state.context.mem, taskAt(layout, trace.task) + SEGMENT);
            return at > segment ? null : `the statechart has not loaded segment ${segment}`;
        }),
    ];
}
/** kimage_add_entry: a segment's destination, or a source page. */
export function entry(watched, sight) {
    const { layout, trace } = watched;
    const { frame } = sight;
    if (sight.entry === "destination") {
        const segmentOf = ({ state }) => get(state.context.mem, taskAt(layout, trace.task) + SEGMENT);
        return [
            step("kimage_set_destination", {
                differs: (_step, before) => trace.segments[segmentOf(before)]?.start === frame
                    ? null
                    : `frame ${frame} is not where segment ${segmentOf(before)} goes`,
            }),
        ];
    }
    return [
        step("kimage_add_page", {
            differs: (_step, before) => isGiven(watched, before, { frame, as: [purposes.UNLISTED] }),
        }),
    ];
}
export function entryAdded(watched, { result }) {
    if (result !== 0)
        return [failedWith(watched, result)];
    const leaves = [SOURCE_PAGE, `${NORMAL}.copying`, `${NORMAL}.destination`, FILLED];
    return [placeIn(watched, leaves)];
}
/** One answer of the page allocator for a source page or a list page. */
export function frame(watched, sight) {
    const { layout, trace } = watched;
    const { frame: got } = sight;
    return [
        step("kimage_alloc_page", {
            choose: (tracked) => {
                const elsewhere = wantsOther(watched, tracked, sight.destination);
                if (elsewhere !== null)
                    return elsewhere;
                if (got === null)
                    return withFrame(null);
                const model = frameFor(tracked, trace, { layout, given: [got] });
                return model.kind === "frame" ? withFrame(model.frame) : noFrame(model.kind, got);
            },
            differs: ({ transitions }) => transitions.includes(TAKES_PARKED) ? "the statechart takes the page that is parked" : null,
            learns: (_step, before) => bound(watched, before, got === null ? [] : [got]),
        }),
    ];
}
const TAKES_PARKED = `${SOURCE_PAGE} kimage_alloc_page 0`;
/** kimage_alloc_page returns. If it did not ask the page allocator, it had the page already. */
export function pageGiven(watched, sight) {
    const { frame: got, destination, asked } = sight;
    const as = destination === null ? [purposes.LIST] : [purposes.UNLISTED];
    if (asked) {
        if (got === null)
            return [failedWith(watched, -errnos.ENOMEM)];
        return [place((tracked) => isGiven(watched, tracked, { frame: got, as }))];
    }
    return [
        step("kimage_alloc_page", {
            choose: (tracked) => wantsOther(watched, tracked, destination) ?? withFrame(null),
            differs: (after, before) => {
                const isParked = after.transitions.includes(TAKES_PARKED);
                if (got === null)
                    return isParked ? "the statechart has a parked page" : null;
                if (!isParked)
                    return "the kernel hands out a page that it has, the statechart has none";
                return isGiven(watched, { ...before, state: after.state }, { frame: got, as });
            },
        }),
    ];
}
/** Why the model does not want a page for that destination (null: for the list) here, or null. */
function wantsOther({ layout, trace }, tracked, destination) {
    const leaf = leafOf(tracked, trace.task);
    if (!(destination === null ? listPages : [SOURCE_PAGE]).includes(leaf)) {
        return elsewhere(leaf);
    }
    if (destination === null)
        return null;
    const own = destinationIn(trace, layout, { request: trace.request, frame: destination });
    const wanted = currentPage(layout, tracked.state.context.mem, trace.task).destination;
    if (own?.kind === "frame" && own.frame === wanted)
        return null;
    return `frame ${destination} is not the destination that the statechart is at`;
}
/** Whether the model has handed the same frame out, for one of these purposes; null: it has. */
function isGiven({ layout, trace }, { state, frames }, { frame: got, as }) {
    const { mem } = state.context;
    const own = destinationIn(trace, layout, { request: trace.request, frame: got });
    const model = own?.kind === "frame" ? own.frame : frames.get(got);
    const isOwn = model !== undefined && ownerOf(layout, mem, model) === localImage(layout, mem, trace.task);
    if (isOwn && as.includes(purposeOf(layout, mem, model)))
        return null;
    return `the kernel hands out frame ${got}, the statechart another one`;
}
//# sourceMappingURL=expect-list.js.map