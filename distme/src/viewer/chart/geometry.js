import { digestOf } from "../../base/digest.js";
import { MARK_PX } from "./chart-parts.js";
import { towardsLine } from "./label-side.js";
/** Returns the coordinates of a drawing, in halves of a pixel. */
export function geometryOf(scene) {
    const flat = (points) => points.flatMap(({ x, y }) => [x, y]);
    return {
        layout: scene.layout,
        size: halves([scene.width, scene.height]),
        boxes: scene.boxes.map(({ rectangle, origin }) => halves([...sides(rectangle), origin.x])),
        initials: scene.initials.map(({ dot, points }) => halves([dot.x, dot.y, ...flat(points)])),
        edges: scene.edges.map(({ points }) => halves(flat(points))),
        labels: scene.edges.map(({ label }) => (label ? halves(sides(label.rectangle)) : [])),
    };
}
/**
 * Puts everything to its stored place.
 *
 * @throws Error when there is not a place for each part: the geometry is of another chart
 */
export function sceneOf({ diagram, contentOf, edges }, geometry) {
    const initials_count = [diagram.root, ...diagram.states].filter(({ initial }) => initial).length;
    requireCount(diagram.states.length, geometry.boxes.length, "boxes");
    requireCount(initials_count, geometry.initials.length, "initial markers");
    requireCount(edges.length, geometry.edges.length, "edges");
    requireCount(edges.length, geometry.labels.length, "labels");
    const [width = 0, height = 0] = geometry.size;
    return {
        width,
        height,
        heading: contentFor(contentOf, diagram.root),
        boxes: diagram.states.map((state, index) => {
            const stored = geometry.boxes[index] ?? [];
            const rectangle = rectangleOf(stored);
            const origin = { x: stored[4] ?? rectangle.x, y: rectangle.y };
            return { state, content: contentFor(contentOf, state), rectangle, origin };
        }),
        edges: edges.map(({ transitions, label }, index) => {
            const points = pointsOf(geometry.edges[index] ?? []);
            const place = geometry.labels[index] ?? [];
            if (place.length === 0)
                return { transitions, points, label: null };
            const rectangle = rectangleOf(place);
            const content = towardsLine(label, { rectangle, points }, MARK_PX);
            return { transitions, points, label: { rectangle, content } };
        }),
        initials: geometry.initials.map((stored) => {
            const [dot = { x: 0, y: 0 }, ...points] = pointsOf(stored);
            return { dot, points };
        }),
        layout: geometry.layout,
    };
}
/** Identifies what was placed: every state and edge with its size. */
export function partsDigest({ diagram, contentOf, edges }) {
    const sizeOf = (content) => [content?.width, content?.height];
    const states = [diagram.root, ...diagram.states].map((state) => [
        state.path,
        state.kind,
        state.initial?.path ?? null,
        ...sizeOf(contentOf.get(state)),
    ]);
    const lines = edges.map(({ source, target, label }) => [
        source.path,
        target.path,
        ...sizeOf(label),
    ]);
    return digestOf(JSON.stringify([states, lines]));
}
function sides({ x, y, width, height }) {
    return [x, y, width, height];
}
function halves(coordinates) {
    return coordinates.map((coordinate) => Math.round(coordinate * 2) / 2);
}
function rectangleOf([x = 0, y = 0, width = 0, height = 0]) {
    return { x, y, width, height };
}
function pointsOf(flat) {
    return flat.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: flat[index + 1] ?? 0 }] : []));
}
function contentFor(contentOf, state) {
    const content = contentOf.get(state);
    if (content)
        return content;
    throw new Error(`expected a content for the state "${state.path}"`);
}
function requireCount(expected, got, what) {
    if (expected === got)
        return;
    throw new Error(`expected places for ${expected} ${what}, got ${got}: run npm run layout`);
}
//# sourceMappingURL=geometry.js.map