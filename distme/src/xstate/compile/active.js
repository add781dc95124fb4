import { UnsupportedError } from "../errors.js";
import { andCode } from "./code.js";
import { maskOf } from "./regions.js";
export const before = (word) => `c${word}`;
export const after = (word) => `next[${word}]`;
/** The value of a region. */
export function valueCode({ word, shift, bits }, name) {
    if (bits === 0)
        return "0";
    return `((${name(word)} >>> ${shift}) & ${maskOf(bits)})`;
}
/** Whether a node is active. */
export function activeCode(flat, node, name) {
    const { region, from, to } = flat.spanOf(node);
    const least = region.optional ? 1 : 0;
    const most = least + region.leaves.length - 1;
    if (from === least && to === most) {
        return region.optional ? `(${valueCode(region, name)} !== 0)` : true;
    }
    if (from === to) {
        const mask = (maskOf(region.bits) << region.shift) | 0;
        return `((${name(region.word)} & ${mask}) === ${(from << region.shift) | 0})`;
    }
    const value = valueCode(region, name);
    if (from === least && !region.optional)
        return `(${value} <= ${to})`;
    if (to === most)
        return `(${value} >= ${from})`;
    return `(${value} >= ${from} && ${value} <= ${to})`;
}
/** Whether the configuration matches a state value, as `snapshot.matches` and `stateIn` ask. */
export function matchesCode(flat, value, asked) {
    const [root] = flat.chart.nodes;
    if (!root)
        throw new RangeError("a chart without a root");
    if (typeof value === "string" && value.startsWith("#")) {
        const found = nodeById(flat, value);
        if (!found)
            throw new UnsupportedError(asked.node.id, `asks for ${value}, which does not exist`);
        return (name) => activeCode(flat, found, name);
    }
    const nodes = [];
    if (!collect(flat, root, valueTree(value), nodes))
        return () => false;
    return (name) => andCode(nodes.map((node) => activeCode(flat, node, name)));
}
function nodeById({ chart }, id) {
    const [root] = chart.nodes;
    try {
        const node = root?.node.machine.getStateNodeById(id);
        return node && chart.nodeOf.get(node);
    }
    catch {
        return undefined; // XState throws for an id that it does not know
    }
}
function valueTree(value) {
    if (typeof value === "string") {
        return value.split(".").reduceRight((tree, key) => ({ [key]: tree }), {});
    }
    const entries = Object.entries((value ?? {})); // a state value
    return Object.fromEntries(entries.map(([key, child]) => [key, valueTree(child)]));
}
/** Gathers the nodes that a value names; false when it names one that does not exist. */
function collect(flat, node, tree, nodes) {
    return Object.entries(tree).every(([key, below]) => {
        const child = flat.childrenOf(node).find((one) => one.node.key === key);
        if (!child)
            return false;
        nodes.push(child);
        return collect(flat, child, below, nodes);
    });
}
//# sourceMappingURL=active.js.map