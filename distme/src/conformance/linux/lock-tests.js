import { assert } from "../../base/assert.js";
import { suiteWorlds } from "../../model/worlds.js";
import { suiteStep } from "../../testgen/concrete.js";
import { nextEvent } from "./next-steps.js";
/**
 * Tests of the lock that a kernel lets us make by itself: one caller is held while it copies its
 * first page, and meanwhile another makes each call that there is.
 *
 * A suite that covers transitions needs one test of two callers. These show the same refusal for
 * every kind of holder and of second caller, and what the slots read meanwhile.
 */
/** The world of these tests: the suite's smallest one with room for two images, for two tasks. */
export function lockWorld(kernel) {
    const base = suiteWorlds(kernel).find(({ name }) => name === "reload");
    assert(base !== undefined, "the suite has no world `reload`");
    return {
        ...base,
        name: "lock",
        purpose: "one caller held under the lock, another one refused",
        bounds: { ...base.bounds, tasks: 2 },
        sigkill: false,
    };
}
/** @param simulation of the lock's world */
export function lockTests(simulation) {
    const { requests } = simulation.world.bounds;
    const loads = requests.filter(({ nr_segments }) => nr_segments > 0);
    const tests = loads.flatMap((holder) => [false, true].flatMap((again) => requests.map((other) => {
        const test = begin(simulation);
        if (again)
            test.call(0, requests.indexOf(holder));
        test.call(0, requests.indexOf(holder), () => test.call(1, requests.indexOf(other)));
        for (const [index, request] of requests.entries()) {
            if (request.nr_segments === 0)
                test.call(0, index);
        }
        return test.steps;
    })));
    return tests.map((steps, i) => ({
        id: `lock-${i + 1}`,
        world: simulation.world.name,
        covers: [],
        steps,
    }));
}
/** Begins a test in which nothing fails that the model leaves open. */
export function begin(simulation) {
    const steps = [];
    let state = simulation.initial;
    const take = (event) => {
        const step = simulation.step(state, event);
        assert(step !== null, `the model refuses ${event.type}`);
        steps.push(suiteStep(simulation, state, event, step));
        state = step.state;
    };
    const make = (entry, meanwhile) => {
        take(entry);
        for (let pending = meanwhile, last = ""; last !== "sys_exit";) {
            const event = nextEvent(simulation, state, entry.task);
            assert(event !== null, `task ${entry.task} has nothing to do`);
            if (event.type === "copy_from_user") {
                pending?.();
                pending = undefined;
            }
            take(event);
            last = event.type;
        }
    };
    return {
        steps,
        make,
        call: (task, request, meanwhile) => make({ type: "kexec_load", task, request }, meanwhile),
    };
}
//# sourceMappingURL=lock-tests.js.map