import { resultName } from "../../kernel/errno.js";
import { resultOf, returnValue } from "../../memory/call.js";
import { taskRegion } from "../compose.js";
import { caller, entries, isInterrupt, other, } from "./deed.js";
import { nameOf } from "./kernel.js";
/** Does one deed to a kernel. Where the kernel does not decide, what succeeds happens. */
export function perform(kernel, from, deed) {
    const entered = enter(kernel, from, deed);
    if (!entered)
        return { after: from, result: missing(kernel, deed), reached: true, turns: none };
    const run = drive(kernel, entered, deed);
    return deed.kind === "call" && deed.answer ? answered(kernel, run, deed.answer) : run;
}
const none = new Map();
/** The same call, answered in another way; where nobody asks, nothing is different. */
export function answered(kernel, run, answer) {
    const turn = run.turns.get(answerName(answer));
    const instead = turn && take(kernel, turn.before, answer.event);
    if (!instead)
        return { ...run, reached: false };
    return drive(kernel, instead, { kind: "call" });
}
export function answerName({ at, event }) {
    return `${at.type} ${String(at.nth).padStart(3)} ${nameOf(event)}`;
}
function enter(kernel, from, deed) {
    switch (deed.kind) {
        case "call":
        case "begin":
            return take(kernel, from, deed.enter);
        case "finish":
            return from;
        case "event":
            return take(kernel, from, deed.event);
    }
}
/** Hardware comes and goes whether anybody listens or not; a file is there or is not. */
function missing(kernel, deed) {
    if (deed.kind !== "event" || deed.event.type !== "kexec_limit_handler")
        return null;
    return kernel.own(deed.event) === null ? "no such file" : null;
}
function take(kernel, state, event) {
    const own = kernel.own(event);
    return own && (state.steps((one) => one === own)[0]?.to() ?? null);
}
/** Goes on until the call has ended, is stopped, or can go no further. */
function drive(kernel, from, driven) {
    const { kind, stop } = driven;
    const actor = kind === "event" ? null : kind === "call" ? caller : other;
    const goesOn = goingOn(actor);
    const fault = driven.fault ? kernel.own(driven.fault) : null;
    const counts = new Map();
    const turns = new Map();
    let state = from;
    let result = null;
    while (result === null) {
        const steps = state.steps(goesOn);
        const usual = steps.find(({ event }) => event === fault) ?? choose(kernel, steps);
        if (!usual)
            return { ...ending(kernel, state, actor), reached: stop === undefined, turns };
        const { type } = usual.event;
        if (stop && "before" in stop && stop.before === type)
            break;
        const nth = (counts.get(type) ?? 0) + 1;
        counts.set(type, nth);
        for (const event of kind === "call" ? alternatives(steps, usual) : []) {
            const answer = { at: { type, nth }, event };
            turns.set(answerName(answer), { answer, before: state });
        }
        if (type === "sys_exit")
            result = returned(kernel, state, actor);
        state = usual.to();
        if (stop && "after" in stop && stop.after === type)
            break;
    }
    return { after: state, result, reached: stop === undefined || result === null, turns };
}
/** The next step of whoever goes on, or of the last CPU. */
function goingOn(actor) {
    return (event) => !entries.has(event.type) && !isInterrupt(event) && (!("task" in event) || event.task === actor);
}
/** Nothing fails, and a page that no request names is preferred. */
function choose({ layout }, steps) {
    let best = null;
    let lowest = Infinity;
    for (const step of steps) {
        const { event } = step;
        let cost = 0;
        if ("outcome" in event && event.outcome !== "ok")
            cost = 2;
        if ("wrote" in event && event.wrote)
            cost = 2;
        if ("frame" in event) {
            cost = event.frame === null ? 2 : layout.isInterchangeable[event.frame] ? 0 : 1;
        }
        if (cost < lowest)
            [best, lowest] = [step, cost];
    }
    return best;
}
/** Steps that ask for memory: a signal makes them fail, and no other step notices one. */
const asking = new Set([
    "kimage_alloc_normal_control_pages",
    "kimage_alloc_page",
    "kimage_file_alloc_init",
    "kimage_load_segment",
]);
/** Steps before which an oops is tried: user memory is touched, or an image goes. */
const touching = new Set([
    "copy_user_segment_list",
    "copy_from_user",
    "kimage_free",
]);
/** What could happen instead of a step, or before it. */
function alternatives(steps, usual) {
    const { type } = usual.event;
    const instead = steps
        .filter((step) => step !== usual && !("frame" in step.event && step.event.frame !== null))
        .map(({ event }) => event);
    return [
        ...instead,
        ...(asking.has(type) ? [{ type: "sigkill", task: caller }] : []),
        ...(touching.has(type) ? [{ type: "oops", task: caller, fatal: false }] : []),
    ];
}
function returned({ layout }, { mem }, actor) {
    return actor === null ? null : resultName(returnValue(resultOf(layout, mem, actor)));
}
const ends = {
    newKernel: "the normal image runs",
    crashKernel: "the crash kernel runs",
    dead: "nothing runs any more",
};
/** How it ended when nothing returns. */
function ending(kernel, state, actor) {
    for (const [path, text] of Object.entries(ends)) {
        if (state.has(path))
            return { after: state, result: text };
    }
    if (actor === null)
        return { after: state, result: null };
    const region = taskRegion(actor);
    if (["call", "file"].some((door) => state.has(`${region}.${door}.faulted`))) {
        const died = take(kernel, state, { type: "oops", task: actor, fatal: false });
        return { after: died ?? state, result: "page fault, oops" };
    }
    return { after: state, result: state.has(`${region}.gone`) ? "oops" : "waits for the lock" };
}
//# sourceMappingURL=perform.js.map