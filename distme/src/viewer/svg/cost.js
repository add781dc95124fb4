import { overlap, spansOf } from "./scene.js";
const BEND_PX = 4;
const CROSSING_PX = 25;
const STRUCK_LABEL_PX = 200;
/**
 * Returns how hard a drawing is to read, in pixels of width: a README shows a wide drawing small,
 * and scrolls through a tall one.
 */
export function cost(scene) {
    const lines = scene.edges.map(({ points }) => spansOf(points));
    const spans = lines.flatMap((line, edge) => line.map((span) => ({ span, edge })));
    const labels = scene.edges.flatMap(({ label }) => (label ? [label.rectangle] : []));
    const bends_count = spans.length - lines.length;
    let crossings_count = 0;
    spans.forEach((one, index) => {
        for (const other of spans.slice(index + 1)) {
            if (one.edge !== other.edge && overlap(one.span, other.span))
                crossings_count += 1;
        }
    });
    const struck_count = labels.filter((label) => spans.some(({ span }) => overlap(span, label))).length;
    return (scene.width +
        scene.height / 10 +
        bends_count * BEND_PX +
        crossings_count * CROSSING_PX +
        struck_count * STRUCK_LABEL_PX);
}
//# sourceMappingURL=cost.js.map