import { cost } from "./cost.js";
import { DOT_PX, elkGraph, idOf, isReversed, MARGIN_PX, } from "./elk-graph.js";
import { withHeadersAside } from "./headers.js";
/**
 * Returns the best of the ordered layouts, or else the first of the simpler ones that works.
 *
 * ELK throws for some graphs that are in order ("Invalid hitboxes for scanline constraint
 * calculation", kieler/elkjs#98), which depends on the options and not on the graph alone.
 *
 * @returns null where every layout failed
 */
export async function placeWithElk(parts, layout) {
    const tryOut = async ({ name, options }) => {
        try {
            return [withHeadersAside(sceneOf(parts, await layout(elkGraph(parts, options)), name))];
        }
        catch {
            // Another entry is the answer: a drawing that is a little worse beats none.
            return [];
        }
    };
    const scenes = [];
    for (const ordered of ORDERED)
        scenes.push(...(await tryOut(ordered)));
    for (const simple of SIMPLE) {
        if (scenes.length === 0)
            scenes.push(...(await tryOut(simple)));
    }
    const costs = scenes.map(cost);
    return scenes[costs.indexOf(Math.min(...costs))] ?? null;
}
/** Lays a graph out with ELK, which is loaded on the first call. */
export const elkLayout = async (graph) => {
    const { default: elkModule } = await import("elkjs/lib/elk.bundled.js");
    return new elkModule.default().layout(graph);
};
/**
 * Each state is laid out alone, with its edges cut at its border. Placing all levels at once
 * (INCLUDE_CHILDREN) throws as soon as the order of the document counts, and that order makes the
 * drawing of kexec_load a fifth narrower.
 */
const BASIC = {
    "elk.algorithm": "layered",
    "elk.direction": "DOWN",
    "elk.hierarchyHandling": "SEPARATE_CHILDREN",
    "elk.json.shapeCoords": "ROOT",
    "elk.json.edgeCoords": "ROOT",
    "elk.edgeRouting": "ORTHOGONAL",
    "elk.separateConnectedComponents": "false",
};
const SPACED = {
    ...BASIC,
    "elk.spacing.nodeNode": "16",
    "elk.spacing.edgeNode": "12",
    "elk.spacing.edgeEdge": "10",
    "elk.spacing.edgeLabel": "4",
    "elk.layered.spacing.nodeNodeBetweenLayers": "12",
    "elk.layered.spacing.edgeNodeBetweenLayers": "9",
    "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
    "elk.layered.edgeLabels.centerLabelPlacementStrategy": "SPACE_EFFICIENT_LAYER",
    "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
};
/** Which of them is best depends on the graph, so all are tried. */
const ORDERED = ["NETWORK_SIMPLEX", "MIN_WIDTH"].flatMap((layering) => ["PREFER_NODES", "NODES_AND_EDGES"].flatMap((order) => ["ALWAYS_DOWN", "SMART_DOWN"].map((side) => ({
    name: `${layering} ${order} ${side}`,
    options: {
        ...SPACED,
        "elk.layered.layering.strategy": layering,
        "elk.layered.considerModelOrder.strategy": order,
        "elk.layered.edgeLabels.sideSelection": side,
    },
}))));
const SIMPLE = [
    { name: "spaced", options: SPACED },
    { name: "basic", options: BASIC },
    { name: "whole", options: { ...BASIC, "elk.hierarchyHandling": "INCLUDE_CHILDREN" } },
];
/** @throws Error where the layout left something without a place */
function sceneOf(parts, graph, name) {
    const nodes = new Map();
    const edges = new Map();
    const visit = (node) => {
        nodes.set(node.id, node);
        for (const edge of node.edges ?? [])
            edges.set(edge.id, edge);
        node.children?.forEach(visit);
    };
    visit(graph);
    const { root, states } = parts.diagram;
    const initials = [root, ...states].flatMap((parent) => {
        if (!parent.initial)
            return [];
        const { x, y } = rectangleOf(nodes.get(idOf.initial(parent)));
        const points = pointsOf(edges.get(idOf.initialEdge(parent)));
        return [{ dot: { x: x + DOT_PX / 2, y: y + DOT_PX / 2 }, points }];
    });
    const boxes = states.map((state) => {
        const rectangle = rectangleOf(nodes.get(idOf.state(state)));
        const header = nodes.get(idOf.header(state));
        const origin = { x: header ? finite(header.x) : rectangle.x, y: rectangle.y };
        return { state, content: contentFor(parts, state), rectangle, origin };
    });
    const heading = contentFor(parts, root);
    return {
        width: Math.max(finite(graph.width), heading.width + MARGIN_PX),
        height: finite(graph.height),
        heading,
        boxes,
        edges: parts.edges.map((edge, index) => placedEdge(edge, index, edges)),
        initials,
        layout: name,
    };
}
function contentFor({ contentOf }, state) {
    const content = contentOf.get(state);
    if (content)
        return content;
    throw new Error(`expected a content for the state "${state.path}"`);
}
function placedEdge(edge, index, placed) {
    const pieces = [];
    for (let piece = placed.get(idOf.piece(index, 0)); piece;) {
        pieces.push(piece);
        piece = placed.get(idOf.piece(index, pieces.length));
    }
    const points = withoutDetours(pieces.flatMap(pointsOf));
    if (isReversed(edge))
        points.reverse();
    const label = pieces.flatMap((piece) => piece.labels ?? [])[0];
    return {
        transitions: edge.transitions,
        points,
        label: label ? { rectangle: rectangleOf(label), content: edge.label } : null,
    };
}
/** Drops points that lie on the line between their neighbours. */
function withoutDetours(points) {
    const kept = [];
    for (const point of points) {
        const [before, last] = [kept.at(-2), kept.at(-1)];
        if (last && distance(last, point) < 0.01)
            continue;
        if (before &&
            last &&
            distance(before, last) + distance(last, point) < distance(before, point) + 0.01) {
            kept.pop();
        }
        kept.push(point);
    }
    return kept;
}
function distance(one, other) {
    return Math.hypot(one.x - other.x, one.y - other.y);
}
function pointsOf(edge) {
    const [section] = edge?.sections ?? [];
    if (!section)
        throw new Error(`expected a route for the edge ${edge?.id}, got none`);
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    return points.map(({ x, y }) => ({ x: finite(x), y: finite(y) }));
}
function rectangleOf(placed) {
    return {
        x: finite(placed?.x),
        y: finite(placed?.y),
        width: finite(placed?.width),
        height: finite(placed?.height),
    };
}
function finite(coordinate) {
    if (coordinate !== undefined && Number.isFinite(coordinate))
        return coordinate;
    throw new Error(`expected a coordinate, got ${coordinate}`);
}
//# sourceMappingURL=layout.js.map