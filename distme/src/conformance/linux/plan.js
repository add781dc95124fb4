import { assert } from "../../base/assert.js";
import { isKilled } from "../../memory/call.js";
import { get, SHRUNK } from "../../memory/layout.js";
import { isLimitAccepted } from "../../memory/limits.js";
import { doorOf } from "./doors.js";
import { faultsOf } from "./faults.js";
import { changeOf } from "./machine-changes.js";
import { withNextSteps } from "./next-steps.js";
import { obstacleTo } from "./obstacles.js";
import { positionOf } from "./points.js";
import { replay } from "./replay.js";
import { faultOf, schedule, stepsInOrder } from "./schedule.js";
/** Plans a test of a world, if it calls nothing but kexec_load. */
export function planTest(test, simulation) {
    const plan = planDoors(test, simulation);
    if (plan.kind === "skip")
        return plan;
    const [more] = plan.actions.flatMap((action) => beyondLoads(action));
    return more === undefined ? onlyLoads(plan) : skip(more);
}
/** The same plan, when nothing in it is beyond kexec_load. */
function onlyLoads({ actions, ...plan }) {
    const isLoad = (action) => action.kind === "write" || action.kind === "call";
    return { ...plan, actions: actions.filter(isLoad) };
}
/** What an action needs beyond kexec_load and its sysctl. */
function beyondLoads(action) {
    switch (action.kind) {
        case "write":
            return [];
        case "door":
            return ["a call must be made that is not kexec_load"];
        case "event":
            return [happening[action.event.kind]];
        case "call": {
            const { faults, request } = action.call;
            const { lsm, lockdown, compat } = request;
            return [
                ...(lsm || lockdown ? ["a security module or the lockdown must refuse the call"] : []),
                ...(compat ? ["the call must come through the 32-bit entry"] : []),
                ...(faults.length > 0 ? ["a function of the kernel must fail"] : []),
                ...(action.held?.meanwhile.flatMap((other) => beyondLoads(other)) ?? []),
            ];
        }
    }
}
const happening = {
    kill: "a fatal signal must arrive between two chosen steps",
    bug: "a task must hit a bug in the kernel at a chosen step",
    hotplug: "a CPU must be taken away",
    ending: "the machine must end",
};
/**
 * Plans a test of a world.
 *
 * Where calls overlap, their steps are put into an order that user space can bring about. Then the
 * model says what is seen after each call in that order; only the calls' results, which no order
 * may change, are still the test's.
 */
export function planDoors(test, simulation) {
    const { layout } = simulation;
    const original = replay(simulation, test.steps.map(({ event }, index) => ({ index, event })));
    if (original === null)
        return skip("the model has no such run: the suite is another model's");
    const obstacles = original.flatMap((step) => {
        const reason = obstacleTo(layout, step);
        return reason === null ? [] : step.transitions.map((key) => [key, reason]);
    });
    const [obstacle] = obstacles;
    if (obstacle)
        return skip(obstacle[1], new Map(obstacles));
    const pieces = schedule(layout, withNextSteps(simulation, original));
    if (typeof pieces === "string")
        return skip(pieces);
    const ordered = stepsInOrder(pieces);
    const isReordered = ordered.some(({ index }, i) => index !== i);
    const run = isReordered ? replay(simulation, ordered) : original;
    if (run === null || !sameResults(original, run)) {
        return skip("a caller must be held before it tries the lock");
    }
    const after = new Map(run.map((step) => [step.index, step.expect]));
    const checkAt = (all) => {
        const steps = all.filter(({ isNext }) => !isNext);
        const first = test.steps[steps[0]?.index ?? -1];
        const index = steps.at(-1)?.index ?? -1;
        const said = test.steps[index]?.expect;
        const model = after.get(index);
        assert(first !== undefined && said !== undefined && model !== undefined, `${test.id} has no step ${index}`);
        const expect = isReordered ? { ...model, result: said.result } : said;
        return { step: index, label: first.label, expect, dies: dies(layout, steps, run) };
    };
    return {
        kind: "run",
        actions: pieces.map((piece) => actionOf(layout, piece, checkAt)),
        transitions: run.flatMap(({ transitions }) => transitions),
        disablesLoading: disablesLoading(run),
    };
}
function actionOf(layout, piece, checkAt) {
    if (piece.kind === "event") {
        return { kind: "event", event: changeOf(layout, piece.steps) };
    }
    const first = piece.kind === "write" ? piece.step : piece.steps[0];
    const steps = piece.kind === "write" ? [piece.step] : piece.steps;
    const held = piece.kind === "call" && piece.held;
    const heldAction = held
        ? { at: held.at, meanwhile: held.meanwhile.map((other) => actionOf(layout, other, checkAt)) }
        : null;
    const door = first ? doorOf(layout, first) : null;
    const check = checkAt(steps);
    if (door) {
        const task = piece.kind === "call" ? piece.task : 0;
        return { kind: "door", task, door, faults: faultsOf(layout, steps), check, held: heldAction };
    }
    if (piece.kind === "write") {
        const { event } = piece.step;
        assert(event.type === "proc_dointvec_minmax", "a write is to a sysctl");
        return { kind: "write", value: event.value, check };
    }
    return { kind: "call", call: callPlan(layout, piece.task, steps), check, held: heldAction };
}
/** Whether a caller is gone before it sees its result. */
function dies(layout, steps, run) {
    const last = steps.at(-1);
    if (last === undefined || !("task" in last.event))
        return false;
    const { task } = last.event;
    if (last.event.type !== "sys_exit")
        return true;
    const exit = run.find(({ index }) => index === last.index);
    return exit !== undefined && isKilled(layout, exit.before.context.mem, task);
}
/** What a call of a replayed run asks for. */
export function callPlan(layout, task, steps) {
    const [entry] = steps;
    const index = entry?.event.type === "kexec_load" ? entry.event.request : -1;
    const request = layout.bounds.requests[index];
    assert(request !== undefined, `a call has no request ${index}`);
    const listPage = steps.find(({ transitions }) => transitions.some((key) => isListPage(key)));
    return {
        task,
        request,
        bounds: layout.bounds,
        listReadable: !steps.some(({ event }) => isUnreadableList(event)),
        fault: faultOf(layout, steps),
        faults: faultsOf(layout, steps),
        secondListPage: listPage ? positionOf(layout, listPage) : null,
    };
}
function isListPage(transition) {
    return transition.startsWith("call.locked.normalSegment.listPageForSource kimage_alloc_page ");
}
function isUnreadableList(event) {
    return event.type === "copy_user_segment_list" && event.outcome === "EFAULT";
}
function skip(reason, obstacles = new Map()) {
    return { kind: "skip", reason, obstacles };
}
function sameResults(a, b) {
    const results = new Map(a.map(({ index, expect }) => [index, expect.result]));
    return b.every(({ index, expect }) => results.get(index) === expect.result);
}
function disablesLoading(run) {
    if (run.some(({ event }) => endsSomething.has(event.type)))
        return "later";
    const at = run.findIndex(({ event }) => event.type === "proc_dointvec_minmax" && event.value === 1);
    const isSpent = run.some(({ event, before: { context } }) => get(context.mem, SHRUNK) !== 0 ||
        (event.type === "kexec_limit_handler" &&
            isLimitAccepted(context.mem, event.limit, event.value)));
    if (isSpent)
        return "later";
    return at < 0 ? "no" : at === 0 ? "first" : "later";
}
/** Steps after which the machine is not what it was, whatever is unloaded. */
const endsSomething = new Set([
    "oops",
    "panic",
    "crash_handle_hotplug_event",
    "kernel_restart_prepare",
]);
//# sourceMappingURL=plan.js.map