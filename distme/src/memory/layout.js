import { assert } from "../base/assert.js";
import { PAGE_SIZE_bytes } from "./bounds.js";
import { isOnCrash } from "./request.js";
import { chunkOf, destinationOf, pagesOf, passesRules } from "./segments.js";
/** Globals. A slot or pointer to an image is NULL (0) or the image's reference, 1 .. imagesMax. */
export const LOCK = 0; // 0 free, else task + 1, or the worker or the panicking CPU: see lock.ts
export const KEXEC_IMAGE = 1;
export const KEXEC_CRASH_IMAGE = 2;
export const VMCOREINFO_SAFECOPY = 3;
export const KEXEC_LOAD_DISABLED = 4;
export const TRANSITION_MUTEX = 5; // system_transition_mutex: 0 free, else task + 1
export const LIMIT_REBOOT = 6; // kexec_load_limit_reboot: 0 none, else the limit + 1
export const LIMIT_PANIC = 7; // kexec_load_limit_panic, the same way
export const SHRUNK = 8; // pages that were taken from the end of the crash region
export const JUMPING = 9; // see jumping
export const NEXT_WORD = 10; // relocation: index of the list's next SOURCE word, 0 when there is none
export const PLACE = 11; // relocation: the frame that this word's page goes to
const GLOBALS_bytes = 12;
/** How far a jump to an image that comes back has stopped the rest of the machine. */
export const jumping = { NO: 0, FROZEN: 1, ALONE: 2 };
/** Variables of one task. */
export const REQUEST = 0; // index into bounds.requests, + 1; 0 outside a call
export const RESULT = 1; // 0, or the error number that the call will return negated
export const IMAGE = 2; // the local variable `image`
export const SEGMENT = 3; // the local variable `i` of do_kexec_load
export const PAGE = 4; // pages of that segment that are copied
export const KILLED = 5; // a fatal signal is pending
export const ALLOCATED = 6; // history variable: the image that this call allocated
export const DISPLACED = 7; // history variable: what its slot held when the lock was taken
export const TASK_bytes = 8;
/** Variables of one image. */
export const STATUS = 0; // history variable, see ImageStatus
export const FLAGS = 1; // see imageFlags
export const LOADED_REQUEST = 2; // the request that it was allocated for, + 1
export const ENTRY = 3; // index of the word that `entry` points to
export const LAST_ENTRY = 4; // index of the word that `last_entry` points to
export const HOLE = 5; // crash images: `control_page`, the frame to look at next
export const TABLES = 6; // page-table pages taken so far
export const CONTROL_CODE = 7; // crash images: the frame of the control code page, + 1
export const WORDS = 8; // the entry list: `head`, then the words of each list page
const IMAGE_bytes = 8;
/** Whether an image exists; freed images are remembered until the lock is released. */
export const imageStatus = { UNUSED: 0, LIVE: 1, FREED: 2, FREED_TWICE: 3 };
export const imageFlags = {
    TYPE_CRASH: 1,
    PRESERVE_CONTEXT: 2,
    /** The segment list was copied from the caller. */
    LIST_COPIED: 4,
    /** vmcoreinfo_data_copy is mapped. */
    VMCOREINFO: 8,
    /** Hotplug events rewrite its elfcorehdr. */
    HOTPLUG_SUPPORT: 16,
    /** `start` is the re-entry point of the kernel that was jumped to. */
    REENTRY: 32,
};
/** Variables of one page frame; together one word. */
export const ROLE = 0; // see frames.ts
export const INDEX = 1; // a source page: its destination; a list page: its number
export const CONTENT = 2; // see content.ts
export const READONLY = 3; // 1: the direct map may not write it
export const FRAME_bytes = 4;
/** A content is a byte, and a symbol takes two of its values; see content.ts. */
const symbolsMax = 124;
/** The task that holds the lock loads one image; one more may sit in each slot. */
const imagesUnderLock = 3;
/** Lays out the state for given bounds. */
export function createLayout(bounds) {
    const frames = bounds.frames + bounds.crashFrames;
    assert(frames <= 31, `expected at most 31 page frames, got ${frames}`);
    const plans = planAll(bounds);
    const listWords = listWordsFor(bounds, plans);
    const last = Math.max(0, ...plans.flatMap((plan) => [...plan.destinations]));
    assert(last <= 31, `expected destinations up to frame 31, got ${last}`);
    const image_bytes = roundUp4(IMAGE_bytes + listWords);
    const tasksAt = GLOBALS_bytes;
    const imagesAt = tasksAt + bounds.tasks * TASK_bytes;
    // kexec_file_load still has an image when it has given the lock away
    const images = imagesUnderLock + (bounds.requests.some(({ file }) => file) ? bounds.tasks : 0);
    const framesAt = imagesAt + images * image_bytes;
    const named = new Set([...bounds.overLimit, ...plans.flatMap((plan) => [...plan.destinations])]);
    const ordinary = Array.from({ length: bounds.frames }, (_, pfn) => pfn);
    return {
        bounds,
        bytes: framesAt + frames * FRAME_bytes,
        frames,
        plans,
        listWords,
        imagesMax: images,
        tasksAt,
        imagesAt,
        image_bytes,
        framesAt,
        interchangeable: ordinary.filter((pfn) => !named.has(pfn)),
        isInterchangeable: ordinary.map((pfn) => !named.has(pfn)),
    };
}
function planAll(bounds) {
    let symbols = 0;
    return bounds.requests.map((request) => {
        // a list that the rules refuse has no pages: it is never loaded
        const loadable = passesRules(request.segments, isOnCrash(request), bounds);
        const segments = (loadable ? request.segments : []).map((segment) => ({
            start: destinationOf(segment, 0),
            pages: Array.from({ length: pagesOf(segment) }, (_, page) => {
                const chunk = chunkOf(segment, page);
                const kind = chunk === 0n ? "none" : chunk < PAGE_SIZE_bytes ? "part" : "full";
                return {
                    destination: destinationOf(segment, page),
                    chunk: kind,
                    symbol: kind === "none" ? 0 : symbols++,
                };
            }),
        }));
        assert(symbols <= symbolsMax, `expected at most ${symbolsMax} pages of data, got ${symbols}`);
        const pages = segments.flatMap((segment) => segment.pages);
        return {
            request,
            segments,
            destinations: new Set(pages.map((page) => page.destination)),
            emptyAtZero: request.segments.some(({ mem, memsz }) => mem === 0n && memsz === 0n),
        };
    });
}
/** Enough words for the longest list that a request can make, rounded up to whole list pages. */
function listWordsFor(bounds, plans) {
    const entries = Math.max(1, ...plans.map(({ segments }) => segments.reduce((sum, { pages }) => sum + 1 + pages.length, 0)));
    return 1 + Math.ceil(entries / (bounds.listPageWords - 1)) * bounds.listPageWords;
}
function roundUp4(bytes) {
    return (bytes + 3) & ~3;
}
/** The state before the first call: nothing loaded, every frame free, the region writable. */
export function initialMem(layout) {
    return new Uint8Array(layout.bytes);
}
export function get(mem, at) {
    return mem[at] ?? 0;
}
export function taskAt(layout, task) {
    return layout.tasksAt + task * TASK_bytes;
}
/** @param image a reference, not NULL */
export function imageAt(layout, image) {
    return layout.imagesAt + (image - 1) * layout.image_bytes;
}
export function frameAt(layout, pfn) {
    return layout.framesAt + pfn * FRAME_bytes;
}
/** The plan of the request that a task is in. */
export function planOf(layout, mem, task) {
    const plan = layout.plans[get(mem, taskAt(layout, task) + REQUEST) - 1];
    assert(plan !== undefined, `task ${task} is not in a call`);
    return plan;
}
/** The plan that an image was allocated for. */
export function imagePlan(layout, mem, image) {
    const plan = layout.plans[get(mem, imageAt(layout, image) + LOADED_REQUEST) - 1];
    assert(plan !== undefined, `image ${image} belongs to no request`);
    return plan;
}
//# sourceMappingURL=layout.js.map