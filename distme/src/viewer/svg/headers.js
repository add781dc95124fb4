import { INSET_PX } from "./content.js";
import { overlap, spansOf } from "./scene.js";
/**
 * Moves the headers that ELK placed among the edges to the left border of their boxes, where
 * every other header stands, as long as nothing is in the way.
 */
export function withHeadersAside(scene) {
    const lines = [...scene.edges, ...scene.initials].flatMap(({ points }) => spansOf(points));
    const labels = scene.edges.flatMap(({ label }) => (label ? [label.rectangle] : []));
    const boxes = scene.boxes.map((box) => {
        if (box.origin.x <= box.rectangle.x)
            return box;
        const strip = {
            x: box.rectangle.x + 1,
            y: box.origin.y,
            width: box.origin.x - box.rectangle.x + INSET_PX,
            height: box.content.height,
        };
        const inside = scene.boxes.filter(({ state }) => state.parent === box.state);
        const obstacles = [...lines, ...labels, ...inside.map(({ rectangle }) => rectangle)];
        const isFree = !obstacles.some((obstacle) => overlap(obstacle, strip));
        return isFree ? { ...box, origin: { x: box.rectangle.x, y: box.origin.y } } : box;
    });
    return { ...scene, boxes };
}
//# sourceMappingURL=headers.js.map