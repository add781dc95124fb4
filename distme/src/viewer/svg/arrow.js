/**
 * Draws an arrow through some points; null for less than two.
 *
 * The head is a path of its own: a marker would not take the colour of its line.
 */
export function arrowOf(points) {
    const tip = points.at(-1);
    const before = points.at(-2);
    if (!tip || !before)
        return null;
    const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
    const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
    const base = { x: tip.x - along.x * HEAD_LENGTH_PX, y: tip.y - along.y * HEAD_LENGTH_PX };
    const side = { x: (-along.y * HEAD_WIDTH_PX) / 2, y: (along.x * HEAD_WIDTH_PX) / 2 };
    const head = [tip, plus(base, side), plus(base, { x: -side.x, y: -side.y })];
    return {
        line: roundedPath([...points.slice(0, -1), base]),
        head: `M${head.map(pair).join("L")}Z`,
    };
}
/** One digit after the point: enough for the eye, and the same bytes on every machine. */
export function round(coordinate) {
    return String(Math.round(coordinate * 10) / 10);
}
const CORNER_PX = 7;
const HEAD_LENGTH_PX = 7;
const HEAD_WIDTH_PX = 6;
function roundedPath(points) {
    const [first, ...rest] = points;
    if (!first)
        return "";
    let path = `M${pair(first)}`;
    rest.forEach((corner, index) => {
        const before = points[index] ?? corner;
        const after = rest[index + 1];
        if (!after) {
            path += `L${pair(corner)}`;
            return;
        }
        path += `L${pair(towards(corner, before))}Q${pair(corner)} ${pair(towards(corner, after))}`;
    });
    return path;
}
/** The point on the way from a corner where its rounding ends. */
function towards(corner, end) {
    const length = Math.hypot(end.x - corner.x, end.y - corner.y) || 1;
    const share = Math.min(CORNER_PX, length / 2) / length;
    return plus(corner, { x: (end.x - corner.x) * share, y: (end.y - corner.y) * share });
}
function plus(one, other) {
    return { x: one.x + other.x, y: one.y + other.y };
}
function pair({ x, y }) {
    return `${round(x)} ${round(y)}`;
}
//# sourceMappingURL=arrow.js.map