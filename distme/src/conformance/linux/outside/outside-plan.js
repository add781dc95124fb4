import { assert } from "../../../base/assert.js";
import { simulate } from "../../../model/simulation.js";
import { suiteWorlds } from "../../../model/worlds.js";
import { chooser } from "../../../testgen/random.js";
import { callsOf, whyNotOrdinary } from "../ordinary.js";
import { replay } from "../replay.js";
import { callLabel, callMaker } from "../walk/random-call.js";
import { walkWorlds } from "../walk/walk-worlds.js";
/** The tests of a suite, then a short random walk through each world that has ordinary calls. */
export function outsidePlans(suite) {
    const simulations = new Map(suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]));
    const planOf = (test) => {
        const simulation = simulations.get(test.world);
        return simulation ? planOutside(test, simulation) : `the suite has no world ${test.world}`;
    };
    const tests = suite.groups.flatMap((group) => group.tests);
    return [...tests.map((test) => ({ id: test.id, plan: planOf(test) })), ...walks(suite.kernel)];
}
/** Plans a test of a suite. */
export function planOutside(test, simulation) {
    const { layout } = simulation;
    const events = test.steps.map(({ event }, index) => ({ index, event }));
    const run = replay(simulation, events);
    if (run === null)
        return "the model has no such run: the suite is another model's";
    for (const step of run) {
        const reason = whyNotOrdinary(layout, step);
        if (reason !== null)
            return reason;
    }
    const calls = callsOf(run);
    if (calls === null)
        return "calls overlap";
    return {
        kind: "run",
        layout,
        calls: calls.map((steps) => {
            const last = steps.at(-1);
            const after = last && simulation.step(last.before, last.event)?.state.context.mem;
            assert(after !== undefined, "a call has a last step");
            return { label: test.steps[steps[0]?.index ?? -1]?.label ?? "", steps, after };
        }),
    };
}
const CALLS_PER_WALK = 40;
/** The same walks in every run: a difference shows again. */
const SEED = 1;
function walks(kernel) {
    const choose = chooser(SEED);
    return walkWorlds(kernel).map((world) => {
        const simulation = simulate(world);
        const { layout } = simulation;
        const makeCall = callMaker(simulation);
        const calls = [];
        let state = simulation.initial;
        let before = 0;
        for (let i = 0; i < CALLS_PER_WALK; i++) {
            const call = makeCall(state, choose);
            if (call === null)
                break;
            state = call.after;
            const steps = call.steps.map((step) => ({ ...step, index: before + step.index }));
            before += steps.length;
            calls.push({ label: callLabel(simulation, steps), steps, after: state.context.mem });
        }
        return { id: `walk-${world.name}`, plan: { kind: "run", layout, calls } };
    });
}
//# sourceMappingURL=outside-plan.js.map