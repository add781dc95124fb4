const triesMax = 200_000;
/**
 * A smallest set that covers every item that can be covered.
 *
 * What alone covers some item must be in it; for what is left, every choice is tried, the most
 * useful first, and given up where it cannot become smaller than the best one so far.
 */
export function smallestCover(coverage) {
    const forced = new Set();
    for (const by of coverage.values()) {
        const [only] = by;
        if (by.size === 1 && only !== undefined)
            forced.add(only);
    }
    const open = distinct([...coverage.values()].filter((by) => !intersects(by, forced)));
    const search = new Search();
    search.run(open, [...forced]);
    return { chosen: [...(search.best ?? [])].sort(), smallest: search.tries <= triesMax };
}
/** What nothing else covers, by the one that does. */
export function coveredAlone(coverage) {
    const alone = new Map();
    for (const [item, by] of coverage) {
        const [only] = by;
        if (by.size !== 1 || only === undefined)
            continue;
        alone.set(only, [...(alone.get(only) ?? []), item]);
    }
    return alone;
}
class Search {
    best = null;
    tries = 0;
    run(open, chosen) {
        const [first, ...rest] = open;
        if (!first) {
            if (!this.best || chosen.length < this.best.length)
                this.best = chosen;
            return;
        }
        if (this.best && chosen.length + disjoint(open) >= this.best.length)
            return;
        if (this.best && ++this.tries > triesMax)
            return;
        const hardest = rest.reduce((least, by) => (by.size < least.size ? by : least), first);
        const useful = [...hardest].sort((a, b) => countWith(open, b) - countWith(open, a));
        for (const candidate of useful) {
            const left = open.filter((by) => !by.has(candidate));
            this.run(left, [...chosen, candidate]);
        }
    }
}
function countWith(open, candidate) {
    return open.filter((by) => by.has(candidate)).length;
}
/** Sets that share nothing need one choice each: a lower bound. */
function disjoint(open) {
    const taken = new Set();
    let found = 0;
    for (const by of open) {
        if (intersects(by, taken))
            continue;
        for (const one of by)
            taken.add(one);
        found++;
    }
    return found;
}
function intersects(by, others) {
    for (const one of by)
        if (others.has(one))
            return true;
    return false;
}
/** Sets with no smaller one inside: whatever covers that one covers them. */
function distinct(sets) {
    const unique = [...new Map(sets.map((by) => [[...by].sort().join(), by])).values()];
    return unique.filter((by) => !unique.some((other) => other !== by && [...other].every((one) => by.has(one))));
}
//# sourceMappingURL=cover.js.map