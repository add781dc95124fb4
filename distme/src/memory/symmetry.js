import { ALLOCATED, DISPLACED, FRAME_bytes, get, IMAGE, imageAt, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KILLED, LOCK, REQUEST, RESULT, ROLE, TASK_bytes, TRANSITION_MUTEX, taskAt, VMCOREINFO_SAFECOPY, } from "./layout.js";
/**
 * Rewrites a state into the representative of all states that differ from it only in which
 * number an image has and in which of the interchangeable frames serves which role.
 *
 * It is exact: a frame carries its role and no number of another frame, so sorting is canonical;
 * images are numbered in the order in which the slots and the tasks refer to them.
 *
 * It runs once per step: it allocates nothing, and `test/memory/symmetry.test.ts` holds it against
 * trying every exchange.
 *
 * @param mem changed in place
 */
export function canonicalMem(layout, mem) {
    renumberImages(layout, mem);
    sortFrames(layout, mem);
    return mem;
}
/** Old reference -> new one, and how many have been met; references that stand for none stay. */
const renamed = new Uint8Array(16);
function renumberImages(layout, mem) {
    const places = placesOf(layout);
    let met = 0;
    let inOrder = true;
    const { imagesMax } = layout;
    for (let image = 1; image <= imagesMax; image++)
        renamed[image] = 0;
    for (let i = 0; i < places.length; i++) {
        const image = get(mem, places[i] ?? 0);
        if (image === 0 || renamed[image] !== 0)
            continue;
        renamed[image] = ++met;
        if (image !== met)
            inOrder = false;
    }
    if (inOrder)
        return;
    for (let image = 1; image <= imagesMax; image++)
        renamed[image] ||= ++met;
    moveImages(layout, mem, places);
}
/** The blocks of all images while they change places. */
const blocks = new Uint8Array(14 * 256);
function moveImages(layout, mem, places) {
    const { image_bytes, imagesAt, framesAt, imagesMax } = layout;
    for (let at = imagesAt; at < framesAt; at++)
        blocks[at - imagesAt] = get(mem, at);
    for (let image = 1; image <= imagesMax; image++) {
        const from = (image - 1) * image_bytes;
        const to = imageAt(layout, renamed[image] ?? 0);
        for (let i = 0; i < image_bytes; i++)
            mem[to + i] = blocks[from + i] ?? 0;
    }
    for (const at of places)
        mem[at] = renamed[get(mem, at)] ?? 0;
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        const at = layout.framesAt + pfn * FRAME_bytes + ROLE;
        const role = get(mem, at);
        const owner = role >> 4;
        const renamedOwner = owner > imagesMax ? owner : (renamed[owner] ?? 0);
        mem[at] = (renamedOwner << 4) | (role & 15);
    }
}
const known = new WeakMap();
/** Where the state refers to images, in the order in which images are numbered. */
function placesOf(layout) {
    const seen = known.get(layout);
    if (seen)
        return seen;
    const places = [KEXEC_IMAGE, KEXEC_CRASH_IMAGE];
    for (let task = 0; task < layout.bounds.tasks; task++) {
        const at = taskAt(layout, task);
        places.push(at + IMAGE, at + ALLOCATED, at + DISPLACED);
    }
    const list = Uint16Array.from([...places, VMCOREINFO_SAFECOPY]);
    known.set(layout, list);
    return list;
}
/** The blocks of all tasks while they change places. */
const calls = new Uint8Array(8 * TASK_bytes);
/**
 * Lets tasks change places: task i becomes task `order[i]`. The state stays as it is up to their
 * names; images and frames know nothing of tasks.
 *
 * @param mem changed in place
 */
export function permuteTasks(layout, mem, order) {
    const { tasksAt, imagesAt } = layout;
    for (let at = tasksAt; at < imagesAt; at++)
        calls[at - tasksAt] = get(mem, at);
    for (let task = 0; task < order.length; task++) {
        const to = taskAt(layout, order[task] ?? task);
        for (let i = 0; i < TASK_bytes; i++)
            mem[to + i] = calls[task * TASK_bytes + i] ?? 0;
    }
    for (const at of [LOCK, TRANSITION_MUTEX]) {
        // the lock may be held by somebody who is no task
        const holder = get(mem, at);
        if (holder !== 0)
            mem[at] = (order[holder - 1] ?? holder - 1) + 1;
    }
    return mem;
}
/** What tells tasks apart without naming them: where each is in its call, and who holds the lock. */
export function taskKey(layout, mem, task) {
    const at = taskAt(layout, task);
    const holds = get(mem, LOCK) === task + 1 ? 1 : 0;
    const call = (get(mem, at + REQUEST) << 8) | get(mem, at + RESULT);
    return (call << 2) | (get(mem, at + KILLED) << 1) | holds;
}
/** Insertion sort: after one step at most a few frames are out of place. */
function sortFrames({ interchangeable, framesAt }, mem) {
    let last = -1;
    for (let i = 0; i < interchangeable.length; i++) {
        const key = keyAt(mem, framesAt + (interchangeable[i] ?? 0) * FRAME_bytes);
        if (key >= last) {
            last = key;
            continue;
        }
        let j = i;
        for (; j > 0; j--) {
            const before = framesAt + (interchangeable[j - 1] ?? 0) * FRAME_bytes;
            const larger = keyAt(mem, before);
            if (larger <= key)
                break;
            setKey(mem, framesAt + (interchangeable[j] ?? 0) * FRAME_bytes, larger);
        }
        setKey(mem, framesAt + (interchangeable[j] ?? 0) * FRAME_bytes, key);
    }
}
/** Everything that a frame carries, as one number. */
function keyAt(mem, at) {
    const readonly = get(mem, at + 3);
    return (get(mem, at) << 17) | (get(mem, at + 1) << 9) | (get(mem, at + 2) << 1) | readonly;
}
function setKey(mem, at, key) {
    mem[at] = key >> 17;
    mem[at + 1] = (key >> 9) & 255;
    mem[at + 2] = (key >> 1) & 255;
    mem[at + 3] = key & 1;
}
//# sourceMappingURL=symmetry.js.map