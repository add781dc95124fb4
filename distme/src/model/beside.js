import { changes } from "./describe.js";
import { simulate } from "./simulation.js";
/**
 * Gives a world's own model the events of a trace.
 *
 * @param world the world of the right model; its requests and calls must be those of the trace
 */
export function besideOf(world, trace) {
    const steps = [];
    const { layout, initial, step, label } = simulate(world);
    let state = initial;
    for (const [i, { event, changes: wrong, states }] of trace.steps.entries()) {
        const next = step(state, event);
        const did = wrong.join("; ") || "changes nothing";
        if (next === null) {
            return { steps, differs: i, here: did, there: `takes no ${event.type} here` };
        }
        const right = changes(layout, state.context.mem, next.state.context.mem);
        const { leaves } = next.state.configuration;
        steps.push({ event, label: label(event), states: leaves, changes: right });
        if (!isSame(right, wrong)) {
            return { steps, differs: i, here: did, there: right.join("; ") || "changes nothing" };
        }
        if (!isSame(leaves, states)) {
            const [here, there] = [wayText(states, leaves), wayText(leaves, states)];
            return { steps, differs: i, here, there };
        }
        state = next.state;
    }
    return { steps, differs: null, here: null, there: null };
}
function isSame(one, other) {
    return one.length === other.length && one.every((text, i) => text === other[i]);
}
/** Where one model goes and the other does not. */
function wayText(one, other) {
    const own = one.filter((path) => !other.includes(path));
    return `goes to ${own.map(shortPath).join(", ")}`;
}
function shortPath(path) {
    return path.replace(/^running\.(task\d+\.)?/, "");
}
//# sourceMappingURL=beside.js.map