import { MachineError } from "./errors.js";
/** Built-in actions that the pure step carries out by itself, or that have no effect on a state. */
const harmless = new Set(["xstate.raise", "xstate.emit", "xstate.log"]);
/**
 * Makes the scope for XState's pure step.
 *
 * One scope serves every step: nothing of it ends up in a snapshot. Custom actions are not run
 * (the pure step never runs them); built-in actions that would start, stop or message an actor, or
 * wait, are refused.
 */
export function inertScope() {
    const microsteps = [];
    const nothing = () => { };
    const scope = {
        self: {
            get system() {
                throw new MachineError("the machine starts an actor: expected a machine without actors");
            },
        },
        id: "checker",
        sessionId: "checker",
        logger: nothing,
        defer: nothing,
        emit: nothing,
        stopChild: nothing,
        actionExecutor: refuseActors,
        system: {
            _sendInspectionEvent: (inspection) => {
                if (inspection.type !== "@xstate.microstep")
                    return;
                const { event, snapshot, _transitions: transitions = [] } = inspection;
                microsteps.push({ event, transitions, snapshot });
            },
        },
    };
    return {
        scope: scope, // the members that the pure step touches
        microsteps,
        clear: () => {
            microsteps.length = 0;
        },
    };
}
function refuseActors(action) {
    if (action.exec === undefined) {
        throw new MachineError(`the action "${action.type}" is not implemented`);
    }
    if (!action.type.startsWith("xstate."))
        return;
    const delayed = typeof action.params === "object" &&
        action.params !== null &&
        "delay" in action.params &&
        action.params.delay !== undefined;
    if (!harmless.has(action.type) || delayed) {
        throw new MachineError(`the action ${action.type}${delayed ? " with a delay" : ""} acts outside the machine: ` +
            "expected assign, raise, emit or log");
    }
}
/** The snapshot with another context; far cheaper than resolving a state anew. */
export function withContext(template, context) {
    return { ...template, context }; // a snapshot is a plain object
}
/** A loop of `always` transitions becomes an error instead of a hang; older XStates cannot do that. */
export function boundedMicrosteps(machine) {
    const copy = machine.provide({});
    const { options } = copy;
    if (!options)
        throw new MachineError("expected a machine of XState 5.31 or later, got an older one");
    if (copy.options.maxIterations === Infinity)
        copy.options.maxIterations = 10_000;
    return copy;
}
//# sourceMappingURL=scope.js.map