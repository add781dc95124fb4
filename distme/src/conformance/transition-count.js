import { createLayout } from "../memory/layout.js";
import { literalOf } from "../model/literal.js";
import { suiteWorlds } from "../model/worlds.js";
/** How many transitions of the statechart a kernel can take at all: none that it lacks code for. */
export function possibleTransitions(kernel) {
    return transitionsOf(kernel).filter(({ unreachable }) => !unreachable).length;
}
/** Every transition of a kernel's statechart, in its order. */
export function countTransitions(kernel, seen) {
    const all = transitionsOf(kernel);
    return {
        executed: all.flatMap(({ key }) => {
            const times = seen.times.get(key);
            return times === undefined ? [] : [{ transition: key, times }];
        }),
        missing: all.flatMap(({ key, unreachable }) => {
            if (seen.times.has(key))
                return [];
            const reason = unreachable ?? seen.reasons.get(key) ?? "in no test that was asked for";
            return [{ transition: key, reason }];
        }),
    };
}
/** A count with what was seen in other ways, too. */
export function withSightings(kernel, count, more) {
    const times = new Map(count.executed.map(({ transition, times }) => [transition, times]));
    for (const [key, n] of Object.entries(more))
        times.set(key, (times.get(key) ?? 0) + n);
    const reasons = new Map(count.missing.map(({ transition, reason }) => [transition, reason]));
    return countTransitions(kernel, { times, reasons });
}
function transitionsOf(kernel) {
    const [world] = suiteWorlds(kernel);
    return world ? literalOf(createLayout(world.bounds)).transitions : [];
}
//# sourceMappingURL=transition-count.js.map