import { lockTests, lockWorld } from "../conformance/linux/lock-tests.js";
import { planTest } from "../conformance/linux/plan.js";
import { simulate } from "../model/simulation.js";
import { suiteWorlds } from "../model/worlds.js";
/**
 * The tests of a suite that user space can bring about, and the others with what stands in the way.
 *
 * As in a conformance run, tests of the lock are added to the group `two-callers`. Tests that write
 * 1 to kexec_load_disabled come last: only the next boot takes that back.
 *
 * @param groups null: all
 */
export function plannedTests(suite, groups) {
    const simulations = new Map(suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]));
    const wanted = suite.groups.filter(({ name }) => groups?.includes(name) ?? true);
    const plans = wanted.flatMap(({ tests }) => tests.map((test) => ({ test, plan: planIn(simulations.get(test.world), test) })));
    if (wanted.some(({ name }) => name === "two-callers")) {
        const lock = simulate(lockWorld(suite.kernel));
        plans.push(...lockTests(lock).map((test) => ({ test, plan: planTest(test, lock) })));
    }
    const planned = plans.filter((entry) => entry.plan.kind === "run");
    const order = ["no", "first", "later"];
    return {
        planned: order.flatMap((when) => planned.filter(({ plan }) => plan.disablesLoading === when)),
        leftOut: plans.flatMap(({ test: { id }, plan }) => plan.kind === "skip" ? [{ id, reason: plan.reason }] : []),
    };
}
function planIn(simulation, test) {
    if (simulation)
        return planTest(test, simulation);
    return {
        kind: "skip",
        reason: `the world ${test.world} is not the model's`,
        obstacles: new Map(),
    };
}
/** How often each reason is given, the most frequent one first. */
export function reasonsOf(leftOut) {
    const counts = new Map();
    for (const { reason } of leftOut)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a);
}
//# sourceMappingURL=planned-tests.js.map