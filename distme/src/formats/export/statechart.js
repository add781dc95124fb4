import { guardOf, namedOf } from "./guard.js";
/** Reads the states and transitions of a machine. It runs no guard and no action. */
export function readStatechart(machine, reading = {}) {
    const how = { ...whole, name: machine.root.key, ...reading };
    const stateOf = new Map();
    const name = identifier(how.name);
    const ids = new Set();
    const root = readState(machine.root, null, { how, stateOf, ids });
    root.id = ids.has(name) ? uniqueId(`${name}_machine`, ids) : name; // the states choose first
    for (const [node, state] of stateOf)
        enterFirst(node, state, stateOf);
    const transitions = [...stateOf].flatMap(([node, source]) => {
        const own = [...node.transitions, ["", node.always ?? []]];
        return own.flatMap(([eventType, definitions]) => definitions.flatMap((definition, position) => readArrow(definition, { source, eventType, position, stateOf, how })));
    });
    const description = machine.root.description ?? "";
    return { name, description, root, states: [...stateOf.values()].slice(1), transitions };
}
const whole = {
    name: "",
    pathOf: ({ path }) => path.join("."),
    guardOf: (guard) => guard,
    hasState: () => true,
    hasTransition: () => true,
};
function readState(node, parent, reading) {
    const { how, stateOf, ids } = reading;
    const children = [];
    const path = parent === null ? "" : how.pathOf(node);
    const state = {
        id: parent === null ? "" : uniqueId(path, ids),
        path,
        key: path.split(".").at(-1) || identifier(how.name),
        kind: node.type,
        history: node.type === "history" ? (node.history === "deep" ? "deep" : "shallow") : null,
        parent,
        children,
        initial: [],
        entry: node.entry.flatMap(namedOf),
        exit: node.exit.flatMap(namedOf),
        description: node.description ?? "",
        tags: node.tags,
        meta: metaOf(node.meta),
    };
    stateOf.set(node, state);
    for (const child of Object.values(node.states)) {
        if (how.hasState(how.pathOf(child)))
            children.push(readState(child, state, reading));
    }
    return state;
}
function enterFirst(node, state, stateOf) {
    const first = node.type === "compound"
        ? (node.initial.target ?? [])
        : node.type === "history"
            ? (historyTargets(node) ?? [])
            : [];
    state.initial = first.flatMap((target) => stateOf.get(target) ?? []);
}
/** XState keeps a history state's target as it was written: a key beside it, or an id. */
function historyTargets(node) {
    const { target } = node.config;
    if (typeof target !== "string" || !node.parent)
        return null;
    if (target.startsWith("#"))
        return [node.machine.getStateNodeById(target.slice(1))];
    const found = node.parent.states[target];
    return found ? [found] : null;
}
function readArrow(definition, from) {
    const { source, eventType, position, stateOf, how } = from;
    const key = `${source.path} ${eventType || "always"} ${position}`;
    const targets = (definition.target ?? []).flatMap((target) => stateOf.get(target) ?? []);
    const leadsOut = targets.length < (definition.target?.length ?? 0);
    if (leadsOut || !how.hasTransition(key))
        return [];
    const arrow = {
        key,
        source,
        targets,
        event: eventType === "" ? null : eventType,
        guard: guardOf(how.guardOf(definition.guard, eventType)),
        actions: definition.actions.flatMap(namedOf),
        reenter: definition.reenter,
        description: definition.description ?? "",
        meta: metaOf(definition.meta),
    };
    return [arrow];
}
/** Whether `ancestor` contains `state`; a state does not contain itself. */
export function isInside(ancestor, state) {
    for (let next = state.parent; next !== null; next = next.parent) {
        if (next === ancestor)
            return true;
    }
    return false;
}
/** A text as a C identifier. */
export function identifier(text) {
    const letters = text.replaceAll(/[^A-Za-z0-9_]/g, "_");
    return /^[A-Za-z_]/.test(letters) ? letters : `_${letters}`;
}
/** Words that one of the formats would take for a part of its grammar. */
const reserved = new Set([
    "as",
    "class",
    "classDef",
    "click",
    "default",
    "direction",
    "edge",
    "end",
    "fork",
    "graph",
    "join",
    "node",
    "note",
    "state",
    "style",
    "subgraph",
]);
function uniqueId(path, ids) {
    const wanted = identifier(path);
    let id = reserved.has(wanted) ? `${wanted}_` : wanted;
    for (let n = 2; ids.has(id); n++)
        id = `${wanted}_${n}`;
    ids.add(id);
    return id;
}
function metaOf(meta) {
    return typeof meta === "object" && meta !== null ? meta : {};
}
//# sourceMappingURL=statechart.js.map