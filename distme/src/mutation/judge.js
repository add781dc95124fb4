import { kexecProperties } from "../../properties/index.js";
import { AssertionError } from "../base/assert.js";
import { ModelError } from "../checker/errors.js";
import { isLimit } from "../checker/exploration.js";
import { ReplayError } from "../checker/trace.js";
import { createLayout } from "../memory/layout.js";
import { choiceOf, literalOf } from "../model/literal.js";
import { runWorld } from "../model/run.js";
import { MachineError } from "../xstate/errors.js";
import { expectedToHold, isLiveness } from "../xstate/property.js";
/** What every check claims beside its properties. */
export const checkClaims = {
    "no-deadlock": "some step is always possible",
    "every-event-is-taken": "an event that a state handles is taken, or a reason is declared",
    "every-wait-is-waited-in": "where an event is declared to be refused at times, it is",
    "every-transition-is-taken": "no transition of the statechart is dead",
    "no-operation-is-misused": "no operation of memory is asked for what it cannot do",
};
/** Whether a property is broken, and not only what every check claims. */
export function isOfProperty({ name }) {
    return !(name in checkClaims);
}
/**
 * Explores a world of a mutant, every property judged.
 *
 * An operation of memory may refuse what a mutant asks of it; then the search is done again up to
 * there, for what the properties say before.
 *
 * @param statesMax a mutant may have far more states than the model
 */
export function judgeWorld(world, edit, statesMax) {
    const search = (limits, properties = kexecProperties) => runWorld({ world, properties, edit, limits });
    try {
        return verdictOf(world, search({ statesMax }), []);
    }
    catch (error) {
        // a violation was found, and memory is such that the way to it cannot be told
        if (error instanceof AssertionError)
            return nothingSeen([broken(misuse, null)]);
        if (!(error instanceof MachineError))
            throw error;
        try {
            // a mutant that tells frames apart cannot be followed for ever: single steps are still judged
            if (error.cause instanceof ReplayError) {
                return { ...verdictOf(world, search({ statesMax }, safety), []), cutOff: true };
            }
            const depth = error.cause instanceof ModelError ? (error.cause.path?.steps.length ?? 0) : 0;
            const misused = broken(misuse, depth);
            return depth === 0
                ? nothingSeen([misused])
                : verdictOf(world, search({ statesMax, depthMax: depth }), [misused]);
        }
        catch (again) {
            if (again instanceof AssertionError)
                return nothingSeen([broken(misuse, null)]);
            if (!(again instanceof MachineError))
                throw again;
            return nothingSeen([]);
        }
    }
}
const misuse = "no-operation-is-misused";
function nothingSeen(seen) {
    return { states: 0, outcomes: {}, broken: seen, refused: [], taken: [], cutOff: true };
}
function safety(layout) {
    return kexecProperties(layout).filter((property) => !isLiveness(property));
}
function verdictOf(world, report, misused) {
    const { states, deadlock, properties, incomplete, coverage, refused } = report;
    const layout = createLayout(world.bounds);
    const promises = new Map(kexecProperties(layout).map((property) => [property.name, property]));
    const declared = new Set(literalOf(layout).transitions.flatMap(({ key, waits }) => waits === null ? [] : [choiceOf(key)]));
    const unexplained = refused.some((key) => !declared.has(key));
    return {
        states,
        outcomes: Object.fromEntries(properties.map(({ name, outcome }) => [name, outcome])),
        broken: [
            ...properties.flatMap(({ name, outcome, trace }) => outcome === "violated" && isPromise(promises.get(name))
                ? [{ name, steps: trace?.steps.length ?? null }]
                : []),
            ...(deadlock ? [broken("no-deadlock", deadlock.steps.length)] : []),
            ...(unexplained ? [broken("every-event-is-taken", null)] : []),
            ...misused,
        ],
        refused,
        taken: coverage.filter(({ taken }) => taken > 0).map(({ key }) => key),
        cutOff: misused.length > 0 || isLimit(incomplete),
    };
}
function broken(name, steps) {
    return { name, steps };
}
function isPromise(property) {
    return property !== undefined && property.kind !== "sometimes" && expectedToHold(property);
}
//# sourceMappingURL=judge.js.map