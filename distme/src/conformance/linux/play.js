import { assert } from "../../base/assert.js";
import { errnos, resultName } from "../../kernel/errno.js";
import { GuestError } from "./agent.js";
import { doorCaller, loadCaller } from "./callers.js";
import { createDirector } from "./director.js";
import { guestRequest } from "./guest-requests.js";
import { callHeld, changesIn, endingIn } from "./held-calls.js";
/**
 * Makes a planned test happen, and compares what is seen after each call.
 *
 * Owned frames are compared by direction: a kernel needs more control pages, tables and list pages
 * than the model has. At the end, when no frame is owned, the count must be the one of before.
 *
 * @returns what differed at the first step where something did; empty when nothing ever did
 * @throws GuestError when the guest does not do what its protocol says
 */
export async function play(guest, plan) {
    const before = await observe(guest);
    const scene = {
        guest,
        director: createDirector(guest),
        progress: { model: 0, kernel: before.reserved_frames },
        following: null,
    };
    const ending = endingIn(plan.actions);
    try {
        if (ending)
            scene.following = await prepareEnding(scene, ending);
        const divergences = await perform(scene, plan.actions);
        if (divergences.length > 0 || changesIn(plan.actions).some(losesTasks))
            return divergences;
    }
    finally {
        await scene.director.close(ending ? "ended" : "alive");
    }
    const last = plan.actions.flatMap((action) => ("check" in action ? [action.check] : [])).at(-1);
    if (last && last.expect.owned_frames > 0)
        return []; // an image stays loaded
    const after = await observe(guest);
    if (after.reserved_frames === before.reserved_frames)
        return [];
    return [
        {
            step: (last?.step ?? 0) + 1,
            label: "the end of the test",
            what: "owned frames",
            model: "as before the test",
            kernel: `${before.reserved_frames} -> ${after.reserved_frames}`,
        },
    ];
}
/** Whether something of kexec's is left for good, which no test can take away. */
function losesTasks({ kind }) {
    return kind === "bug" || kind === "ending";
}
async function perform(scene, actions) {
    for (const action of actions) {
        const divergences = await performOne(scene, action);
        if (divergences.length > 0)
            return divergences;
    }
    return [];
}
function performOne(scene, action) {
    switch (action.kind) {
        case "write":
            return write(scene, action);
        case "event":
            return change(scene, action.event);
        case "door":
            return action.door.door === "limit"
                ? writeLimit(scene, action.door, action.check)
                : callWith(scene, action, doorCaller(scene.guest, action.door, action.task));
        case "call":
            return callWith(scene, action, loadCaller(scene.guest, action.call));
    }
}
async function writeLimit({ guest, progress }, { limit, value, isAccepted }, check) {
    const written = await guest.vm.agent.writeSysctl(`kexec_load_limit_${limit}`, value);
    const [result, expected] = [resultName(written), resultName(isAccepted ? 0 : -errnos.EINVAL)];
    return compare(check, { result, expected, sight: await observe(guest), progress });
}
/** What happens to the machine, or to nobody in particular. */
async function change(scene, event) {
    const { guest, director } = scene;
    switch (event.kind) {
        case "ending":
            if (event.begins === "panic")
                await guest.vm.agent.crash();
            if (event.begins === "reboot")
                guest.vm.agent.door({ name: "reboot" }).catch(() => { });
            return finish(scene, event);
        case "hotplug": {
            const following = await director.follow(event);
            const result = await guest.vm.agent.put("/sys/devices/system/cpu/cpu1/online", "0");
            if (result !== 0)
                throw new GuestError(`expected CPU 1 to go, got ${resultName(result)}`);
            return pathDifference(event.step, following, HOTPLUG_ms);
        }
        case "kill":
        case "bug":
            return []; // done to the call that is held up: see callHeld
    }
}
const HOTPLUG_ms = 3_000;
const ENDING_ms = 15_000;
async function prepareEnding({ guest, director }, ending) {
    const { agent } = guest.vm;
    const isFatal = ending.begins === "bug" ? "1" : "0";
    const settings = [
        ["/proc/sys/kernel/panic", "0"], // it stays where it is, so that it can be taken back
        ["/proc/sys/kernel/panic_on_oops", isFatal],
        ["/sys/module/kernel/parameters/crash_kexec_post_notifiers", ending.postNotifiers ? "Y" : "N"],
    ];
    for (const [path, value] of settings) {
        const result = await agent.put(path, value);
        if (result !== 0)
            throw new GuestError(`expected to set ${path}, got ${resultName(result)}`);
    }
    const { path, leavesFor, bounds } = ending;
    const entry = leavesFor && guestRequest(leavesFor, bounds, guest.memory).entry;
    return director.follow({ path, entry });
}
async function finish({ following }, { step }) {
    assert(following !== null, "somebody looks on while the machine ends");
    return pathDifference(step, following, ENDING_ms);
}
async function pathDifference(step, following, limit_ms) {
    const taken = await following.taken(limit_ms);
    const [model, kernel] = [following.wanted.join(", "), taken.join(", ")];
    if (model === kernel)
        return [];
    return [{ step, label: "what the machine does", what: "functions", model, kernel }];
}
async function write({ guest, progress }, { value, check }) {
    const written = await guest.vm.agent.writeSysctl("kexec_load_disabled", value);
    const accepts = value === 1; // the kernel's table of sysctls: min 1, max 1
    const [result, expected] = [resultName(written), resultName(accepts ? 0 : -errnos.EINVAL)];
    return compare(check, { result, expected, sight: await observe(guest), progress });
}
/** Makes a call with what happens to it, and compares what it returns. */
async function callWith(scene, { check, held, ...action }, caller) {
    const faults = action.kind === "call" ? action.call.faults : action.faults;
    const { divergences, state, unused } = await callHeld(held, caller, {
        director: scene.director,
        perform: (actions) => perform(scene, actions),
        faults,
    });
    if (divergences.length > 0 || state === "the machine has ended")
        return divergences;
    if (state === "not held") {
        const kernel = "the call did not come to where it shall be held";
        return [{ ...place(check), what: "lock", model: "held by the call", kernel }];
    }
    if (unused.length > 0) {
        const model = `${unused.map(({ at }) => at.symbol).join(", ")} fails`;
        return [{ ...place(check), what: "faults", model, kernel: "nobody called it" }];
    }
    const { guest, progress } = scene;
    const result = check.dies && state.kind === "killed" ? DIED : resultOf(state);
    const expected = check.dies ? DIED : resultText(check.expect.result);
    return compare(check, { result, expected, sight: await observe(guest), progress });
}
/** What is seen of a caller that does not live to see its result. */
const DIED = "killed";
function resultText(result) {
    return result === null ? "none" : resultName(result);
}
function resultOf(state) {
    if (state.kind === "done" && Number.isInteger(state.result))
        return resultName(state.result);
    throw new GuestError(`expected the call to end with a result, got ${JSON.stringify(state)}`);
}
async function observe({ vm }) {
    return complete(await vm.agent.observe("frames"));
}
function complete(observation) {
    const frames = observation?.reserved_frames ?? Number.NaN;
    const size = observation?.kexec_crash_size ?? Number.NaN;
    if (observation && Number.isInteger(frames) && (size >= 0 || size === -errnos.EBUSY)) {
        return { ...observation, reserved_frames: frames };
    }
    throw new GuestError(`expected an observation, got ${JSON.stringify(observation)}`);
}
function place({ step, label }) {
    return { step, label };
}
/** Compares everything after one call, and remembers the frames for the next one. */
function compare(check, { result, expected, sight, progress }) {
    const { expect } = check;
    const isHeld = sight.kexec_crash_size === -errnos.EBUSY;
    const pairs = [
        ["result", expected, result],
        ["kexec_loaded", String(expect.kexec_loaded), sight.kexec_loaded ? "1" : "0"],
        ["kexec_crash_loaded", String(expect.kexec_crash_loaded), sight.kexec_crash_loaded ? "1" : "0"],
        ["lock", expect.lock === null ? "free" : "held", isHeld ? "held" : "free"],
    ];
    const divergences = pairs
        .filter(([, model, kernel]) => model !== kernel)
        .map(([what, model, kernel]) => ({ ...place(check), what, model, kernel }));
    return [...divergences, ...compareFrames(check, expect, sight, progress)];
}
function compareFrames(check, { owned_frames: model }, { reserved_frames: kernel }, progress) {
    const before = { ...progress };
    Object.assign(progress, { model, kernel });
    if (Math.sign(model - before.model) === Math.sign(kernel - before.kernel))
        return [];
    return [
        {
            ...place(check),
            what: "owned frames",
            model: `${before.model} -> ${model}`,
            kernel: `${before.kernel} -> ${kernel}`,
        },
    ];
}
//# sourceMappingURL=play.js.map