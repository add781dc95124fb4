import { KEXEC_ON_CRASH } from "../../../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { nestCalls } from "./call-nesting.js";
import { frameOfPage, intOf } from "./kernel-events.js";
import { allocators } from "./probes.js";
/** Reads what a call's trace says, in order. Events that say nothing new have no sight. */
export function sightsOf(events) {
    const { placed, fault } = nestCalls(events);
    const reader = createReader();
    const sights = placed.flatMap((one) => {
        const sight = one.event.kind === "enter" ? entered(one, reader) : returned(one, reader);
        return sight ? [{ index: one.index, sight }] : [];
    });
    if (fault === null)
        return [...sights, { index: events.length, sight: { kind: "ended" } }];
    return [...sights, { index: fault.index, sight: { kind: "impossible", why: fault.why } }];
}
function createReader() {
    return {
        isOnCrash: false,
        controls: 0,
        segments: 0,
        allocated: null,
        order: 0,
        use: "control",
        destination: null,
        hole: null,
    };
}
function entered({ event, caller }, reader) {
    const [first = 0n, second = 0n] = event.kind === "enter" ? event.args : [];
    switch (event.function) {
        case "__x64_sys_kexec_load":
            return { kind: "call-entered" };
        case "do_kexec_load":
            reader.isOnCrash = (Number(second & 0xffffn) & KEXEC_ON_CRASH) !== 0;
            return { kind: "load-entered", nr_segments: Number(first), flags: Number(second) };
        case "arch_kexec_unprotect_crashkres":
            return { kind: "unprotected" };
        case "kimage_free":
            return { kind: "freed", image: first };
        case "kimage_alloc_control_pages":
            return wanted(Number(first), caller, reader);
        case "sanity_check_segment_list":
        case "machine_kexec_prepare":
        case "kimage_crash_copy_vmcoreinfo":
            reader.hole = null;
            return { kind: "image-used", image: first };
        case "kimage_load_segment":
            return { kind: "segment-begun", image: first };
        case "kimage_add_entry":
            return entryOf(first);
        case "kimage_alloc_page":
            return pageWanted(first, caller, reader);
        case "kimage_terminate":
            return { kind: "terminated", image: first };
        case "arch_kexec_protect_crashkres":
            return { kind: "protected" };
        default:
            return allocators.includes(event.function) ? asked(Number(first), caller, reader) : null;
    }
}
/** The page allocator is asked for as many pages as the function around it was. */
function asked(order, caller, { order: wants }) {
    const expected = caller === "kimage_alloc_page" ? 0 : wants;
    return order === expected ? null : wrongOrder(order);
}
function wrongOrder(order) {
    return { kind: "impossible", why: `pages of order ${order} are asked for` };
}
/** kimage_add_entry wants a page for its list, and nobody else does. */
function pageWanted(destination, caller, reader) {
    reader.allocated = null;
    reader.destination = destination === NO_DESTINATION ? null : frameOf(destination);
    if ((reader.destination === null) === (caller === "kimage_add_entry"))
        return null;
    return { kind: "impossible", why: `a page for ${purposeOf(reader)} is wanted in ${caller}` };
}
function purposeOf({ destination }) {
    return destination === null ? "the entry list" : `frame ${destination}`;
}
/** KIMAGE_NO_DEST: the page is for the entry list. */
const NO_DESTINATION = BigInt.asUintN(64, -1n);
function wanted(order, caller, reader) {
    reader.allocated = null;
    reader.hole = null;
    reader.order = order;
    if (caller === "do_kexec_load")
        reader.use = reader.controls++ === 0 ? "control" : "swap";
    else
        reader.use = caller === "machine_kexec_prepare" ? "tables" : "vmcoreinfo";
    // up to 6.13 the control code takes two pages
    if (order > (reader.use === "control" ? 1 : 0))
        return wrongOrder(order);
    return reader.use === "vmcoreinfo" ? null : { kind: "control-wanted", use: reader.use };
}
const IND_DESTINATION = 1n;
const IND_SOURCE = 8n;
function entryOf(entry) {
    const bits = entry % PAGE_SIZE_bytes;
    const frame = frameOf(entry);
    if (bits === IND_DESTINATION)
        return { kind: "entry", entry: "destination", frame };
    if (bits === IND_SOURCE)
        return { kind: "entry", entry: "source", frame };
    return { kind: "impossible", why: `kimage_add_entry adds an entry of kind ${bits}` };
}
function returned({ event, caller }, reader) {
    const value = event.kind === "return" ? event.value : 0n;
    const result = intOf(value);
    switch (event.function) {
        case "kexec_load_permitted":
            return { kind: "permission", granted: (value & 0xffn) !== 0n };
        case "do_kimage_alloc_init":
            return { kind: "image-allocated", image: value };
        case "sanity_check_segment_list":
            return { kind: "list-checked", result };
        case "kimage_alloc_control_pages":
            return controlGiven(frameOfPage(value), reader);
        case "kimage_alloc_crash_control_pages":
            reader.hole = { frame: frameOfPage(value) };
            return null;
        case "machine_kexec_prepare":
            return { kind: "prepared", result };
        case "kimage_crash_copy_vmcoreinfo":
            return { kind: "vmcoreinfo", result, hole: reader.hole };
        case "kimage_load_segment":
            return { kind: "segment-ended", segment: reader.segments++, result };
        case "kimage_add_entry":
            return { kind: "entry-added", result };
        case "kimage_alloc_page":
            return {
                kind: "page-given",
                destination: reader.destination,
                frame: frameOfPage(value),
                asked: reader.allocated !== null,
            };
        case "machine_kexec_post_load":
            return { kind: "post-load", result };
        case "do_kexec_load":
            return { kind: "load-returned", result };
        case "__x64_sys_kexec_load":
            return { kind: "call-returned", result: Number(BigInt.asIntN(64, value)) };
        default:
            return allocators.includes(event.function)
                ? allocated(frameOfPage(value), caller, reader)
                : null;
    }
}
function controlGiven(frame, reader) {
    const { use, allocated: last, hole } = reader;
    if (use === "vmcoreinfo") {
        reader.hole = { frame };
        return null;
    }
    reader.hole = null;
    if (hole && hole.frame !== frame) {
        return { kind: "impossible", why: `frame ${hole.frame} of the crash region is not handed on` };
    }
    if (reader.isOnCrash)
        return { kind: "hole", use, frame, pages: 2 ** reader.order };
    return { kind: "control-given", use, frame, allocated: last?.frame ?? null };
}
function allocated(frame, caller, reader) {
    reader.allocated = { frame, pages: 2 ** reader.order };
    if (caller === "kimage_alloc_page") {
        return { kind: "frame", destination: reader.destination, frame };
    }
    return { kind: "control-frame", use: reader.use, frame, pages: 2 ** reader.order };
}
function frameOf(address) {
    return Number(address / PAGE_SIZE_bytes);
}
//# sourceMappingURL=sights.js.map