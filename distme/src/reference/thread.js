import { unreachable } from "../base/assert.js";
import { fatalSignalPending } from "./alloc-page.js";
import { isFree } from "./memory.js";
/**
 * Makes a thread and runs it up to its first step.
 *
 * @param steps what it does; it ends with null if it does not return
 */
export function createThread(task, steps) {
    const at = { step: null, result: null };
    task.kernel.calls.add(task);
    resume(task, at, steps.next());
    return {
        id: task.thread,
        get step() {
            return at.step;
        },
        get done() {
            return at.result !== null;
        },
        get result() {
            return at.result;
        },
        get gone() {
            return task.gone;
        },
        get blocked() {
            return at.step !== null && isBlocked(task, at.step);
        },
        next(decision) {
            const step = stepOf(task, at);
            if (isBlocked(task, step)) {
                throw new Error(`${step.step}: expected a thread that can go on, got a blocked one`);
            }
            checkDecision(task, step, decision);
            if (step.step === "oops")
                stop(task, at);
            else
                resume(task, at, steps.next(decision));
            return at.step;
        },
        kill() {
            task.killed = true;
        },
        oops() {
            stepOf(task, at);
            stop(task, at);
        },
    };
}
function resume(task, at, next) {
    if (!next.done) {
        at.step = next.value;
    }
    else if (next.value === null) {
        stop(task, at);
    }
    else {
        at.step = null;
        at.result = next.value;
        task.kernel.calls.delete(task);
    }
}
function stop(task, at) {
    at.step = null;
    task.gone = true;
}
/** @throws Error when the thread has no next step */
function stepOf(task, { step }) {
    if (step === null)
        throw new Error(`expected a running call, got one that ${end(task)}`);
    return step;
}
function end({ gone }) {
    return gone ? "is gone" : "returned";
}
/** Whether somebody or something has to change before the thread can take its next step. */
function isBlocked({ kernel, thread, kind }, { waitsFor }) {
    const { machine, alone, frozenBy } = kernel;
    if (machine === "newKernel" || machine === "crashKernel" || machine === "dead")
        return true;
    if (alone !== null && alone !== thread)
        return true;
    if (frozenBy !== null && frozenBy !== thread && kind === "call")
        return true;
    return waitsFor !== undefined && kernel[waitsFor] !== null;
}
/** @throws Error naming the step, what could be decided and what was */
function checkDecision(task, record, decision) {
    const expected = impossible(task, record, decision);
    if (expected === null)
        return;
    throw new Error(`${record.step}: expected ${expected}, got ${String(decision)}`);
}
/** Null when a decision can be, else what it had to be. */
function impossible(task, record, decision) {
    const { choice } = record;
    switch (choice.kind) {
        case "none": {
            const parked = record.step === "kimage_alloc_page" ? record.parked : null;
            const possible = decision === undefined || (parked !== null && decision === parked);
            return possible ? null : "no decision";
        }
        case "outcome": {
            const outcomes = choice.outcomes;
            const possible = decision === undefined || outcomes.includes(decision);
            return possible ? null : choice.outcomes.join(" or ");
        }
        case "frame": {
            if (decision === null || fatalSignalPending(task))
                return null;
            const block = { frame: Number(decision), order: choice.order };
            const possible = typeof decision === "number" && isFree(task.kernel.memory, block);
            return possible ? null : `null or the first of ${2 ** choice.order} free frames`;
        }
        case "peer": {
            const possible = decision === undefined || (typeof decision === "object" && decision);
            return possible ? null : "what the peer wrote";
        }
        default:
            return unreachable(choice);
    }
}
//# sourceMappingURL=thread.js.map