import { kexecProperties } from "../../../properties/index.js";
import { ModelError } from "../../checker/errors.js";
import { readChart } from "../../xstate/chart.js";
import { checkMachine } from "../../xstate/check.js";
import { MachineError, OtherModuleError } from "../../xstate/errors.js";
import { GoalError, goalProperty } from "./goal.js";
import { subjectModel } from "./subject.js";
/** As much as a page of a browser should take. */
const memoryMax_bytes = 1024 * 2 ** 20;
/**
 * Finds a shortest way to a goal: the same search as a check's, which ends at the first state, or
 * step, that meets the goal.
 *
 * @throws GoalError, RangeError or MachineError for a request that does not fit the model
 */
export function findPath(request, means) {
    const began = performance.now();
    const model = subjectModel(request.subject);
    const goal = watched(goalProperty(scopeOf(model), request.goal));
    let seen = { states: 0, depth: 0 };
    const options = {
        ...model.options,
        properties: [goal.property],
        deadlock: false,
        limits: {
            statesMax: request.limits.states,
            timeMax_ms: request.limits.time_ms,
            memoryMax_bytes,
            stopped: goal.met,
        },
        onProgress: ({ states, depth }) => {
            seen = { states, depth };
            means.onProgress?.(seen);
        },
        ...(request.from && { from: startIn(model, request.from) }),
    };
    const found = byBestMeans(means, (engine) => {
        try {
            return foundIn(checkMachine(model.machine, { ...options, ...engine }));
        }
        catch (error) {
            if (request.subject.mutant === null || !isModelError(error))
                throw error;
            return { ...brokenDown(error), ...seen, engine: engine.engine };
        }
    });
    return { ...found, time_ms: performance.now() - began };
}
/** What a goal may speak of. */
export function scopeOf({ layout, machine }) {
    return {
        layout,
        properties: kexecProperties(layout),
        paths: new Set(readChart(machine).nodes.map(({ path }) => path)),
    };
}
/** The search by the module, by code made now, or step by step. */
function byBestMeans({ module, compiles }, run) {
    const without = () => run({ engine: compiles ? "compiled" : "interpreter" });
    if (!module)
        return without();
    try {
        return run({ engine: "compiled", module });
    }
    catch (error) {
        if (!(error instanceof OtherModuleError))
            throw error;
        const found = without();
        return {
            ...found,
            notes: ["the compiled module is another machine's: not used", ...found.notes],
        };
    }
}
function foundIn(result) {
    const { states, depth, engine, notes } = result;
    return { ...endOf(result), states, depth, engine: engine.steps, notes };
}
/** Whether a step failed: what a check does not meet, since it does not go on behind a violation. */
function isModelError(error) {
    return error instanceof MachineError && error.cause instanceof ModelError;
}
function brokenDown({ message }) {
    const [line = ""] = message.split("\n");
    const notes = [`the wrong model comes to where it cannot go on: ${line}`];
    return { outcome: "unknown", limit: "model", notes };
}
/** A property together with whether it has been met: then the search need not go on. */
function watched(property) {
    let met = false;
    const watch = (holds, wanted) => (subject) => {
        const held = holds(subject);
        if (held === wanted)
            met = true;
        return held;
    };
    const end = { met: () => met };
    if (property.kind === "alwaysStep") {
        return { ...end, property: { ...property, holds: watch(property.holds, false) } };
    }
    const wanted = property.kind === "sometimes";
    return { ...end, property: { ...property, holds: watch(property.holds, wanted) } };
}
function startIn({ layout }, { value, mem }) {
    if (mem.length !== layout.bytes) {
        throw new GoalError(`expected a state of ${layout.bytes} bytes, got ${mem.length}`);
    }
    return { value, context: { mem } };
}
function endOf({ verdicts, incomplete }) {
    const trace = verdicts[0]?.trace;
    if (trace)
        return { outcome: "found", events: trace.steps.map(({ event }) => event) };
    if (incomplete === null)
        return { outcome: "none" };
    if (incomplete === "states" || incomplete === "time" || incomplete === "memory") {
        return { outcome: "unknown", limit: incomplete };
    }
    throw new Error(`expected a search that a limit ends, got one ended by ${incomplete}`);
}
//# sourceMappingURL=search.js.map