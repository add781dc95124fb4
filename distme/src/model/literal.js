import { readChart } from "../xstate/chart.js";
import { isStandIn, literalName, literals } from "./compose.js";
/** The states and transitions of all literals, each counted once. */
export function literalOf(layout) {
    const { features } = layout.bounds;
    const states = new Map();
    const transitions = new Map();
    for (const { prefix, chart } of chartsOf(layout)) {
        for (const { path, node } of chart.nodes) {
            const name = `${prefix}${path}`;
            if (path === "" || isStandIn(node) || states.has(name))
                continue;
            states.set(name, nodeReason(node, features));
        }
        for (const { key, guarded, definition, source } of chart.transitions) {
            const name = `${prefix}${key}`;
            const unreachable = reasonFor(definition.meta, features) ?? nodeReason(source.node, features);
            const waits = waitFor(definition.meta, features);
            transitions.set(name, { key: name, guarded, unreachable, waits });
        }
    }
    return {
        transitions: [...transitions.values()],
        states: [...states].map(([path, unreachable]) => ({ path, unreachable })),
    };
}
/** The literals as charts, and what the composed machine's names have before theirs. */
export function chartsOf(layout) {
    const { doors, regions, root } = literals(layout);
    return [
        ...doors.map((door) => ({ prefix: "", chart: readChart(door) })),
        ...Object.entries(regions).map(([name, region]) => ({
            prefix: `${name}.`,
            chart: readChart(region),
        })),
        { prefix: "", chart: readChart(root) },
    ];
}
/** The state and the event of a transition's key: `path eventType`, for all its positions. */
export function choiceOf(key) {
    return key.split(" ").slice(0, 2).join(" ");
}
function reasonFor(meta, features) {
    if (meta?.unreachable)
        return meta.unreachable;
    if (meta?.feature && !features.includes(meta.feature)) {
        return `only in a kernel with ${meta.feature}`;
    }
    if (meta?.without && features.includes(meta.without)) {
        return `only in a kernel without ${meta.without}`;
    }
    return null;
}
function waitFor(meta, features) {
    const { waits } = meta ?? {};
    return waits && reasonFor(waits, features) === null ? waits.reason : null;
}
function nodeReason(node, features) {
    return node ? (reasonFor(node.meta, features) ?? nodeReason(node.parent, features)) : null;
}
/** Coverage of the composed machine, told of the literals: the tasks' counts are added up. */
export function onLiteral(literal, coverage) {
    const sums = new Map();
    for (const { key, taken, guardTrue, guardFalse } of coverage.transitions) {
        const name = literalName(key);
        const sum = sums.get(name) ?? { taken: 0, guardTrue: 0, guardFalse: 0 };
        sum.taken += taken;
        sum.guardTrue += guardTrue;
        sum.guardFalse += guardFalse;
        sums.set(name, sum);
    }
    return literal.transitions.map(({ key, guarded }) => {
        const { taken, guardTrue, guardFalse } = sums.get(key) ?? none;
        return { key, taken, guardTrue: guarded ? guardTrue : 0, guardFalse: guarded ? guardFalse : 0 };
    });
}
const none = { taken: 0, guardTrue: 0, guardFalse: 0 };
/** How often each state of the literals was entered. */
export function enteredOnLiteral(literal, coverage) {
    const sums = new Map();
    for (const { path, entered } of coverage.nodes) {
        const name = literalName(path);
        sums.set(name, (sums.get(name) ?? 0) + entered);
    }
    return literal.states.map(({ path }) => ({ path, entered: sums.get(path) ?? 0 }));
}
/**
 * The events that found every guard of a state closed: those of whose transitions the last one was
 * refused. Eventless ones may always be.
 */
export function refusedEvents({ transitions }) {
    const last = new Map();
    for (const { key, guardFalse } of transitions) {
        last.set(choiceOf(key), guardFalse); // in the order of their positions
    }
    const refused = [...last].filter(([key, times]) => times > 0 && !key.endsWith(" always"));
    return [...new Set(refused.map(([key]) => literalName(key)))];
}
//# sourceMappingURL=literal.js.map