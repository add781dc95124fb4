import { resultName } from "../../kernel/errno.js";
import { imagePagesMax } from "../../memory/bounds.js";
import { get, imageAt, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, LOADED_REQUEST, SHRUNK, } from "../../memory/layout.js";
import { limitOf } from "../../memory/limits.js";
import { simulate } from "../../model/simulation.js";
import { suiteWorlds } from "../../model/worlds.js";
import { createKernel } from "../../reference/kernel.js";
import { referenceFileRequest, referenceRequest } from "./buffers.js";
import { imageDifferences } from "./final-bytes.js";
import { deedsOf } from "./model-calls.js";
import { SCALE, scaledConfig, scaledRequest } from "./scaled.js";
/**
 * Makes the calls of a suite's `caller` and `doors` tests, those of one caller, on a machine of real
 * size, each to its end with nothing going wrong, and compares what is left: the result, both slots, and every byte that a
 * jump to an installed image would leave in its destinations.
 *
 * A call in which something goes wrong in the test is skipped, and so are those behind it if it
 * changed what is loaded.
 */
export function runCalls(suite, { bugs = {} } = {}) {
    const worlds = new Map(suiteWorlds(suite.kernel).map((world) => [world.name, world]));
    const tests = suite.groups
        .filter(({ name }) => name === "caller" || name === "doors")
        .flatMap((group) => group.tests)
        .filter(hasOneCaller);
    const parts = tests.map((test) => {
        const world = worlds.get(test.world);
        if (!world)
            throw new Error(`expected a world of ${suite.kernel}, got ${test.world}`);
        return testCalls(test, simulate(world), bugs);
    });
    return {
        compared: parts.reduce((sum, { compared }) => sum + compared, 0),
        skipped: parts.flatMap(({ skipped }) => skipped),
        diverging: parts.flatMap(({ diverging }) => diverging),
    };
}
function hasOneCaller({ steps }) {
    return steps.every(({ event }) => !("task" in event) || event.task === 0);
}
/** The calls of one test, up to the first that diverges. */
function testCalls(test, simulation, bugs) {
    const { layout } = simulation;
    const machine = machineFor(layout, bugs);
    const skipped = [];
    let compared = 0;
    let call = 0;
    let apart = null;
    for (const deed of deedsOf(test, simulation)) {
        if (deed.kind !== "call") {
            if (deed.kind === "disable")
                machine.kernel.setKexecLoadDisabled();
            else
                machine.kernel.setLoadLimit(deed.limit, deed.value);
            continue;
        }
        const name = { test: test.id, call, request: requestName(layout, deed) };
        call += 1;
        const reason = apart ?? whyNot(deed);
        if (reason !== null) {
            skipped.push({ ...name, reason });
            if (stateIn(layout, deed.before) !== stateIn(layout, deed.after)) {
                apart = "a skipped call before it changed what is loaded";
            }
            continue;
        }
        const differences = callDifferences(layout, machine, deed);
        compared += 1;
        if (differences.length > 0)
            return { compared, skipped, diverging: [{ ...name, differences }] };
    }
    return { compared, skipped, diverging: [] };
}
/** Why a call needs an environment in which something goes wrong, or is none of a loader; or null. */
function whyNot({ request, events }) {
    if (request === null)
        return `${events[0]?.type} has no bytes to compare`;
    for (const event of events) {
        if (event.type === "sigkill")
            return "the caller is killed";
        if ("frame" in event && event.frame === null)
            return `${event.type} gets no page`;
        if ("outcome" in event && event.outcome !== "ok")
            return `${event.type} -> ${event.outcome}`;
    }
    return null;
}
/** What later calls depend on: the requests whose images are in the slots, the region, limits. */
function stateIn(layout, mem) {
    const images = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE].map((slot) => {
        const image = get(mem, slot);
        return image === 0 ? 0 : get(mem, imageAt(layout, image) + LOADED_REQUEST);
    });
    return [...images, get(mem, SHRUNK), limitOf(mem, "reboot"), limitOf(mem, "panic")].join();
}
function requestName({ bounds }, { request }) {
    return bounds.requests[request ?? -1]?.name ?? "";
}
function machineFor({ bounds }, bugs) {
    const kernel = createKernel(scaledConfig(bounds, bugs));
    return {
        kernel,
        enter: ({ request }) => {
            const asked = bounds.requests[request ?? -1];
            if (request === null || asked === undefined)
                throw new Error(`no request ${request}`);
            const place = { request, pages_max: imagePagesMax(bounds) * SCALE };
            return asked.file
                ? kernel.kexecFileLoad(referenceFileRequest(scaledRequest(asked), place))
                : kernel.kexecLoad(referenceRequest(scaledRequest(asked), place));
        },
        decide: allocatorOf(kernel),
    };
}
/** A prime that divides no number of frames: the allocator jumps about, and meets every frame. */
const STRIDE_frames = 7919;
/**
 * An environment in which nothing goes wrong. Single pages come from all over the lower half of
 * memory, destinations included; the upper half stays in one piece for the control code buffer.
 */
function allocatorOf(kernel) {
    const frames = kernel.config.frames / 2;
    let at = 0;
    return ({ choice }) => {
        if (choice.kind !== "frame")
            return undefined;
        if (choice.order > 0)
            return kernel.lowestFreeFrame(choice.order);
        for (let tried = 0; tried < frames; tried++) {
            at = (at + STRIDE_frames) % frames;
            if (kernel.isFree(at))
                return at;
        }
        return null;
    };
}
/** Makes a call to its end. */
function callDifferences(layout, { kernel, enter, decide }, call) {
    const thread = enter(call);
    while (thread.step !== null) {
        const parked = thread.step.step === "kimage_alloc_page" && thread.step.parked !== null;
        thread.next(parked ? undefined : decide(thread.step));
    }
    const result = thread.result ?? Number.NaN;
    const differences = imageDifferences(layout, call.after, kernel);
    if (result === call.result)
        return differences;
    const names = { model: resultName(call.result), system: resultName(result) };
    return [{ what: "result", ...names }, ...differences];
}
//# sourceMappingURL=calls.js.map