import { blockOf } from "./block.js";
import { expectationsOf } from "./expect.js";
import { withoutInsertedPages } from "./inserted-pages.js";
import { sightsOf } from "./sights.js";
import { silently } from "./silent-steps.js";
import { createStates } from "./states.js";
/**
 * Follows the function trace of one call through the statechart, by its own steps: every state that
 * silent steps can lead to is kept, until the next event of the trace says which are meant.
 *
 * @param before where the kernel may be before the call; see `trackedFrom`
 */
export function validate(simulation, before, trace) {
    const { layout } = simulation;
    const watched = { layout, trace };
    let states = before.map((tracked) => ({ ...tracked, taken: new Set() }));
    for (const { index, sight } of withoutInsertedPages(sightsOf(trace.events), layout, trace)) {
        const reached = silently(simulation, trace, states);
        const expected = expectationsOf(watched, sight);
        const next = createStates();
        for (const tracked of reached) {
            for (const each of expected) {
                for (const way of follow(simulation, tracked, each))
                    next.add(way);
            }
        }
        if (next.all().length === 0) {
            const blockedBy = blockOf(simulation, { watched, index, sight, reached, expected });
            const transitions = certain(states);
            return { accepted: false, prefix: index, blockedBy, transitions, after: [] };
        }
        states = [...next.all()];
    }
    const prefix = trace.events.length;
    return { accepted: true, prefix, blockedBy: null, transitions: certain(states), after: states };
}
/** Every way in which one state can be what is expected, and the state behind it. */
function follow({ alphabet, step }, tracked, expected) {
    if (expected.kind === "place") {
        if (expected.differs(tracked) !== null)
            return [];
        return [{ ...tracked, ...expected.learns?.(tracked) }];
    }
    if (!tracked.state.configuration.handlers.has(expected.type))
        return [];
    const choose = expected.choose(tracked);
    if (typeof choose === "string")
        return [];
    return alphabet(tracked.state)
        .filter((event) => event.type === expected.type && choose(event))
        .flatMap((event) => {
        const taken = step(tracked.state, event);
        if (taken === null || expected.differs(taken, tracked) !== null)
            return [];
        const learnt = expected.learns(taken, tracked);
        const all = new Set([...tracked.taken, ...taken.transitions]);
        return [{ ...tracked, ...learnt, state: taken.state, taken: all }];
    });
}
function certain(states) {
    const [first, ...others] = states.map(({ taken }) => taken);
    return [...(first ?? [])].filter((key) => others.every((taken) => taken.has(key)));
}
//# sourceMappingURL=validate.js.map