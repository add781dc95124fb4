import { INSET_PX } from "./content.js";
import { commonParent, contains } from "./diagram.js";
export const DOT_PX = 10;
/** Free room around the drawing. */
export const MARGIN_PX = 16;
/** Identifiers in the graph; states are numbered, so that no name can break anything. */
export const idOf = {
    state: (state) => `state-${state.order}`,
    header: (state) => `header-${state.order}`,
    initial: (state) => `initial-${state.order}`,
    initialEdge: (state) => `initial-edge-${state.order}`,
    /** An edge is a chain of pieces, one for each border that it crosses and one more. */
    piece: (edge, piece) => `edge-${edge}-${piece}`,
    port: (edge, state) => `port-${edge}-${state.order}`,
};
/**
 * Builds a new ELK graph, which a layout may change in place.
 *
 * An edge that leads backwards in the document is given to ELK the other way round (`isReversed`),
 * so that the states stand in the order of the document and no cycle is left to break.
 */
export function elkGraph(parts, options) {
    const built = { parts, options, edgesIn: new Map(), portsOf: new Map() };
    const { root, states } = parts.diagram;
    parts.edges.forEach((edge, index) => {
        addEdge(built, edge, index);
    });
    for (const state of [root, ...states]) {
        if (state.initial)
            addInitialEdge(built, state, state.initial);
    }
    for (const { before, after } of unconnected(parts)) {
        append(built.edgesIn, after.parent ?? root, {
            id: `order-${after.order}`,
            sources: [idOf.state(before)],
            targets: [idOf.state(after)],
        });
    }
    return {
        id: "diagram",
        layoutOptions: { ...options, "elk.padding": rootPadding(parts) },
        children: childNodes(root, built),
        edges: built.edgesIn.get(root) ?? [],
    };
}
/** Whether the edge was given to ELK from its target to its source. */
export function isReversed({ source, target }) {
    return target.order < source.order;
}
/** The heading stands above the states. */
function rootPadding({ contentOf, diagram }) {
    const top = 4 + (contentOf.get(diagram.root)?.height ?? MARGIN_PX);
    return `[top=${top},left=${MARGIN_PX},bottom=${MARGIN_PX},right=${MARGIN_PX}]`;
}
/** Whether an edge passes the upper border of a state on its way to a state inside. */
export function isCrossedAbove(state, edges) {
    return edges.some((edge) => {
        const [from, to] = isReversed(edge) ? [edge.target, edge.source] : [edge.source, edge.target];
        return contains(state, to) && !contains(state, from);
    });
}
function childNodes(parent, built) {
    const dot = {
        id: idOf.initial(parent),
        width: DOT_PX,
        height: DOT_PX,
        layoutOptions: { "elk.alignment": "BOTTOM" },
    };
    const dots = parent.initial ? [dot] : [];
    return [...dots, ...parent.children.map((state) => stateNode(state, built))];
}
function stateNode(state, built) {
    const { width, height } = built.parts.contentOf.get(state) ?? { width: 0, height: 0 };
    if (state.children.length === 0)
        return { id: idOf.state(state), width, height };
    const children = childNodes(state, built);
    const isCrossed = isCrossedAbove(state, built.parts.edges);
    const top = isCrossed ? INSET_PX : height + 2;
    if (isCrossed)
        children.unshift(headerNode(state, { width, height: height - INSET_PX }));
    return {
        id: idOf.state(state),
        layoutOptions: {
            ...built.options,
            "elk.padding": `[top=${top},left=${INSET_PX},bottom=${INSET_PX},right=${INSET_PX}]`,
            "elk.nodeSize.constraints": "MINIMUM_SIZE",
            "elk.nodeSize.minimum": `(${width},${height + INSET_PX})`,
            "elk.portConstraints": "FIXED_SIDE",
        },
        children,
        ports: built.portsOf.get(state) ?? [],
        edges: built.edgesIn.get(state) ?? [],
    };
}
/** The header as a node of its own, so that edges through the upper border pass beside it. */
function headerNode(state, size) {
    return {
        id: idOf.header(state),
        ...size,
        layoutOptions: { "elk.layered.layering.layerConstraint": "FIRST", "elk.alignment": "TOP" },
    };
}
/** Adds the pieces of an edge: out of the source's parents, across, and into the target's. */
function addEdge(built, edge, index) {
    const [from, to] = isReversed(edge) ? [edge.target, edge.source] : [edge.source, edge.target];
    const across = commonParent(from, to) ?? built.parts.diagram.root;
    const left = parentsBelow(across, from);
    const entered = parentsBelow(across, to).reverse();
    const port = (state, side) => addPort(built, state, index, side);
    const stops = [
        from.children.length > 0 ? port(from, "SOUTH") : idOf.state(from),
        ...left.map((state) => port(state, "SOUTH")),
        ...entered.map((state) => port(state, "NORTH")),
        to.children.length > 0 ? addEntry(built, to, index) : idOf.state(to),
    ];
    const containers = [...left, across, ...entered];
    const { width, height } = edge.label;
    containers.forEach((container, piece) => {
        const isLabelled = container === across && height > 0;
        append(built.edgesIn, container, {
            id: idOf.piece(index, piece),
            sources: stops.slice(piece, piece + 1),
            targets: stops.slice(piece + 1, piece + 2),
            labels: isLabelled ? [{ text: "label", width: width + 6, height }] : [],
            layoutOptions: { "elk.layered.priority.straightness": isReversed(edge) ? "0" : "5" },
        });
    });
}
function addPort(built, state, edge, side) {
    const id = idOf.port(edge, state);
    const layoutOptions = { "elk.port.side": side };
    append(built.portsOf, state, { id, width: 0, height: 0, layoutOptions });
    return id;
}
/** A port through which a state with children is entered, above the dot if it has one. */
function addEntry(built, state, edge) {
    const port = addPort(built, state, edge, "NORTH");
    if (state.initial) {
        append(built.edgesIn, state, {
            id: `aim-${edge}-${state.order}`,
            sources: [port],
            targets: [idOf.initial(state)],
        });
    }
    return port;
}
/** The states that contain `state` and are inside `outer`, from the inside out. */
function parentsBelow(outer, state) {
    const parents = [];
    for (let next = state.parent; next && next !== outer; next = next.parent)
        parents.push(next);
    return parents;
}
function append(lists, key, value) {
    const list = lists.get(key);
    if (list)
        list.push(value);
    else
        lists.set(key, [value]);
}
function addInitialEdge(built, parent, first) {
    const target = first.children.length > 0 ? addEntry(built, first, -1) : idOf.state(first);
    append(built.edgesIn, parent, {
        id: idOf.initialEdge(parent),
        sources: [idOf.initial(parent)],
        targets: [target],
        layoutOptions: {
            "elk.layered.priority.direction": "10",
            "elk.layered.priority.straightness": "10",
            "elk.layered.priority.shortness": "10",
        },
    });
}
/**
 * States that no edge leads into, each with the sibling before it; an edge that nobody draws keeps
 * them in the order of the document. Regions of a parallel state stand side by side instead.
 */
function unconnected(parts) {
    return parts.diagram.states.flatMap((state) => {
        const { parent } = state;
        if (!parent || parent.kind === "parallel" || parent.initial === state)
            return [];
        const before = parent.children[parent.children.indexOf(state) - 1];
        const isInside = (other) => other === state || contains(state, other);
        const placed = parts.edges.some(({ source, target }) => isInside(source) !== isInside(target));
        return before && !placed ? [{ before, after: state }] : [];
    });
}
//# sourceMappingURL=elk-graph.js.map