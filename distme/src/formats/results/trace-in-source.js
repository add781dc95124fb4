import { changes } from "../../model/describe.js";
import { chartsOf } from "../../model/literal.js";
import { mutants } from "../../model/mutants.js";
import { simulate } from "../../model/simulation.js";
import { traceWorld } from "../trace-world.js";
import { sourceIndex } from "./source-index.js";
/**
 * Makes a reader; it keeps the worlds that it has built.
 *
 * A run is followed as far as the model takes its events. In a mutant whose chart is another one, a
 * transition may be shown as its neighbour: lines are those of the chart that is not changed.
 */
export function traceReader(index = sourceIndex()) {
    const bedOf = memo((_name, world) => bed(world, index));
    return (world, events) => {
        const { kernel, preset, world: name, mutant = "" } = world;
        const { simulation, code } = bedOf([kernel, preset, name, mutant].join(" "), world);
        const steps = [];
        let state = simulation.initial;
        for (const event of events) {
            const next = simulation.step(state, event);
            if (!next)
                break;
            steps.push({
                label: labelled(event, events, simulation),
                changes: changes(simulation.layout, state.context.mem, next.state.context.mem),
                code: next.transitions.flatMap((key) => code.get(key) ?? []),
            });
            state = next.state;
        }
        return steps;
    };
}
/** An event as a person reads it; who acts is said where several do. */
function labelled(event, events, { label }) {
    const tasks = new Set(events.map((one) => ("task" in one ? one.task : -1)));
    const who = tasks.size > 1 && "task" in event ? `task ${event.task} ` : "";
    return `${who}${label(event)}`;
}
function bed(saved, index) {
    const { world, mutant } = traceWorld(saved);
    const simulation = simulate(world, mutant === null ? {} : mutants[mutant]);
    return { simulation, code: codeOf(simulation.layout, index) };
}
/** Each transition of the statechart, with the actions that it names. */
function codeOf(layout, index) {
    const code = new Map();
    for (const { prefix, chart } of chartsOf(layout)) {
        for (const { key, definition } of chart.transitions) {
            const name = `${prefix}${key}`;
            if (code.has(name))
                continue;
            const actions = definition.actions;
            code.set(name, [
                ...reference("transition", name, index.transitions.get(name)),
                ...actions.map(actionName).flatMap((one) => {
                    return reference("action", one, index.actions.get(one));
                }),
            ]);
        }
    }
    return code;
}
function reference(kind, name, location) {
    return location ? [{ kind, name, location }] : [];
}
/** An action is named by a string, or by an object with parameters. */
function actionName(action) {
    if (typeof action === "string")
        return action;
    const named = typeof action === "object" && action !== null && "type" in action;
    return named ? String(action.type) : "";
}
function memo(make) {
    const known = new Map();
    return (key, ...rest) => {
        const value = known.get(key) ?? make(key, ...rest);
        known.set(key, value);
        return value;
    };
}
//# sourceMappingURL=trace-in-source.js.map