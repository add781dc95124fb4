/** Every node of a configuration, parents first. */
export function nodesOf(root) {
    const below = (placed) => [
        placed,
        ...Object.entries(placed.node.states ?? {}).flatMap(([key, node]) => below({ path: placed.path === "" ? key : `${placed.path}.${key}`, node, parent: placed })),
    ];
    return below({ path: "", node: root, parent: null });
}
/**
 * The node that a target means, as XState resolves it: `#id`, or a path from the source's parent.
 *
 * @throws RangeError when there is no such node
 */
export function targetNode(root, source, target) {
    const nodes = nodesOf(root);
    const [first = "", ...rest] = target.split(".");
    const start = target.startsWith("#")
        ? nodes.find(({ node }) => node.id === first.slice(1))
        : childOf(nodes, source.parent, first);
    const found = rest.reduce((placed, key) => placed && childOf(nodes, placed, key), start);
    if (!found)
        throw new RangeError(`there is no target "${target}" for "${source.path}"`);
    return found;
}
function childOf(nodes, parent, key) {
    const path = parent === null || parent.path === "" ? key : `${parent.path}.${key}`;
    return nodes.find((placed) => placed.path === path);
}
/** The states before and behind a state, in the order of the literal. */
export function siblings(root, placed) {
    const keys = Object.keys(placed.parent?.node.states ?? {});
    const own = placed.path.split(".").at(-1) ?? "";
    const at = keys.indexOf(own);
    const nodes = nodesOf(root);
    return [keys[at - 1], keys[at + 1]].flatMap((key) => {
        const found = key === undefined ? undefined : childOf(nodes, placed.parent, key);
        return found ? [found] : [];
    });
}
/**
 * Where a call leaves when nothing is special: from under the lock to the unlock, from elsewhere to
 * its return.
 */
export function normalExit(root, source) {
    const nodes = nodesOf(root);
    for (let up = source.parent; up; up = up.parent) {
        const exit = childOf(nodes, up, "unlocking") ?? childOf(nodes, up, "returning");
        if (exit)
            return exit;
    }
    return null;
}
/** The lists of transitions of a node, by event type; `always` for those without an event. */
export function listsOf({ on = {}, always }) {
    const lists = Object.entries(on).map(([type, list]) => [
        type,
        [list].flat(),
    ]);
    return always ? [...lists, ["always", [always].flat()]] : lists;
}
//# sourceMappingURL=targets.js.map