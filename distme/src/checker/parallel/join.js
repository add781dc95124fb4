import { Arena } from "../arena.js";
import { pathTo } from "../trace.js";
/**
 * Puts together what the threads of one search found; the same as one thread would have found.
 *
 * @param onCounted called before the first replay, when counting coverage must end
 */
export function joined(model, results, onCounted) {
    const segments = results.find((one) => one.segments.length > 0)?.segments ?? [];
    const store = storeOf(model, segments);
    const sum = (of) => results.reduce((total, one) => total + of(one), 0);
    model.counters?.forEach((counter, i) => {
        for (let at = 0; at < counter.length; at++) {
            counter[at] = (counter[at] ?? 0) + sum(({ counters }) => counters[i]?.[at] ?? 0);
        }
    });
    onCounted();
    const levels = results[0]?.levels ?? [];
    const limit = results.find(({ incomplete }) => incomplete !== null)?.incomplete ?? null;
    const broken = results.some(({ pruned, closed }) => pruned || closed > 0);
    const deadlock = first(results.map((one) => one.deadlock), store);
    return {
        states: results[0]?.states ?? 0,
        transitions: sum(({ transitions }) => transitions),
        depth: levels.length,
        levels,
        findings: findings(model, results, store),
        deadlock: deadlock && pathTo(model, store, deadlock),
        deadlocks: sum(({ deadlocks }) => deadlocks),
        incomplete: limit ?? (broken ? "violation" : null),
        bytes: results[0]?.bytes ?? 0,
        store,
    };
}
function storeOf(model, segments) {
    const arena = new Arena(model.packing?.words ?? model.words);
    arena.take(0, segments);
    return arena;
}
function findings(model, results, store) {
    const names = [...(results[0]?.found.keys() ?? [])];
    return new Map(names.map((name) => {
        const all = results.map(({ found }) => found.get(name)).filter((one) => !!one);
        const applied = all.reduce((total, one) => total + one.applied, 0);
        const place = first(all.map((one) => one.place), store);
        return [name, { applied, path: place && pathTo(model, store, place) }];
    }));
}
/** The place that a sequential search would have come to first. */
function first(places, store) {
    const found = places.filter((place) => place !== null);
    const key = ({ state, action }) => action >= 0 ? [state, action] : [store.parent(state), store.action(state)];
    found.sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
    return found[0] ?? null;
}
//# sourceMappingURL=join.js.map