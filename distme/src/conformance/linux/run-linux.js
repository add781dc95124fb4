import { simulate } from "../../model/simulation.js";
import { suiteWorlds } from "../../model/worlds.js";
import { modelHash } from "../../testgen/model-hash.js";
import { countTransitions } from "../transition-count.js";
import { runInBoots } from "./boots.js";
import { EnvironmentError } from "./environment.js";
import { ownTests } from "./own-tests.js";
import { planDoors } from "./plan.js";
/**
 * Runs the tests of a suite that user space can bring about on an unmodified kernel in QEMU.
 *
 * Many tests share a boot. A test that goes wrong in a way that could disturb the next one gets
 * the others a new one.
 *
 * @throws EnvironmentError when QEMU is missing, the kernel does not boot, or the suite was made
 *   from another model
 * @throws the signal's reason when it is aborted
 */
export async function runLinux(options) {
    const began = performance.now();
    const { suite, kernel, onTest = () => { } } = options;
    const entries = plannedTests(suite, options.groups);
    const results = new Map();
    const finish = (entry, outcome) => {
        const { id, world } = entry.test;
        const result = { id, group: entry.group, world, outcome };
        results.set(entry, result);
        onTest(result);
    };
    for (const entry of entries) {
        if (entry.plan.kind === "skip") {
            finish(entry, { kind: "skipped", reason: entry.plan.reason });
        }
    }
    const runnable = entries.filter((entry) => entry.plan.kind === "run");
    const boots = await runInBoots(options, runnable, finish);
    const tests = entries.flatMap((entry) => results.get(entry) ?? []);
    return {
        release: boots.release,
        package: kernel.package,
        tests,
        transitions: transitionsOf(suite, entries, results),
        boots_ms: boots.boots_ms,
        total_ms: Math.round(performance.now() - began),
    };
}
function plannedTests(suite, groups) {
    if (suite.model !== modelHash(suite.kernel)) {
        throw new EnvironmentError(`expected a suite of this model (${modelHash(suite.kernel)}), got one of ${suite.model}: ` +
            "generate it again");
    }
    const wanted = suite.groups.filter(({ name }) => groups?.includes(name) ?? true);
    const simulations = new Map(suiteWorlds(suite.kernel).map((world) => [world.name, simulate(world)]));
    const entries = wanted.flatMap(({ name, tests }) => tests.map((test) => ({ group: name, test, plan: planIn(simulations.get(test.world), test) })));
    if (!wanted.some(({ name }) => name === "two-callers"))
        return entries;
    const own = ownTests(suite.kernel).map(({ simulation, tests }) => tests.map((test) => ({ group: "lock", test, plan: planDoors(test, simulation) })));
    const [lock = [], door = [], ...crashes] = own;
    const others = [...entries, ...lock, ...door];
    const ends = wanted.some(({ name }) => name === "panics");
    return ends ? [...others, ...addingTransitions(crashes.flat(), others)] : others;
}
/** Those that take a transition that none before them takes: there are many ways to end. */
function addingTransitions(entries, others) {
    const taken = new Set();
    const adds = ({ plan }) => {
        if (plan.kind === "skip")
            return false;
        const before = taken.size;
        for (const key of plan.transitions)
            taken.add(key);
        return taken.size > before;
    };
    for (const entry of others)
        adds(entry);
    return entries.filter(adds);
}
function planIn(simulation, test) {
    if (simulation)
        return planDoors(test, simulation);
    throw new EnvironmentError(`expected a world of the suite, got ${test.world}: generate it again`);
}
/** A transition counts when a test that passed takes it; else its first obstacle is told. */
function transitionsOf(suite, entries, results) {
    const times = new Map();
    const reasons = new Map();
    for (const entry of entries) {
        const outcome = results.get(entry)?.outcome;
        if (entry.plan.kind === "run" && outcome?.kind === "passed") {
            for (const key of entry.plan.transitions)
                times.set(key, (times.get(key) ?? 0) + 1);
        }
        else if (outcome) {
            for (const key of entry.test.covers)
                reasons.set(key, whyMissing(entry, outcome, key));
        }
    }
    return countTransitions(suite.kernel, { times, reasons });
}
function whyMissing({ test, plan }, outcome, transition) {
    if (plan.kind === "skip")
        return plan.obstacles.get(transition) ?? plan.reason;
    return `${test.id}: ${outcome.kind}`;
}
//# sourceMappingURL=run-linux.js.map