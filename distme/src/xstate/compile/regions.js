import { UnsupportedError } from "../errors.js";
/**
 * Splits a chart into regions and gives each a place of a few bits.
 *
 * @throws UnsupportedError for history nodes: a configuration would not be enough to go on from
 */
export function flatten(chart) {
    const childrenOf = (node) => Object.values(node.node.states).map((child) => known(chart.nodeOf.get(child)));
    for (const { node } of chart.nodes) {
        if (node.type === "history") {
            throw new UnsupportedError(node.id, "is a history state");
        }
    }
    const drafts = draftRegions(known(chart.nodes[0]), childrenOf);
    const { regions, words } = place(drafts);
    const spans = spansOf(chart, regions, childrenOf);
    return {
        chart,
        regions,
        words,
        spanOf: (node) => known(spans.get(node)),
        parentOf: (node) => (node.node.parent ? known(chart.nodeOf.get(node.node.parent)) : null),
        childrenOf,
        below: (leaf) => regions.filter(({ top }) => top.node.parent === leaf.node),
    };
}
function draftRegions(root, childrenOf) {
    const drafts = [];
    const begin = (top, optional) => {
        const leaves = [];
        const collect = (node) => {
            if (node.node.type === "compound")
                childrenOf(node).forEach(collect);
            else
                leaves.push(node);
        };
        collect(top);
        drafts.push({ index: drafts.length, top, leaves, optional });
        for (const leaf of leaves) {
            if (leaf.node.type !== "parallel")
                continue;
            for (const child of childrenOf(leaf))
                begin(child, optional || leaves.length > 1);
        }
    };
    begin(root, false);
    return drafts;
}
/** Fills words with fields from the lowest bit on; no field crosses a word. */
function place(drafts) {
    let word = 0;
    let shift = 0;
    const regions = drafts.map((draft) => {
        const values = draft.leaves.length + (draft.optional ? 1 : 0);
        const bits = 32 - Math.clz32(values - 1);
        if (shift + bits > 32) {
            word++;
            shift = 0;
        }
        const region = { ...draft, word, shift: bits === 0 ? 0 : shift, bits };
        shift += bits;
        return region;
    });
    return { regions, words: shift === 0 ? word : word + 1 };
}
function spansOf(chart, regions, childrenOf) {
    const spans = new Map();
    for (const region of regions) {
        const base = region.optional ? 1 : 0;
        region.leaves.forEach((leaf, i) => {
            spans.set(leaf, { region, from: base + i, to: base + i });
        });
    }
    const spanOf = (node) => {
        const seen = spans.get(node);
        if (seen)
            return seen;
        const parts = childrenOf(node).map(spanOf);
        const first = known(parts[0]);
        const span = { region: first.region, from: first.from, to: known(parts.at(-1)).to };
        spans.set(node, span);
        return span;
    };
    chart.nodes.forEach(spanOf);
    return spans;
}
/** The value of a region in which a leaf is active. */
export function leafValue(region, leaf) {
    return region.leaves.indexOf(leaf) + (region.optional ? 1 : 0);
}
/** The active leaf of a region, or null. */
export function leafAt(region, value) {
    return region.leaves[value - (region.optional ? 1 : 0)] ?? null;
}
/** Reads a region's value out of a state. */
export function readRegion({ word, shift, bits }, state) {
    return bits === 0 ? 0 : ((state[word] ?? 0) >>> shift) & maskOf(bits);
}
/** Writes a region's value into a state. */
export function writeRegion({ word, shift, bits }, state, value) {
    if (bits === 0)
        return;
    state[word] = ((state[word] ?? 0) & ~(maskOf(bits) << shift)) | (value << shift);
}
/** `bits` ones. */
export function maskOf(bits) {
    return bits === 32 ? -1 : (1 << bits) - 1;
}
function known(value) {
    if (value === undefined)
        throw new RangeError("a chart without one of its own nodes");
    return value;
}
//# sourceMappingURL=regions.js.map