import { classMasks } from "./liveness/classes.js";
import { fairSets } from "./liveness/fair-sets.js";
import { reach, wayTo } from "./liveness/reach.js";
import { shortestLoop } from "./liveness/shortest-loop.js";
/**
 * A fair run that breaks a claim, or null if there is none: the claim holds.
 *
 * Runs are TLA+'s behaviours: a run may stay in any state for ever unless fairness forbids it, and
 * does so in a state without successors. An edge back to its own state is such a stay, no step of
 * its action. Of all runs that break the claim this is one with the shortest stem, and of those one
 * with the shortest loop (`shortest` is false if that was too much to find out). Steps along the
 * stem come from the lowest state that they can come from. The same graph gives the same run.
 *
 * The graph must be complete: a state that was not expanded looks like one without successors.
 *
 * Complete, not on the fly: everything is decided on the stored graph, in typed arrays, in some
 * 50 bytes a state besides the edges, and in time linear in the edges for each strong class. In
 * return no run is missed and lassos can be shortest, which a nested depth-first search cannot
 * promise. It must agree with `test/checker/liveness/naive.ts`, which tries every set of states and
 * every short run of small graphs.
 */
export function findLasso(graph, claim) {
    const ways = pendingWays(graph, claim);
    const masks = classMasks(claim.fairness);
    const sets = fairSets(graph, masks, ways.pending.order.slice());
    const starts = nearest(ways.pending, sets);
    if (starts.length === 0)
        return null;
    const { states, shortest } = shortestLoop(graph, masks, { starts, sets });
    const stem = stemTo(ways, states[0] ?? 0);
    return {
        stem: withActions(graph, masks, stem),
        loop: withActions(graph, masks, states),
        pending: pendingSince(claim, stem),
        shortest,
    };
}
function pendingWays(graph, { from, goal }) {
    const initials = Int32Array.from({ length: graph.initials }, (_, state) => state);
    if (!from) {
        const roots = initials.filter((state) => !goal[state]);
        return { free: null, pending: reach(graph, { roots, closed: goal }) };
    }
    const free = reach(graph, { roots: initials });
    const roots = free.order.filter((state) => from[state] && !goal[state]);
    return { free, pending: reach(graph, { roots, depth: free.depth, closed: goal }) };
}
/** The states of fair sets that are reached first, ascending. */
function nearest({ order, depth }, sets) {
    const first = order.find((state) => sets[state] !== 0);
    if (first === undefined)
        return [];
    const starts = [];
    for (let at = order.indexOf(first); depth[order[at] ?? 0] === depth[first]; at++) {
        const state = order[at];
        if (state === undefined)
            break;
        if (sets[state] !== 0)
            starts.push(state);
    }
    return starts.sort((a, b) => a - b);
}
function stemTo({ free, pending }, state) {
    const after = wayTo(pending, state);
    return free ? [...wayTo(free, after[0] ?? 0), ...after.slice(1)] : after;
}
/** The first place on the stem from which on the obligation is not met. */
function pendingSince({ from, goal }, stem) {
    if (!from)
        return 0;
    const met = stem.findLastIndex((state) => goal[state]);
    return stem.findIndex((state, at) => at > met && from[state]);
}
function withActions(graph, masks, states) {
    const actions = states.slice(1).map((to, at) => actionOf(graph, masks, [states[at] ?? 0, to]));
    return { states, actions };
}
/** The action of a step: the one of most fairness classes; of several, the lowest. */
function actionOf(graph, { words, ofAction }, [from, to]) {
    let best = -1;
    let bestClasses = -1;
    for (let edge = graph.first[from] ?? 0; edge < (graph.first[from + 1] ?? 0); edge++) {
        const action = graph.action[edge] ?? 0;
        if (graph.target[edge] !== to)
            continue;
        const classes = ofAction.subarray(action * words, (action + 1) * words).reduce(addBits, 0);
        if (classes > bestClasses || (classes === bestClasses && action < best)) {
            best = action;
            bestClasses = classes;
        }
    }
    return best;
}
function addBits(count, word) {
    let bits = count;
    for (let rest = word; rest !== 0; rest &= rest - 1)
        bits++;
    return bits;
}
//# sourceMappingURL=liveness.js.map