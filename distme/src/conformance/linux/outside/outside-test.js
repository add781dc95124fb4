import { assert } from "../../../base/assert.js";
import { resultName } from "../../../kernel/errno.js";
import { get, PAGE, SEGMENT, taskAt } from "../../../memory/layout.js";
import { currentPage } from "../../../memory/loading.js";
import { isOnCrash, isUnload } from "../../../memory/request.js";
import { GuestError } from "../agent.js";
import { guestCall } from "../guest-calls.js";
import { stretchedPage, stretchTo } from "../guest-requests.js";
import { callPlan } from "../plan.js";
import { compareOutside } from "./compare.js";
import { withContent } from "./seeds.js";
import { observeOutside } from "./view.js";
/**
 * Makes a planned test happen, and compares what is seen from outside after each call and at each
 * page that a call copies, where it is held under the lock.
 *
 * @returns what differed where something first did
 * @throws GuestError when the guest does not do what its protocol says
 */
export async function playOutside(guest, { layout, calls }, onLook = () => { }) {
    const slots = {
        kexec_image: null,
        kexec_crash_image: null,
    };
    for (const { label, steps, after } of calls) {
        const { call, holds } = contentCall(guest, layout, steps);
        const look = async (mem, at, { isHeld, ...options }) => {
            const expected = {
                layout,
                mem,
                calls: { ...slots, loading: isHeld ? call : null },
            };
            const view = await observeOutside(guest, options);
            onLook(view, { isHeld });
            return compareOutside(view, expected, guest.memory).map((seen) => ({ ...at, ...seen }));
        };
        const held = await pass(guest.vm.agent, call, { label, holds, look });
        if ("differences" in held)
            return held.differences;
        const at = { step: steps.at(-1)?.index ?? 0, label };
        const expected = resultName(steps.at(-1)?.expect.result ?? 0);
        const result = resultName(held.result);
        if (result !== expected)
            return [{ ...at, what: "result", model: expected, kernel: result }];
        const slot = isOnCrash(call.plan.request) ? "kexec_crash_image" : "kexec_image";
        const isLoaded = held.result === 0 && !isUnload(call.plan.request);
        if (isLoaded)
            slots[slot] = call;
        // what was just loaded is looked at as a whole, however large it is
        const how = { isHeld: false, ...(isLoaded && { pages_max: Infinity }) };
        const differences = await look(after, at, how);
        if (differences.length > 0)
            return differences;
    }
    return [];
}
/** The guest's call with content in its buffers, held at every page that it copies. */
function contentCall({ memory }, layout, steps) {
    const [first] = steps;
    assert(first !== undefined && "task" in first.event, "a call has a caller");
    const plan = callPlan(layout, first.event.task, steps);
    const stretch = plan.secondListPage && stretchTo(plan.request, plan.secondListPage);
    const holds = steps.flatMap((step) => {
        const page = copiedPage(layout, step);
        if (page === null)
            return [];
        const isFault = "outcome" in step.event && step.event.outcome === "EFAULT";
        return [{ step, at: stretchedPage(page, stretch), ends: isFault ? "efault" : "deliver" }];
    });
    // a page that cannot be read is one that never arrives
    const request = withContent(guestCall(plan, memory, plan.fault), nextSeed());
    const pauses = holds.map(({ at }) => at);
    return { call: { plan, request: { ...request, pauses } }, holds };
}
/** The page of a buffer that a step copies, or null. */
function copiedPage(layout, { event, before }) {
    if (event.type !== "copy_from_user")
        return null;
    const { mem } = before.context;
    if (currentPage(layout, mem, event.task).chunk === "none")
        return null;
    const at = taskAt(layout, event.task);
    return { segment: get(mem, at + SEGMENT), page: get(mem, at + PAGE) };
}
let seed = 0;
/** More than a call has segments. */
const SEEDS_PER_CALL = 32;
/** A seed for each call: bytes that an earlier one has left behind are not taken for its own. */
function nextSeed() {
    seed = (seed + SEEDS_PER_CALL) % 2 ** 31;
    return seed + 1;
}
/** Takes a call through its holds to its end. */
async function pass(agent, { request }, { label, holds, look }) {
    const { task = 0 } = request;
    const quietly = { observe: "nothing" };
    let { state } = await agent.load(request, quietly);
    for (const { step, at, ends } of holds) {
        const place = { step: step.index, label: `${label}, held at ${pageText(at)}` };
        if (stateText(state) !== pageText(at)) {
            const what = { what: "pause", model: pageText(at), kernel: stateText(state) };
            return { differences: [{ ...place, ...what }] };
        }
        const differences = await look(step.before.context.mem, place, { isHeld: true });
        ({ state } = await agent.resume(task, ends, quietly));
        if (differences.length > 0)
            return { differences };
    }
    if (state.kind === "done")
        return { result: state.result };
    throw new GuestError(`expected ${label} to end, got ${stateText(state)}`);
}
function stateText(state) {
    if (state.kind === "paused")
        return pageText(state);
    return state.kind === "done" ? `a result, ${resultName(state.result)}` : state.kind;
}
function pageText({ segment, page }) {
    return `page ${page} of segment ${segment}`;
}
//# sourceMappingURL=outside-test.js.map