/** Whether two rectangles share an area. */
export function overlap(one, other) {
    return (one.x < other.x + other.width &&
        other.x < one.x + one.width &&
        one.y < other.y + other.height &&
        other.y < one.y + one.height);
}
/** The straight pieces of a line, each as the rectangle that it spans; lines have no width. */
export function spansOf(points) {
    return points.slice(1).map((end, index) => {
        const start = points[index] ?? end;
        return {
            x: Math.min(start.x, end.x),
            y: Math.min(start.y, end.y),
            width: Math.abs(start.x - end.x),
            height: Math.abs(start.y - end.y),
        };
    });
}
//# sourceMappingURL=scene.js.map