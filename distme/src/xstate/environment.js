import { MachineError } from "./errors.js";
/**
 * The same machine, in which clocks and invoked actors are part of the environment: that a delay
 * has passed, or that an actor is done or has failed, is an event like any other.
 *
 * The events have XState's own types: `xstate.after.<delay>.<state id>`, and for an actor
 * `xstate.done.actor.<id>` with `output`, `xstate.error.actor.<id>` with `error`, and
 * `xstate.snapshot.<id>` with `snapshot`. While its state is active such an event may come at any
 * moment, in any order, more than once, or never. So every order in which a real clock and real
 * actors can behave is explored, and some in which they cannot: a short delay may pass after a long
 * one. What is true of every state and step here is true of the real machine, too, as far as the
 * payloads that are tried stand for those that come; of a trace one should ask whether its times
 * are possible.
 *
 * @example
 * const machine = environmentAsEvents(createMachine({
 *   id: "light",
 *   initial: "red",
 *   states: { red: { after: { 1000: "green" } }, green: {} },
 * }));
 * eventsOf(machine); // [{ type: "xstate.after.1000.light.red" }]
 *
 * @returns the machine itself if it has neither
 * @omits actors that actions start (`spawn`, `spawnChild`) or write to (`sendTo`): they are refused
 *   when such an action is reached. An actor that fails where nothing handles it stops a real
 *   machine; here it is not tried.
 */
export function environmentAsEvents(machine) {
    if (!everyNode(machine.root).some(hasEnvironment))
        return machine;
    const { implementations } = machine;
    const Machine = machine.constructor; // of the XState that made it
    return new Machine(rewritten(machine.root), implementations);
}
/** Whether a machine waits for clocks or actors of its own. */
export function hasEnvironment(node) {
    return node.invoke.length > 0 || node.config.after !== undefined;
}
/**
 * One event, without a payload, for every event type that a machine handles.
 *
 * What the machine raises itself (`xstate.done.state...`) is not among them.
 *
 * @throws MachineError when it handles a wildcard: which events come is not known then
 */
export function eventsOf(machine) {
    const types = new Set();
    for (const node of everyNode(machine.root)) {
        for (const type of node.transitions.keys()) {
            if (type.endsWith("*")) {
                throw new MachineError(`state "${node.id}" handles "${type}", which stands for any event: list the events to try`);
            }
            if (!raisedByXState(type))
                types.add(type);
        }
    }
    return [...types].map((type) => ({ type }));
}
/** That a state is done; and that the machine itself starts or stops, which nobody sends. */
function raisedByXState(type) {
    return type.startsWith("xstate.done.state.") || type === "xstate.init" || type === "xstate.stop";
}
function everyNode(node) {
    return [node, ...Object.values(node.states).flatMap(everyNode)];
}
/** A node's configuration without clocks and actors; below it, too. */
function rewritten(node) {
    const { invoke: _invoke, after: _after, on, states: _states, ...rest } = configOf(node);
    const handled = new Map(Object.entries(on ?? {}).map(([type, transitions]) => [type, listOf(transitions)]));
    for (const [type, transitions] of [...delaysOf(node), ...invocationsOf(node)]) {
        handled.set(type, [...(handled.get(type) ?? []), ...listOf(transitions)]);
    }
    const children = Object.entries(node.states).map(([key, child]) => [key, rewritten(child)]);
    return {
        ...rest,
        ...(handled.size > 0 && { on: Object.fromEntries(handled) }),
        ...(children.length > 0 && { states: Object.fromEntries(children) }),
    };
}
function configOf(node) {
    return node.config; // of any machine: XState's type says less
}
function delaysOf(node) {
    return Object.entries(configOf(node).after ?? {}).map(([delay, transitions]) => [
        `xstate.after.${delay}.${node.id}`,
        transitions,
    ]);
}
function invocationsOf(node) {
    return node.invoke.flatMap((definition) => {
        const { onDone, onError, onSnapshot } = definition;
        const { id } = definition;
        const events = [
            [`xstate.done.actor.${id}`, onDone],
            [`xstate.error.actor.${id}`, onError],
            [`xstate.snapshot.${id}`, onSnapshot],
        ];
        return events.filter(([, transitions]) => transitions !== undefined);
    });
}
/** What XState makes a list of; `undefined` forbids an event, and must stay. */
function listOf(transitions) {
    return Array.isArray(transitions) ? transitions : [transitions];
}
//# sourceMappingURL=environment.js.map