import { assert } from "../../base/assert.js";
import { isInCall } from "../../memory/call.js";
import { lockHolder } from "../../memory/lock.js";
import { byFile, readCrashSize, rebootKexec, unloadNormal } from "../../model/requests.js";
import { suiteStep } from "../../testgen/concrete.js";
import { lockWorld } from "./lock-tests.js";
import { nextEvent } from "./next-steps.js";
/**
 * Tests of how a machine ends: a panic or a bug, with something loaded or not, while the lock is
 * free or held, and with another panic inside the first.
 *
 * A suite lets the machine end at the step that is nearest. Many of those steps are no place where
 * a kernel can be stopped; these tests let it end where one can.
 */
/** The worlds of these tests: the crash kernel is tried at once, or when the others have stopped. */
export function crashWorlds(kernel) {
    const base = lockWorld(kernel);
    return [false, true].map((postNotifiers) => ({
        ...base,
        name: postNotifiers ? "late-crashes" : "crashes",
        purpose: "a panic or a bug, with the lock free or held",
        bounds: {
            ...base.bounds,
            requests: [...base.bounds.requests, byFile(unloadNormal)],
            calls: [readCrashSize, rebootKexec],
            postNotifiers,
        },
        oops: true,
        hotplug: true,
        panic: "nested",
    }));
}
/** @param simulation of one of these worlds */
export function crashTests(simulation) {
    const runs = starts(simulation).flatMap((start) => [
        ...endings(simulation, start),
        ...losingCpu(simulation, start),
    ]);
    return runs.map(({ steps }, i) => ({
        id: `${simulation.world.name}-${i + 1}`,
        world: simulation.world.name,
        covers: [],
        steps,
    }));
}
function take(simulation, { steps, state }, event) {
    const step = simulation.step(state, event);
    return (step && { steps: [...steps, suiteStep(simulation, state, event, step)], state: step.state });
}
/** Lets a task go on until an event is about to happen, or its call is over. */
function goOn(simulation, run, { task, until }) {
    let now = run;
    for (;;) {
        const event = nextEvent(simulation, now.state, task);
        assert(event !== null, `task ${task} has nothing to do`);
        if (event.type === until)
            return now;
        const next = take(simulation, now, event);
        assert(next !== null, `the model refuses ${event.type}`);
        now = next;
        if (event.type === "sys_exit")
            return now;
    }
}
/** Nothing loaded, the crash image, and that with a caller in the middle of a load. */
function starts(simulation) {
    const { requests } = simulation.world.bounds;
    const empty = { steps: [], state: simulation.initial };
    const load = (run, request, until) => {
        const entered = take(simulation, run, { type: "kexec_load", task: 0, request });
        assert(entered !== null, "the model refuses a call");
        return goOn(simulation, entered, { task: 0, until });
    };
    const loads = requests.flatMap(({ nr_segments, flags }, request) => nr_segments > 0 ? [{ request, isCrash: (flags & 1) !== 0 }] : []);
    const crash = loads.find(({ isCrash }) => isCrash);
    const normal = loads.find(({ isCrash }) => !isCrash);
    assert(crash !== undefined && normal !== undefined, "the lock's world has a load of each kind");
    const loaded = load(empty, crash.request, "sigkill");
    return [
        empty,
        loaded,
        load(loaded, normal.request, "kimage_terminate"),
        load(empty, crash.request, "copy_from_user"),
    ];
}
/** The run with every way in which the machine may end there. */
function endings(simulation, start) {
    return beginnings(simulation, start).flatMap((begun) => {
        const { steps } = begun;
        const last = steps.at(-1)?.event;
        if (last?.type === "oops" && !last.fatal) {
            return [last.task === 0 ? begun : goOnIfCalled(simulation, begun)];
        }
        return toTheEnd(simulation, begun, { mayNest: true });
    });
}
/** The caller that was under way when another one hit a bug comes to its end. */
function goOnIfCalled(simulation, run) {
    const isCalled = isInCall(simulation.layout, run.state.context.mem, 0);
    return isCalled ? goOn(simulation, run, { task: 0, until: "sigkill" }) : run;
}
/** A CPU goes, if the kernel tells its crash image of that; then whoever is under way goes on. */
function losingCpu(simulation, start) {
    const event = { type: "crash_handle_hotplug_event" };
    const { features } = simulation.world.bounds;
    const isFree = lockHolder(start.state.context.mem) < 0;
    const told = isFree || !features.includes("crash-hotplug") ? null : take(simulation, start, event);
    return told ? [goOnIfCalled(simulation, told)] : [];
}
/** A panic of another CPU, and what befalls a caller at the entry of each call. */
function beginnings(simulation, start) {
    const { bounds } = simulation.world;
    const entries = [
        { type: "kexec_load", task: 1, request: 0 },
        { type: "kexec_file_load", task: 1, request: bounds.requests.length - 1 },
        ...(bounds.calls ?? []).map(({ call }, index) => ({ type: call, task: 1, call: index })),
    ];
    const befalls = [
        { type: "oops", task: 1, fatal: false },
        { type: "oops", task: 1, fatal: true },
        { type: "panic", by: 1 },
    ];
    const alone = take(simulation, start, { type: "panic", by: null });
    const called = entries.flatMap((entry) => take(simulation, start, entry) ?? []);
    const hit = called.flatMap((run) => befalls.flatMap((event) => take(simulation, run, event) ?? []));
    // the caller that holds the lock is hit itself
    const holder = befalls.map((event) => ("task" in event ? { ...event, task: 0 } : event));
    const own = holder.map((event) => (event.type === "panic" ? { ...event, by: 0 } : event));
    const held = own.flatMap((event) => take(simulation, start, event) ?? []);
    return [...(alone ? [alone] : []), ...hit, ...held];
}
/** What the panicking CPU does by itself; with a panic inside at every place, but one. */
function toTheEnd(simulation, run, { mayNest }) {
    const events = simulation.alphabet(run.state).filter((event) => !("task" in event));
    const nested = mayNest ? take(simulation, run, { type: "panic", by: null }) : null;
    const inside = nested ? toTheEnd(simulation, nested, { mayNest: false }) : [];
    for (const event of events) {
        if (!ofPanic.has(event.type))
            continue;
        const next = take(simulation, run, event);
        if (next)
            return [...inside, ...toTheEnd(simulation, next, { mayNest })];
    }
    return inside.length > 0 ? inside : [run];
}
/** The steps of a panic. */
const ofPanic = new Set([
    "__crash_kexec",
    "crash_save_vmcoreinfo",
    "machine_crash_shutdown",
    "machine_kexec",
    "smp_send_stop",
]);
//# sourceMappingURL=crash-tests.js.map