import { destinationIn } from "./tracked.js";
/**
 * Leaves out what a kernel does for the pages that only its own request has: those that were
 * inserted so that its list page is full where the model's is. Each must succeed, and the page
 * allocator must not give one of the model's destinations meanwhile.
 */
export function withoutInsertedPages(sights, layout, trace) {
    const kept = [];
    let isInside = false;
    for (const placed of sights) {
        const { sight } = placed;
        const kind = (frame) => frame === null
            ? null
            : (destinationIn(trace, layout, { request: trace.request, frame })?.kind ?? null);
        if (!isInside && isPage(sight) && kind(sight.destination) === "unmodelled")
            isInside = true;
        if (!isInside) {
            kept.push(placed);
            continue;
        }
        const why = obstacle(sight, kind);
        if (why !== null)
            return [...kept, { ...placed, sight: { kind: "astray", why } }];
        if (sight.kind === "entry-added")
            isInside = false;
    }
    return kept;
}
function isPage(sight) {
    return sight.kind === "frame" || sight.kind === "page-given";
}
function obstacle(sight, kind) {
    const which = "for a page that the model's request has not got";
    if (isPage(sight) && sight.frame === null)
        return `no frame is to be had ${which}`;
    if (sight.kind === "entry-added" && sight.result !== 0)
        return `no entry is to be had ${which}`;
    const isHit = sight.kind === "frame" && kind(sight.frame) === "frame";
    return isHit ? `the page allocator gives one of the model's destinations ${which}` : null;
}
//# sourceMappingURL=inserted-pages.js.map