import { literalName } from "../../model/compose.js";
import { readChart } from "../../xstate/chart.js";
import { actionNames, guardName, resultOf } from "../svg/names.js";
import { chartOf, composedMachine, literalGuard } from "./charts.js";
/** Returns what is known of a state, by its path in the literals; null for no state. */
export function stateInfo(path) {
    return index().states.get(path) ?? null;
}
/** Returns what is known of a transition, by its key in the literals; null for none. */
export function transitionInfo(key) {
    return index().transitions.get(key) ?? null;
}
let known;
function index() {
    known ??= indexOf(readChart(composedMachine()));
    return known;
}
function indexOf(chart) {
    const states = new Map();
    for (const { path: composed, node } of chart.nodes) {
        const path = literalName(composed);
        if (path === "")
            continue; // the root, and the region of the task
        const holds = metaOf(node.meta).holds ?? [];
        const terminal = node.tags.includes("terminal");
        states.set(path, { path, holds, terminal, ...infoOf(path, node) });
    }
    const transitions = new Map(chart.transitions.map(({ key: composed, definition, eventType, position }) => {
        const key = literalName(composed);
        return [key, transitionOf({ key, definition, eventType, position })];
    }));
    return { states, transitions };
}
function transitionOf(read) {
    const { key, definition, eventType, position } = read;
    const [target] = definition.target ?? [];
    return {
        key,
        from: literalName(definition.source.path.join(".")),
        to: target ? literalName(target.path.join(".")) : null,
        event: eventType === "" ? null : eventType,
        position,
        guard: guardName(literalGuard(definition.guard)),
        result: resultOf(definition.actions),
        actions: actionNames(definition.actions),
        waits: metaOf(definition.meta).waits ?? null,
        ...infoOf(key, definition),
    };
}
function infoOf(pathOrKey, said) {
    const meta = metaOf(said.meta);
    return {
        chart: chartOf(pathOrKey),
        description: said.description ?? "",
        source: meta.source ?? "",
        feature: meta.feature ?? null,
        without: meta.without ?? null,
        unreachable: meta.unreachable ?? null,
    };
}
/** The composed machine is untyped; every literal types its meta as KexecMeta. */
function metaOf(meta) {
    return typeof meta === "object" && meta !== null ? meta : {};
}
//# sourceMappingURL=info.js.map