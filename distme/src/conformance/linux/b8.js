import { kexecProperties } from "../../../properties/index.js";
import { assert } from "../../base/assert.js";
import { resultName } from "../../kernel/errno.js";
import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { runWorld } from "../../model/run.js";
import { simulate } from "../../model/simulation.js";
import { suiteWorlds } from "../../model/worlds.js";
import { GuestError } from "./agent.js";
import { bootGuest } from "./guest.js";
import { guestCall } from "./guest-calls.js";
import { stretchedPage, stretchTo } from "./guest-requests.js";
import { callPlan } from "./plan.js";
import { replay } from "./replay.js";
import { KIMAGE_NO_DEST, skipCall } from "./skip-call.js";
/**
 * B8 on Linux: the model finds a run in which a page frame is lost for good; the same run is made
 * to happen in a kernel, and the kernel loses a frame each time.
 */
const PROPERTY = "lock-free-frames-are-installed";
const WORLD = "empty-segment";
const FAILING_CALLS = 3;
/**
 * Makes B8 happen three times, and three other loads that must not lose anything.
 *
 * @throws EnvironmentError without QEMU or a kernel that boots
 * @throws GuestError when the guest crashes or hangs
 * @throws the signal's reason when it is aborted
 */
export async function runB8(options) {
    const { kernel, signal, onProgress = () => { } } = options;
    const began = performance.now();
    onProgress(`checking ${PROPERTY} in the world ${WORLD}`);
    const found = findRun(options.name);
    onProgress(`booting ${kernel.package ?? kernel.path}`);
    const guest = await bootGuest(kernel, signal);
    try {
        const calls = await makeCalls(guest, found);
        return {
            release: guest.release,
            package: kernel.package,
            model: found.model,
            calls,
            agrees: calls.every(({ result, lost_frames, expected }) => result === expected.result && lost_frames === expected.lost_frames),
            boot_ms: guest.vm.boot_ms,
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
/** Lets the checker find a run, and reads from it what the caller asks for. */
function findRun(name) {
    const world = suiteWorlds(name).find((other) => other.name === WORLD);
    assert(world !== undefined, `the suite has no world ${WORLD}`);
    const trace = violation({ ...world, sigkill: false });
    const simulation = simulate(world);
    const events = [...trace.map(({ event }) => event), { type: "sys_exit", task: 0 }];
    const steps = replay(simulation, events.map((event, index) => ({ index, event })));
    assert(steps !== null, "the checker's run cannot be replayed");
    const end = steps.at(-1)?.expect;
    const call = callPlan(simulation.layout, 0, steps);
    const listPage = call.secondListPage;
    assert(listPage !== null, "the checker's run needs no list page for a source page");
    return {
        model: {
            property: PROPERTY,
            world: WORLD,
            steps: trace.map(({ label }) => label),
            result: resultName(end?.result ?? 0),
            lost_frames: end?.owned_frames ?? 0,
        },
        call,
        listPage,
    };
}
function violation(world) {
    const { properties } = runWorld({
        world,
        properties: (layout) => kexecProperties(layout).filter(({ name }) => name === PROPERTY),
    });
    const trace = properties[0]?.trace;
    assert(trace !== null && trace !== undefined, `${PROPERTY} holds: there is no B8 to show`);
    return trace.steps;
}
async function makeCalls(guest, found) {
    const kimage_alloc_page = await guest.vm.agent.symbol("kimage_alloc_page");
    const { result, lost_frames } = found.model;
    const failing = loadOf(guest, found);
    const calls = [];
    const make = async (fails, attempt, expected) => {
        const before = await ownedFrames(guest);
        const ended = await loadAndUnload(guest, attempt, kimage_alloc_page);
        const lost = (await ownedFrames(guest)) - before;
        calls.push({ fails, result: resultName(ended), lost_frames: lost, expected });
    };
    const nothing = { result, lost_frames: 0 };
    await make("first list page", { ...failing, pause: null, rdx: KIMAGE_NO_DEST }, nothing);
    await make("source page", { ...failing, rdx: failing.destination }, nothing);
    for (let i = 0; i < FAILING_CALLS; i++) {
        const expected = { result, lost_frames };
        await make("list page of a source page", { ...failing, rdx: KIMAGE_NO_DEST }, expected);
    }
    await make("none", { ...failing, rdx: null }, { result: resultName(0), lost_frames: 0 });
    return calls;
}
/** The load, paused at the page before the one whose entry needs the second list page. */
function loadOf({ memory }, { call, listPage }) {
    const request = guestCall(call, memory, null);
    const { segment, page } = stretchedPage(listPage, stretchTo(call.request, listPage));
    const mem = request.segments?.[segment]?.mem ?? 0n;
    return {
        request,
        pause: { segment, page: page - 1 },
        destination: mem + BigInt(page) * PAGE_SIZE_bytes,
    };
}
/** Makes the load with one allocation failing, then takes away what is loaded. */
async function loadAndUnload({ vm: { agent, openGdb } }, { request, pause, rdx }, kimage_alloc_page) {
    const load = async () => {
        if (pause === null)
            return (await agent.load(request)).state;
        return (await agent.resume(request.task ?? 0, "deliver")).state;
    };
    if (pause !== null) {
        const { state } = await agent.load({ ...request, pauses: [pause] });
        if (state.kind !== "paused")
            throw unexpected("the load to pause", state);
    }
    const state = rdx === null ? await load() : await failing(await openGdb(), rdx);
    if (state.kind !== "done")
        throw unexpected("the load to end", state);
    const unload = await agent.load({ segments: [] });
    if (unload.state.kind !== "done")
        throw unexpected("the unload to end", unload.state);
    return state.result;
    async function failing(gdb, equals) {
        try {
            const skip = await skipCall(gdb, {
                address: kimage_alloc_page,
                when: { register: "rdx", equals },
                returns: 0n,
            });
            const ended = await load();
            await skip.skipped;
            return ended;
        }
        finally {
            await gdb.close();
        }
    }
}
async function ownedFrames({ vm: { agent } }) {
    const { reserved_frames } = await agent.observe("frames");
    if (reserved_frames !== null)
        return reserved_frames;
    throw new GuestError("expected a count of reserved frames, got none");
}
function unexpected(expected, state) {
    return new GuestError(`expected ${expected}, got ${JSON.stringify(state)}`);
}
//# sourceMappingURL=b8.js.map