import { MachineError } from "./errors.js";
/** Whether none of some active nodes handles an event, and none waits for an eventless transition. */
export function isIgnored({ candidates }, nodes, eventType) {
    return nodes.every((node) => {
        return candidates(node, eventType).length === 0 && candidates(node, "").length === 0;
    });
}
/**
 * Reads the state nodes and transitions of a machine.
 *
 * @throws MachineError for what the checker cannot explore: invoked actors and delayed transitions
 */
export function readChart(machine) {
    const nodes = [];
    const transitions = [];
    const byNode = new Map();
    const visit = (node) => {
        refuseUnsupported(node);
        const source = { index: nodes.length, path: node.path.join("."), node };
        nodes.push(source);
        const lists = new Map();
        byNode.set(source, lists);
        for (const [eventType, definitions] of outgoing(node)) {
            const list = definitions.map((definition, position) => ({
                index: transitions.length + position,
                key: `${source.path} ${eventType || "always"} ${position}`,
                source,
                eventType,
                position,
                guarded: definition.guard !== undefined,
                definition,
            }));
            transitions.push(...list);
            lists.set(eventType, list);
        }
        for (const child of Object.values(node.states))
            visit(child);
    };
    visit(machine.root);
    return {
        nodes,
        transitions,
        nodeOf: new Map(nodes.map((entry) => [entry.node, entry])),
        transitionOf: new Map(transitions.map((entry) => [entry.definition, entry])),
        candidates: candidatesOf(byNode),
    };
}
function candidatesOf(byNode) {
    const cache = new Map();
    return (node, eventType) => {
        const known = cache.get(node) ?? new Map();
        cache.set(node, known);
        let list = known.get(eventType);
        if (!list) {
            const lists = byNode.get(node) ?? new Map();
            const wildcards = [...lists.keys()]
                .filter((name) => name !== eventType && isWildcardFor(name, eventType))
                .sort((a, b) => b.length - a.length);
            list = [eventType, ...wildcards].flatMap((name) => lists.get(name) ?? []);
            known.set(eventType, list);
        }
        return list;
    };
}
/** Whether a descriptor like `*` or `net.*` stands for an event type; nothing stands for `always`. */
export function isWildcardFor(descriptor, eventType) {
    if (eventType === "")
        return false;
    return descriptor === "*" || matchesPrefix(descriptor, eventType);
}
/** As in XState, `net.*` stands for `net` itself, too. */
function matchesPrefix(descriptor, eventType) {
    return descriptor.endsWith(".*") && `${eventType}.`.startsWith(descriptor.slice(0, -1));
}
function outgoing(node) {
    const lists = [...node.transitions.entries()];
    if (node.always)
        lists.push(["", node.always]);
    return lists;
}
function refuseUnsupported(node) {
    if (node.invoke.length > 0) {
        throw new MachineError(`state "${node.id}" invokes an actor: expected a machine whose every step is an event, ` +
            "such as environmentAsEvents(machine)");
    }
    if (node.config.after) {
        throw new MachineError(`state "${node.id}" has delayed transitions (after): expected a machine in which the passing ` +
            "of time is an event, such as environmentAsEvents(machine)");
    }
}
//# sourceMappingURL=chart.js.map