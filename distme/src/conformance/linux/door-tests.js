import { assert } from "../../base/assert.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { byFile, preservingContext, readCrashSize, rebootKexec, refusedReboots, unloadCrash, unloadNormal, writeCrashSize, } from "../../model/requests.js";
import { begin, lockWorld } from "./lock-tests.js";
/**
 * Tests of the other ways into kexec, as far as they neither load by file nor leave for the image:
 * everything that is refused, what the crash size reads, and unloads by file; each with nothing
 * loaded, with something loaded, and while a load is held up under the lock.
 *
 * A suite takes each transition once, and where two callers meet it holds one at a step where a
 * kernel cannot be held. These reach the same transitions by a load that can.
 */
/** The world of these tests: the lock's, with every door. */
export function doorWorld(kernel) {
    const base = lockWorld(kernel);
    const whole = BigInt(base.bounds.crashFrames) * PAGE_SIZE_bytes;
    const sizes = [null, 0n, whole, whole + PAGE_SIZE_bytes];
    return {
        ...base,
        name: "doors-and-lock",
        purpose: "one caller held under the lock, another one at every door",
        bounds: {
            ...base.bounds,
            requests: [
                ...base.bounds.requests,
                ...[unloadNormal, unloadCrash, ...refusedByFile].map(byFile),
            ],
            calls: [rebootKexec, ...refusedReboots, readCrashSize, ...sizes.map(writeCrashSize)],
        },
    };
}
const refusedByFile = [
    { ...unloadNormal, name: "unload normal, no capability", capSysBoot: false },
    { ...preservingContext(unloadNormal), name: "unload normal, unknown flag" },
];
/** @param simulation of the doors' world */
export function doorTests(simulation) {
    const { requests } = simulation.world.bounds;
    const loads = requests.filter(({ nr_segments }) => nr_segments > 0);
    const held = loads.flatMap((load) => [false, true].map((again) => heldTest(simulation, requests.indexOf(load), again)));
    return [nothingLoaded(simulation), bothLoaded(simulation), ...held].map((steps, i) => ({
        id: `door-${i + 1}`,
        world: simulation.world.name,
        covers: [],
        steps,
    }));
}
/** Every door for a task: kexec_file_load, which unloads, then the calls, but those `without`. */
function goThrough(test, { world: { bounds } }, { task, without }) {
    for (const [request, { file }] of bounds.requests.entries()) {
        if (file)
            test.make({ type: "kexec_file_load", task, request });
    }
    for (const [index, { call: type, name }] of (bounds.calls ?? []).entries()) {
        const entry = { type, task, call: index };
        if (!without.includes(`${type} ${name}`))
            test.make(entry);
    }
}
/** The machine would shrink its region for good. */
const shrinks = "crash_size_store 0";
function nothingLoaded(simulation) {
    const test = begin(simulation);
    goThrough(test, simulation, { task: 0, without: [shrinks] });
    return test.steps;
}
/** With a crash image the region cannot shrink; when it comes to the reboot, both are unloaded. */
function bothLoaded(simulation) {
    const test = begin(simulation);
    loadAll(test, simulation);
    const { calls = [] } = simulation.world.bounds;
    const store = calls.findIndex(({ name }) => name === "0");
    assert(store >= 0, "the doors' world has no write of 0");
    test.make({ type: "crash_size_store", task: 0, call: store });
    goThrough(test, simulation, { task: 0, without: [shrinks] });
    return test.steps;
}
function loadAll(test, { world: { bounds } }) {
    for (const [index, { nr_segments }] of bounds.requests.entries()) {
        if (nr_segments > 0)
            test.call(0, index);
    }
}
/**
 * Doors where the caller waits for the lock are left out: nobody can hold it until he has it.
 *
 * @param again the image is loaded already when the load is held
 */
function heldTest(simulation, load, again) {
    const test = begin(simulation);
    if (again)
        test.call(0, load);
    const { calls = [], features, requests } = simulation.world.bounds;
    const waits = features.includes("crash-size-trylock")
        ? []
        : calls.filter(({ call }) => call !== "reboot").map(({ call, name }) => `${call} ${name}`);
    test.call(0, load, () => goThrough(test, simulation, { task: 1, without: waits }));
    for (const [index, { nr_segments, file }] of requests.entries()) {
        if (nr_segments === 0 && !file)
            test.call(0, index);
    }
    return test.steps;
}
//# sourceMappingURL=door-tests.js.map