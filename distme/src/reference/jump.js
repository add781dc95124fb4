import { errnos } from "../kernel/errno.js";
import { pageOf } from "./memory.js";
import { movePage, movesOf } from "./relocation.js";
import { outcomeOf, outcomeThen, peerReturn, perform, } from "./step.js";
/** Where a peer that does not say so wants to be entered the next time. */
export const PEER_ENTRY = 0x1000n;
/**
 * Jumps to an image that can jump back, and returns when it has done so.
 *
 * @returns 0, -EBUSY when the tasks or the devices do not come to rest, or null when the list of
 *   the image does not end
 * @source kernel/kexec_core.c:kernel_kexec
 * @omits a kernel of up to 6.16 that resumes no device when one refuses to be suspended
 */
export function* jump(task, image) {
    const { kernel } = task;
    const frozen = yield* outcomeThen(task, { step: "freeze_processes" }, () => othersInCalls(task) ? ["EBUSY"] : ["ok", "EBUSY"]);
    if (frozen === "EBUSY")
        return -errnos.EBUSY;
    kernel.frozenBy = task.thread;
    const suspended = yield* outcomeOf(task, { step: "dpm_suspend_start" }, ["ok", "EBUSY"]);
    if (suspended === "ok") {
        const returned = yield* thereAndBack(task, image);
        if (!returned)
            return null;
    }
    yield* perform(task, { step: "thaw_processes" });
    kernel.frozenBy = null;
    return suspended === "ok" ? 0 : -errnos.EBUSY;
}
/** A task that is in a system call does not come to rest; one that is gone does not count. */
function othersInCalls({ kernel, thread }) {
    return [...kernel.calls].some((other) => other.kind === "call" && other.thread !== thread && !other.gone);
}
/**
 * Lets the other kernel run, alone on the only CPU that is left.
 *
 * @returns whether it came back
 */
function* thereAndBack(task, image) {
    const { kernel } = task;
    yield* perform(task, { step: "syscore_suspend" });
    kernel.alone = task.thread;
    kernel.machine = "relocating";
    const arrived = yield* swapPages(task, image);
    if (arrived) {
        const peer = yield* peerReturn(task, { step: "peer_returns" });
        takePeersWord(task, image, peer);
    }
    if (!arrived || !(yield* swapPages(task, image))) {
        kernel.machine = "dead";
        return false;
    }
    kernel.alone = null;
    kernel.machine = "running";
    return true;
}
/** The way there and the way back are the same: each page changes places with another. */
function* swapPages(task, image) {
    const { kernel } = task;
    const moves = movesOf(kernel.memory, image);
    let next = moves.next();
    for (; !next.done; next = moves.next()) {
        yield* perform(task, { step: "swap_pages", ...next.value });
        movePage(kernel, image, next.value);
    }
    return next.value;
}
/**
 * The kernel stores where the peer wants to be entered only when it is back itself; nobody looks
 * before that.
 */
function takePeersWord({ kernel }, image, { start, pages }) {
    for (const [frame, bytes] of pages ?? [])
        pageOf(kernel.memory, frame).set(bytes);
    if (!kernel.config.bugs.peerEntryForgotten)
        image.start = start ?? PEER_ENTRY;
}
//# sourceMappingURL=jump.js.map