import { assert } from "../../../base/assert.js";
import { kernels } from "../../../model/worlds.js";
import { ExportError } from "../export-error.js";
import { kexecChart } from "../kexec-charts.js";
import { smallestAutomaton, } from "./automaton.js";
import { observedInLoad } from "./observed.js";
/**
 * The monitor of kexec_load, one for each task, made from the statechart.
 *
 * Guards are left out, since a monitor does not know memory: it allows every sequence of functions
 * that some memory allows, and so everything that the statechart does. Between two calls the task
 * may be in another system call that uses the same functions: they are all allowed there.
 */
export function loadMonitor(kernel) {
    const features = kernels[kernel];
    const observed = observedInLoad.filter(({ feature }) => !feature || features.includes(feature));
    const machine = projected(kexecChart({ part: "kexec_load", kernel }), observed);
    const inside = new Set(observed.flatMap(({ event, where }) => (where.kind === "function" ? event : [])));
    const idle = machine.states[0] ?? "";
    const elsewhere = [...inside].map((event) => ({ from: idle, event, to: idle }));
    const automaton = smallestAutomaton({ ...machine, moves: [...machine.moves, ...elsewhere] });
    return { name: "kexec_load", kernel, automaton, observed };
}
/**
 * What can be seen of a statechart without parallel states, whatever its guards say.
 *
 * @throws ExportError for a parallel or history state
 */
export function projected(chart, observed) {
    const leaves = chart.states.filter(({ children }) => children.length === 0);
    const first = chart.root.initial.flatMap(entered);
    const others = leaves.filter((leaf) => !first.includes(leaf));
    const moves = leaves.flatMap((leaf) => takenIn(leaf, chart).flatMap((arrow) => {
        const event = eventOf(arrow, observed);
        const targets = arrow.targets.length === 0 ? [leaf] : arrow.targets.flatMap(entered);
        return targets.map((to) => ({ from: nameOf(leaf), event, to: nameOf(to) }));
    }));
    const states = [...first, ...others].map(nameOf);
    assert(new Set(states).size === states.length, "two states have one name");
    return { states, moves };
}
/** A state as the kernel would spell it: `call_locked_kimage_alloc_init_entry`. */
function nameOf({ id }) {
    return id.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
/** The event that a transition is seen as; null for one that is not seen. */
export function eventOf({ key, event }, observed) {
    const seen = observed.find(({ transitions: { events = [], keys = [] } }) => keys.includes(key) || (event !== null && events.includes(event)));
    return seen?.event ?? null;
}
/**
 * The transitions that may be taken in a leaf: those that are asked behind one without a guard
 * never.
 */
function takenIn(leaf, { transitions }) {
    const around = withAncestors(leaf);
    const asked = around.flatMap((state) => transitions.filter(({ source }) => source === state));
    const byEvent = new Map();
    for (const arrow of asked) {
        const before = byEvent.get(arrow.event) ?? [];
        if (before.at(-1)?.guard === null)
            continue;
        byEvent.set(arrow.event, [...before, arrow]);
    }
    const always = byEvent.get(null) ?? [];
    return always.at(-1)?.guard === null ? always : [...byEvent.values()].flat();
}
function withAncestors(state) {
    return state.parent === null ? [state] : [state, ...withAncestors(state.parent)];
}
/** The leaf that is active when a state was entered. */
function entered(state) {
    if (state.kind === "parallel" || state.kind === "history") {
        throw new ExportError(`expected a chart of one region, got the ${state.kind} state ${state.path}`);
    }
    return state.children.length === 0 ? [state] : state.initial.flatMap(entered);
}
//# sourceMappingURL=monitor.js.map