import { isDeepStrictEqual } from "node:util";
import { messageOf } from "../base/message.js";
import { simulate } from "../model/simulation.js";
import { suiteWorlds } from "../model/worlds.js";
import { suiteStep } from "../testgen/concrete.js";
import { reasonToGoOn } from "../testgen/endings.js";
/** Runs a suite, one test after the other; a test that fails or breaks does not stop the others. */
export async function runSuite({ suite, system, groups, edit, onResult, }) {
    const simulations = new Map();
    for (const world of suiteWorlds(suite.kernel))
        simulations.set(world.name, simulate(world, edit));
    const results = [];
    for (const { name, tests } of suite.groups) {
        if (groups && !groups.includes(name))
            continue;
        for (const test of tests) {
            const simulation = simulations.get(test.world);
            const result = simulation
                ? await runTest(test, { simulation, system: system() })
                : errorOf(test, `expected a world of kernel ${suite.kernel}, got ${test.world}`);
            results.push(result);
            onResult?.(result);
        }
    }
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    return {
        results,
        conforms: count("conforms"),
        diverges: count("diverges"),
        errors: count("error"),
    };
}
/**
 * Runs a test on model and system side by side, up to the first step where they differ.
 *
 * The model is asked again, not the file: a test whose steps are not the model's, or that ends where
 * something is left that could be given back, is an error.
 */
export async function runTest(test, bed) {
    const { system, simulation } = bed;
    let result;
    try {
        await system.start(simulation.world);
        result = await runSteps(test, bed);
    }
    catch (error) {
        result = errorOf(test, messageOf(error));
    }
    try {
        await system.end();
    }
    catch (error) {
        if (result.outcome === "conforms")
            return errorOf(test, `at the end: ${messageOf(error)}`);
    }
    return result;
}
async function runSteps(test, { simulation, system }) {
    let state = simulation.initial;
    for (const [index, step] of test.steps.entries()) {
        const next = modelStep(simulation, state, step);
        if (typeof next === "string")
            return errorOf(test, `step ${index}, ${step.label}: ${next}`);
        try {
            const differences = await system.perform(step.event, next);
            if (differences.length > 0) {
                const divergence = { step: index, label: step.label, differences };
                return { id: test.id, outcome: "diverges", divergence };
            }
        }
        catch (error) {
            return errorOf(test, `step ${index}, ${step.label}: ${messageOf(error)}`);
        }
        state = next;
    }
    const left = reasonToGoOn(simulation.layout, state);
    if (left !== null)
        return errorOf(test, `expected a test that gives everything back, got ${left}`);
    return { id: test.id, outcome: "conforms", steps: test.steps.length };
}
/** The model's state after a step, or what the file says of the step that the model does not. */
function modelStep(simulation, state, step) {
    const taken = simulation.step(state, step.event);
    if (taken === null)
        return "expected a step of the model, got an event that it does not take";
    const { transitions, expect } = suiteStep(simulation, state, step.event, taken);
    if (!isDeepStrictEqual(transitions, step.transitions)) {
        return `expected the transitions ${transitions.join(", ")}, got ${step.transitions.join(", ")}`;
    }
    if (!isDeepStrictEqual(expect, step.expect)) {
        return `expected ${JSON.stringify(expect)}, got ${JSON.stringify(step.expect)}`;
    }
    return taken.state;
}
function errorOf({ id }, message) {
    return { id, outcome: "error", message };
}
//# sourceMappingURL=run.js.map