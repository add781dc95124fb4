/**
 * Returns the place that lies next in a direction, or -1.
 *
 * A place counts as further away the more it lies aside; what is nested begins where it begins.
 */
export function nextPlace(places, from, direction) {
    const start = ends(from, direction);
    let best = -1;
    let bestDistance = Infinity;
    places.forEach((place, index) => {
        if (!place || place === from)
            return;
        const end = ends(place, direction);
        const ahead = end.begin - start.begin;
        const aside = Math.max(0, end.low - start.high, start.low - end.high);
        const distance = ahead + aside * 3;
        if (ahead <= 0.5 || distance >= bestDistance)
            return;
        best = index;
        bestDistance = distance;
    });
    return best;
}
/** Where a place begins in a direction, and how far it reaches aside. */
function ends({ x, y, width, height }, direction) {
    switch (direction) {
        case "down":
            return { begin: y, low: x, high: x + width };
        case "up":
            return { begin: -y, low: x, high: x + width };
        case "right":
            return { begin: x, low: y, high: y + height };
        case "left":
            return { begin: -x, low: y, high: y + height };
    }
}
//# sourceMappingURL=walk.js.map