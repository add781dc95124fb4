import { assert } from "../base/assert.js";
import { ALLOCATED, DISPLACED, get, JUMPING, jumping, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KILLED, PAGE, planOf, REQUEST, RESULT, SEGMENT, TRANSITION_MUTEX, taskAt, } from "./layout.js";
import { forgetFreedImages, holdLock, lockHolder } from "./lock.js";
import { isOnCrash } from "./request.js";
/** What one system call carries from its entry to its return. */
/** @param request index into bounds.requests */
export function enterCall(layout, mem, task, request) {
    mem[taskAt(layout, task) + REQUEST] = request + 1;
}
/** @param call index into bounds.calls */
export function enterOtherCall(layout, mem, task, call) {
    enterCall(layout, mem, task, layout.bounds.requests.length + call);
}
/** Whether a task is inside a system call. */
export function isInCall(layout, mem, task) {
    return get(mem, taskAt(layout, task) + REQUEST) !== 0;
}
/** Whether a task is inside kexec_load or kexec_file_load. */
export function isLoading(layout, mem, task) {
    const request = get(mem, taskAt(layout, task) + REQUEST);
    return request !== 0 && request <= layout.bounds.requests.length;
}
/** The call of another door that a task is in, or null. */
export function otherCallOf(layout, mem, task) {
    const { requests, calls = [] } = layout.bounds;
    return calls[get(mem, taskAt(layout, task) + REQUEST) - 1 - requests.length] ?? null;
}
/** The size that a task writes to the crash size, in bytes; null for a text that is no number. */
export function askedSize(layout, mem, task) {
    const call = otherCallOf(layout, mem, task);
    assert(call?.call === "crash_size_store", `task ${task} writes no crash size`);
    return call.size_bytes;
}
/** The call returns to user space, or its killed task is gone; the next one starts clean. */
export function leaveCall(layout, mem, task) {
    const at = taskAt(layout, task);
    mem[at + REQUEST] = 0;
    mem[at + RESULT] = 0;
    mem[at + KILLED] = 0;
}
/** A result from here on is a positive number that the call returns, this one taken off. */
export const pastErrnos = 100;
/** What a call returns: 0, a negated error number, or (B4) a positive number. */
export function returnValue(result) {
    return result >= pastErrnos ? result - pastErrnos : 0 - result;
}
/** Whether some other task is inside a system call. */
export function othersInCalls(layout, mem, task) {
    for (let other = 0; other < layout.bounds.tasks; other++) {
        if (other !== task && isInCall(layout, mem, other))
            return true;
    }
    return false;
}
/**
 * The task never goes on. Of what it knew only the image is left, which is reachable through
 * nothing else; the lock and system_transition_mutex stay as they are.
 */
export function loseTask(layout, mem, task) {
    const at = taskAt(layout, task);
    for (const variable of [REQUEST, RESULT, SEGMENT, PAGE, KILLED, ALLOCATED, DISPLACED]) {
        mem[at + variable] = 0;
    }
    if (lockHolder(mem) === task)
        forgetFreedImages(layout, mem); // there will be no unlock
}
/** How far a jump has stopped the machine: see `jumping`. */
export function setJumping(mem, how) {
    mem[JUMPING] = how;
}
export function isJumping(mem) {
    return get(mem, JUMPING) !== 0;
}
/** Whether a jump has left one CPU alone, with nothing to interrupt it. */
export function isAlone(mem) {
    return get(mem, JUMPING) === jumping.ALONE;
}
/** The task that holds system_transition_mutex, or -1. */
export function transitionHolder(mem) {
    return get(mem, TRANSITION_MUTEX) - 1;
}
/** @param errno the positive error number that ends the call */
export function setResult(layout, mem, task, errno) {
    const at = taskAt(layout, task);
    mem[at + RESULT] = errno;
    mem[at + SEGMENT] = 0;
    mem[at + PAGE] = 0;
}
export function resultOf(layout, mem, task) {
    return get(mem, taskAt(layout, task) + RESULT);
}
export function isKilled(layout, mem, task) {
    return get(mem, taskAt(layout, task) + KILLED) !== 0;
}
export function markKilled(layout, mem, task) {
    mem[taskAt(layout, task) + KILLED] = 1;
}
/** The slot that a task's request is about: an offset into the state. */
export function slotOf(layout, mem, task) {
    return isOnCrash(planOf(layout, mem, task).request) ? KEXEC_CRASH_IMAGE : KEXEC_IMAGE;
}
/** A load takes the lock, and notes what its slot holds now: properties ask at the unlock. */
export function takeLock(layout, mem, task) {
    holdLock(mem, task);
    mem[taskAt(layout, task) + DISPLACED] = get(mem, slotOf(layout, mem, task));
}
//# sourceMappingURL=call.js.map