/**
 * Chooses few runs that cover every open item together: always the one that covers most per step
 * among those that remain, then leaves out what turned out to be covered by later ones.
 *
 * @param open the items to cover; what is covered is taken out of it
 */
export function selectRuns(candidates, open) {
    const wanted = new Set(open);
    const chosen = [];
    while (wanted.size > 0) {
        let best = null;
        let bestGain = 0;
        for (const candidate of candidates) {
            const gain = count(candidate.items, wanted) / candidate.run.length;
            if (gain > bestGain)
                [best, bestGain] = [candidate, gain];
        }
        if (!best)
            break;
        for (const item of best.items)
            wanted.delete(item);
        chosen.push(best);
    }
    return attribute(withoutRedundant(chosen, open), open);
}
function count(items, wanted) {
    let found = 0;
    for (const item of items)
        if (wanted.has(item))
            found++;
    return found;
}
function withoutRedundant(chosen, open) {
    const times = new Map();
    for (const { items } of chosen) {
        for (const item of items)
            times.set(item, (times.get(item) ?? 0) + 1);
    }
    return chosen.filter(({ items }) => {
        const needed = [...items].some((item) => open.has(item) && times.get(item) === 1);
        if (!needed)
            for (const item of items)
                times.set(item, (times.get(item) ?? 0) - 1);
        return needed;
    });
}
function attribute(entries, open) {
    return entries.map(({ origin, run, items }) => {
        const covers = [...items].filter((item) => open.delete(item));
        return { origin, run, covers };
    });
}
//# sourceMappingURL=select.js.map