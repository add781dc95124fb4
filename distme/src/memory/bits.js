import { pastErrnos } from "./call.js";
import * as at from "./layout.js";
import { frameAt, imageAt, taskAt } from "./layout.js";
/**
 * How many bits of each byte of the state are ever used, so that it can be stored in less.
 *
 * @returns one width per byte, 0 for padding and for what this world does not have
 */
export function bitsOf(layout) {
    const { tasks, features, tablePages, frames: ordinary } = layout.bounds;
    const bits = new Uint8Array(layout.bytes);
    const set = (from, widths) => {
        for (const [variable, width] of Object.entries(widths))
            bits[from + Number(variable)] = width;
    };
    const has = (feature, bits) => features.includes(feature) ? bits : 0;
    const { image, request, segments, pages, symbols, list } = sizes(layout);
    set(0, globals(layout));
    for (let task = 0; task < tasks; task++) {
        const from = taskAt(layout, task);
        set(from, { [at.REQUEST]: request, [at.RESULT]: width(2 * pastErrnos), [at.KILLED]: 1 });
        set(from, { [at.SEGMENT]: segments, [at.PAGE]: pages });
        set(from, { [at.IMAGE]: image, [at.ALLOCATED]: image, [at.DISPLACED]: image });
    }
    for (let reference = 1; reference <= layout.imagesMax; reference++) {
        const from = imageAt(layout, reference);
        const flags = has("kexec-jump", 6) || has("crash-hotplug", 5) || 4;
        set(from, { [at.STATUS]: 2, [at.FLAGS]: flags, [at.LOADED_REQUEST]: request });
        set(from, { [at.TABLES]: width(tablePages), [at.ENTRY]: list, [at.LAST_ENTRY]: list });
        set(from, { [at.HOLE]: width(layout.frames), [at.CONTROL_CODE]: width(layout.frames) });
        for (let word = 0; word < layout.listWords; word++)
            bits[from + at.WORDS + word] = 8;
    }
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        const from = frameAt(layout, pfn);
        set(from, { [at.ROLE]: 8, [at.INDEX]: 5, [at.CONTENT]: width(2 * symbols + 6) });
        set(from, { [at.READONLY]: pfn < ordinary ? has("control-page-rox", 1) : 1 });
    }
    return bits;
}
function globals(layout) {
    const { tasks, calls = [], features } = layout.bounds;
    const { image, list } = sizes(layout);
    const reboots = calls.some(({ call }) => call === "reboot");
    const shrinks = calls.some(({ call }) => call === "crash_size_store");
    const limits = features.includes("load-limits") ? 2 : 0;
    return {
        [at.LOCK]: width(tasks + 2),
        [at.KEXEC_LOAD_DISABLED]: 1,
        [at.KEXEC_IMAGE]: image,
        [at.KEXEC_CRASH_IMAGE]: image,
        [at.VMCOREINFO_SAFECOPY]: image,
        [at.LIMIT_REBOOT]: limits,
        [at.LIMIT_PANIC]: limits,
        [at.SHRUNK]: shrinks ? width(layout.bounds.crashFrames) : 0,
        [at.TRANSITION_MUTEX]: reboots ? width(tasks) : 0,
        [at.JUMPING]: reboots && features.includes("kexec-jump") ? 2 : 0,
        [at.NEXT_WORD]: reboots ? list : 0,
        [at.PLACE]: reboots ? 5 : 0,
    };
}
function sizes({ bounds, plans, listWords, imagesMax }) {
    const segments = plans.flatMap((plan) => plan.segments);
    return {
        image: width(imagesMax),
        request: width(bounds.requests.length + (bounds.calls?.length ?? 0)),
        segments: width(segments.length),
        pages: width(Math.max(0, ...segments.map((segment) => segment.pages.length))),
        symbols: plans.flatMap((plan) => [...plan.destinations]).length,
        list: width(listWords),
    };
}
/** Bits of the numbers 0 .. `highest`. */
function width(highest) {
    return 32 - Math.clz32(highest);
}
//# sourceMappingURL=bits.js.map