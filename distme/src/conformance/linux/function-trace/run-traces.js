import { simulate } from "../../../model/simulation.js";
import { suiteWorlds } from "../../../model/worlds.js";
import { GuestError } from "../agent.js";
import { bootGuest, tidyUp } from "../guest.js";
import { planDoors } from "../plan.js";
import { runOutcomes } from "./run-outcomes.js";
import { startTracing, traceCall } from "./trace-call.js";
import { trackedFrom } from "./tracked.js";
import { validate } from "./validate.js";
/**
 * Makes those tests of a suite that are calls of kexec_load one after the other, records the
 * kernel's function trace of each call, and follows it through the statechart. Then it has the page
 * allocator give every kind of frame, in the same way.
 *
 * A call is followed from where the one before has led to: so each trace says, too, whether the
 * kernel was where the statechart took it to be.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export async function runTraces(options) {
    const { suite, kernel, signal, onProgress = () => { } } = options;
    const began = performance.now();
    const tests = traceableTests(suite);
    onProgress(`booting ${kernel.package ?? kernel.path}`);
    const guest = await bootGuest(kernel, signal);
    try {
        const functions = await startTracing(guest.vm.agent);
        const calls = [];
        const times = new Map();
        const count = (key, more) => times.set(key, (times.get(key) ?? 0) + more);
        for (const test of tests) {
            onProgress(`function trace of ${test.id}`);
            for (const { transitions, ...call } of await traceTest(guest, functions, test)) {
                calls.push(call);
                for (const key of transitions)
                    count(key, 1);
            }
        }
        onProgress("outcomes of the page allocator");
        const outcomes = await runOutcomes(guest, functions, suite.kernel);
        for (const [key, more] of Object.entries(outcomes.transitions))
            count(key, more);
        return {
            release: guest.release,
            functions,
            calls,
            outcomes,
            transitions: Object.fromEntries(times),
            total_ms: Math.round(performance.now() - began),
        };
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
    finally {
        await guest.vm.stop();
    }
}
/** The tests that are calls of kexec_load, one after the other, and nothing else. */
export function traceableTests(suite) {
    const simulations = new Map(suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]));
    return suite.groups.flatMap(({ tests }) => tests.flatMap((test) => {
        const simulation = simulations.get(test.world);
        const calls = simulation ? plainCalls(test, simulation) : null;
        return simulation && calls ? [{ id: test.id, simulation, calls }] : [];
    }));
}
function plainCalls(test, simulation) {
    const plan = planDoors(test, simulation);
    if (plan.kind === "skip")
        return null;
    const calls = plan.actions.flatMap((action) => plainCall(action) ?? []);
    return calls.length === plan.actions.length ? calls : null;
}
/** A call through the native entry that nobody holds up, and in which nothing is made to fail. */
function plainCall(action) {
    if (action.kind !== "call" || action.held !== null)
        return null;
    const { call } = action;
    return call.faults.length === 0 && call.request.compat !== true ? call : null;
}
/** Makes the calls of a test, up to the first one that the statechart cannot follow. */
async function traceTest(guest, functions, { id, simulation, calls }) {
    const done = [];
    let states = [trackedFrom(simulation.initial)];
    for (const [call, plan] of calls.entries()) {
        const trace = await traceCall(guest, functions, plan);
        const { accepted, prefix, blockedBy, transitions, after } = validate(simulation, states, trace);
        done.push({
            test: id,
            call,
            request: plan.request.name,
            result: trace.result,
            events: trace.events.length,
            prefix,
            blockedBy,
            transitions,
        });
        if (!accepted)
            break;
        states = after;
    }
    if (await tidyUp(guest))
        return done;
    throw new GuestError(`expected nothing to be left of ${id}, got loaded images or lost frames`);
}
//# sourceMappingURL=run-traces.js.map