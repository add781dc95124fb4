/** Gives every configuration a small number, and back. */
export class Configurations {
    #chart;
    #ids = new Map();
    #all = [];
    constructor(chart) {
        this.#chart = chart;
    }
    /** Everything of a snapshot but its context: active nodes, status and history. */
    intern(snapshot) {
        const key = keyOf(snapshot);
        const known = this.#ids.get(key);
        if (known)
            return known;
        const configuration = describe(this.#chart, snapshot, this.#all.length);
        this.#ids.set(key, configuration);
        this.#all.push(configuration);
        return configuration;
    }
    get(id) {
        const configuration = this.#all[id];
        if (!configuration)
            throw new RangeError(`no configuration ${id}`);
        return configuration;
    }
}
function keyOf(snapshot) {
    let key = snapshot.status;
    for (const order of snapshot._nodes.map((node) => node.order).sort((a, b) => a - b)) {
        key += ` ${order}`;
    }
    const history = Object.entries(snapshot.historyValue ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [id, nodes] of history) {
        key += `;${id}:${nodes
            .map((node) => node.order)
            .sort((a, b) => a - b)
            .join()}`;
    }
    return key;
}
function describe(chart, snapshot, id) {
    const nodes = snapshot._nodes
        .map((node) => chart.nodeOf.get(node))
        .filter((node) => node !== undefined)
        .sort((a, b) => a.index - b.index);
    const paths = new Set(nodes.map((node) => node.path));
    const value = stateValueOf(nodes);
    return {
        id,
        value,
        nodes,
        leaves: nodes.filter(({ node }) => isAtomic(node.type)).map(({ path }) => path),
        handlers: handlersOf(nodes),
        has: (path) => paths.has(path),
        done: snapshot.status !== "active",
        template: inDocumentOrder(snapshot, nodes, value),
    };
}
/** Event types that some of the nodes handle, with those that do, innermost first. */
export function handlersOf(nodes) {
    const handlers = new Map();
    for (const node of [...nodes].reverse()) {
        for (const eventType of node.node.transitions.keys()) {
            handlers.set(eventType, [...(handlers.get(eventType) ?? []), node]);
        }
    }
    return handlers;
}
/**
 * A snapshot with its nodes in document order. XState keeps them in the order in which they were
 * entered, and asks regions in that order; SCXML says document order, and so the past that a
 * configuration does not show cannot matter.
 */
function inDocumentOrder(snapshot, nodes, value) {
    const sorted = nodes.map(({ node }) => node);
    return { ...snapshot, _nodes: sorted, value }; // a snapshot is a plain object
}
/** XState's state value of active nodes, regions in document order. */
function stateValueOf(nodes) {
    const below = (parent) => {
        const children = nodes.filter(({ node }) => node.parent === parent.node);
        const [only] = children;
        if (parent.node.type === "compound" && only && isAtomic(only.node.type))
            return only.node.key;
        return Object.fromEntries(children.map((child) => [child.node.key, below(child)]));
    };
    const [root] = nodes;
    return root ? below(root) : {};
}
function isAtomic(type) {
    return type === "atomic" || type === "final";
}
//# sourceMappingURL=configuration.js.map