import { isLoading, resultOf, slotOf } from "../src/memory/call.js";
import { statusOf } from "../src/memory/kimage.js";
import { ALLOCATED, DISPLACED, get, imageStatus, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, planOf, taskAt, } from "../src/memory/layout.js";
import { isUnload } from "../src/memory/request.js";
/** All properties are asked about the same step, one after the other: it is looked at once. */
let seen = null;
/** A step of a task that is in a load of either kind, or null for any other step. */
export function taskStep(layout, step) {
    if (seen?.step !== step)
        seen = { step, own: taskStepOf(layout, step) };
    return seen.own;
}
function taskStepOf(layout, step) {
    const { event } = step;
    if (!("task" in event))
        return null;
    const before = step.before.context.mem;
    if (!isLoading(layout, before, event.task))
        return null;
    const plan = planOf(layout, before, event.task);
    return {
        task: event.task,
        type: event.type,
        before,
        after: step.after.context.mem,
        plan,
        file: plan.request.file === true,
    };
}
/**
 * The body of a property that speaks of some steps of a task in kexec_load.
 *
 * @param types the events that it speaks of; none: all of them
 */
export function ofTask(layout, types, body) {
    const { when, holds } = body;
    const ask = (own) => !own.file && (when === undefined || when(own));
    return ofLoader(layout, types, { when: ask, holds: (own) => own.file || holds(own) });
}
/** The body of a property that speaks of the same steps of both kinds of loads. */
export function ofLoader(layout, types, body) {
    const { when, holds } = body;
    return {
        ...(types.length > 0 && { events: types }),
        when: (step) => {
            const own = taskStep(layout, step);
            return own !== null && (when === undefined || when(own));
        },
        holds: (step) => {
            const own = taskStep(layout, step);
            return own === null || holds(own);
        },
    };
}
/** The body of a property that speaks of every kexec_load at its unlock. */
export function atUnlock(layout, body) {
    const { when, holds } = body;
    return ofTask(layout, ["kexec_unlock"], {
        ...(when && { when: (own) => when(unlockOf(layout, own)) }),
        holds: (own) => holds(unlockOf(layout, own)),
    });
}
/** Whether a load has installed its own image, or an unload emptied its slot. */
export function isDone({ request, slot, allocated }) {
    return isUnload(request) ? slot === 0 : slot !== 0 && slot === allocated;
}
export function unlockOf(layout, own) {
    const { before: mem, task, plan } = own;
    return {
        mem,
        request: plan.request,
        allocated: taskByte(layout, mem, task, ALLOCATED),
        displaced: taskByte(layout, mem, task, DISPLACED),
        slot: get(mem, slotOf(layout, mem, task)),
        result: resultOf(layout, mem, task),
    };
}
/** A byte of a task's variables. */
export function taskByte(layout, mem, task, variable) {
    return get(mem, taskAt(layout, task) + variable);
}
export function isLive(layout, mem, image) {
    return statusOf(layout, mem, image) === imageStatus.LIVE;
}
/** The two slots. */
export const slots = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE];
/** The images in the two slots. */
export function installedImages(mem) {
    return slots.map((slot) => get(mem, slot)).filter((image) => image !== 0);
}
/** Every frame of a layout; the list is made once. */
export function pfns(layout) {
    return framesOf(layout).all;
}
/** Every task of a layout; the list is made once. */
export function tasksOf(layout) {
    return framesOf(layout).tasks;
}
/** The frames of the crash region as it was reserved. */
export function regionPfns(layout) {
    return framesOf(layout).region;
}
const known = new WeakMap();
function framesOf(layout) {
    let frames = known.get(layout);
    if (!frames) {
        const all = Array.from({ length: layout.frames }, (_, pfn) => pfn);
        const tasks = Array.from({ length: layout.bounds.tasks }, (_, task) => task);
        const images = Array.from({ length: layout.imagesMax }, (_, i) => i + 1);
        frames = { all, region: all.slice(layout.bounds.frames), tasks, images };
        known.set(layout, frames);
    }
    return frames;
}
/** Every image that can exist, by its reference; the list is made once. */
export function imagesOf(layout) {
    return framesOf(layout).images;
}
/** Whether a kernel has a feature. */
export function has(layout, feature) {
    return layout.bounds.features.includes(feature);
}
/** A claim about what only kernels with a feature do. */
export function onlyWith(layout, feature, property) {
    return has(layout, feature) ? [property] : [];
}
/** B2 is a known violation of every kernel that frees after the unlock. */
export function unlessFixed(layout, reason) {
    if (has(layout, "frees-before-unlock"))
        return { kind: "holds" };
    return { kind: "known-violation", id: "B2", reason };
}
/** B2 kills in kernels that make the control code page read-only. */
export function unlessLethal(layout, reason) {
    return has(layout, "control-page-rox") ? unlessFixed(layout, reason) : { kind: "holds" };
}
//# sourceMappingURL=state.js.map