import { createLayout } from "../../memory/layout.js";
import { literalName, literals } from "../../model/compose.js";
import { literalOf } from "../../model/literal.js";
import { worldsOf } from "../../model/worlds.js";
import { charts, composedMachine, literalGuard, taskPath, } from "../../viewer/chart/charts.js";
import { readStatechart } from "./statechart.js";
/** Returns one of the five charts of the model: all of it, with one task, or one door. */
export function kexecChart(choice) {
    const existing = existingIn(choice.kernel);
    if (choice.part !== "whole") {
        return readStatechart(partMachine(choice.part), { name: choice.part, ...existing });
    }
    return readStatechart(composedMachine(), {
        name: "kexec",
        pathOf: wholePath,
        guardOf: wholeGuard,
        ...existing,
    });
}
/** The machine of a part, as it is in machines/, or all of them composed for one task. */
export function partMachine(part) {
    if (part === "whole")
        return composedMachine();
    const { door } = charts[part];
    const machines = literals(layoutOf("seed")).doors;
    const machine = machines.find(({ root }) => door !== null && door in root.states);
    if (machine)
        return machine;
    throw new RangeError(`expected a machine with the state "${door}"`);
}
/**
 * The guard of a transition of the whole chart. Its one task is asked for where that is a question:
 * a panic may be another CPU's.
 */
export function wholeGuard(guard, eventType) {
    return eventType === "panic" ? guard : literalGuard(guard);
}
/** States have the names that reports give them: `call.entered`, whoever calls. */
function wholePath({ path }) {
    return literalName(path.join(".")) || taskPath;
}
/**
 * Guards and actions ask a layout; which states and transitions exist is the same in every world.
 */
function layoutOf(kernel) {
    const [world] = worldsOf("quick", kernel);
    if (!world)
        throw new RangeError("the preset quick has no world");
    return createLayout({ ...world.bounds, tasks: 1 });
}
function existingIn(kernel) {
    if (kernel === null)
        return {};
    const { states, transitions } = literalOf(layoutOf(kernel));
    const noStates = new Set(states.flatMap(({ path, unreachable }) => (unreachable ? [path] : [])));
    const noTransitions = new Set(transitions.flatMap(({ key, unreachable }) => (unreachable ? [key] : [])));
    return {
        hasState: (path) => !noStates.has(path),
        hasTransition: (key) => !noTransitions.has(key),
    };
}
//# sourceMappingURL=kexec-charts.js.map