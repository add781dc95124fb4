import { forEachKimageEntry } from "./entry-list.js";
import { frameOf, framesOf, inCrashRegion, pageOf, } from "./memory.js";
/** Looks at the kernel without changing it. */
export function observe(kernel) {
    const { slots, memory } = kernel;
    const safecopy = kernel.vmcoreinfo_data_safecopy;
    return {
        machine: kernel.machine,
        frozen: kernel.frozenBy !== null,
        panic_cpu: kernel.panic_cpu,
        kexec_loaded: slots.kexec_image === null ? 0 : 1,
        kexec_crash_loaded: slots.kexec_crash_image === null ? 0 : 1,
        kexec_load_disabled: kernel.kexec_load_disabled,
        lockHolder: kernel.kexec_mutex,
        system_transition_mutex: kernel.system_transition_mutex,
        load_limits: { ...kernel.load_limits },
        crashk_res: memory.crashk_res,
        kexec_image: viewOf(slots.kexec_image),
        kexec_crash_image: viewOf(slots.kexec_crash_image),
        images: imagesOfCalls(kernel),
        vmcoreinfo_data_safecopy: safecopy === null ? null : { ...safecopy, owner: ownerOf(kernel, safecopy.image) },
        frames: framesInUse(kernel),
        readOnly: new Set(memory.readOnly),
        oopses: [...memory.oopses],
    };
}
function viewOf(image) {
    if (image === null)
        return null;
    return {
        id: image.id,
        type: image.type,
        start: image.start,
        preserve_context: image.preserve_context,
        hotplug_support: image.hotplug_support,
        nr_segments: image.segment.length,
        control_code_page: image.control_code_page?.frame ?? null,
        swap_page: image.swap_page?.frame ?? null,
        vmcoreinfo_data_copy: image.vmcoreinfo_data_copy,
    };
}
function imagesOfCalls({ calls }) {
    const images = new Map();
    for (const { thread, image } of calls) {
        const view = viewOf(image);
        if (view !== null)
            images.set(thread, view);
    }
    return images;
}
function ownerOf({ slots, calls }, image) {
    if (slots.kexec_image?.id === image)
        return "kexec_image";
    if (slots.kexec_crash_image?.id === image)
        return "kexec_crash_image";
    return [...calls].some((call) => call.image?.id === image) ? "image" : "lost";
}
function framesInUse(kernel) {
    const { memory } = kernel;
    const uses = reachableFrames(kernel);
    const crash = Array.from({ length: memory.crash.end - memory.crash.first }, (_, index) => memory.crash.first + index);
    const frames = [...memory.taken.keys(), ...crash].sort((a, b) => a - b);
    return new Map(frames.map((frame) => {
        const use = uses.get(frame);
        const taken = memory.taken.get(frame);
        const view = {
            owner: use?.owner ?? (taken === undefined ? null : "lost"),
            image: use?.image ?? null,
            purpose: taken ?? use?.purpose ?? null,
            writable: !memory.readOnly.has(frame),
            executable: memory.executable.has(frame),
            bytes: pageOf(memory, frame).slice(),
        };
        return [frame, view];
    }));
}
/** Every frame that the images in the slots and in local variables reach, the slots' first. */
function reachableFrames(kernel) {
    const { slots, calls, memory } = kernel;
    const uses = new Map();
    const claim = (image, owner, call) => {
        if (image === null)
            return;
        const use = { owner, image: image.id };
        const crashFrames = crashFramesOf(memory, image);
        for (const [frame, purpose] of crashFrames)
            uses.set(frame, { ...use, purpose });
        for (const frame of allocatedFramesOf(memory, image, call)) {
            if (!uses.has(frame))
                uses.set(frame, { ...use, purpose: null });
        }
    };
    claim(slots.kexec_image, "kexec_image");
    claim(slots.kexec_crash_image, "kexec_crash_image");
    for (const call of calls)
        claim(call.image, "image", call);
    return uses;
}
/** What the page allocator gave to an image, as its own lists tell. */
function* allocatedFramesOf(memory, image, call) {
    for (const block of image.control_pages)
        yield* framesOf(block);
    for (const block of image.extra_pages)
        yield* framesOf(block);
    yield* image.dest_pages;
    yield* image.unusable_pages;
    for (const { kind, address } of forEachKimageEntry(memory, image)) {
        if (kind === "INDIRECTION" || kind === "SOURCE")
            yield frameOf(memory, address);
    }
    if (call !== undefined && call.page !== null)
        yield call.page;
}
/** The frames of the crash region that a crash image uses. */
function crashFramesOf(memory, image) {
    const frames = new Map();
    if (image.type !== "KEXEC_TYPE_CRASH")
        return frames;
    const page = BigInt(memory.page_bytes);
    for (let frame = memory.crash.first; inCrashRegion(memory, frame); frame += 1) {
        const start = BigInt(frame) * page;
        const inside = ({ mem, memsz }) => start + page > mem && start < mem + memsz;
        if (image.segment.some(inside))
            frames.set(frame, "segment");
    }
    for (const { block, purpose } of image.crash_pages) {
        for (const frame of framesOf(block))
            frames.set(frame, purpose);
    }
    return frames;
}
//# sourceMappingURL=observe.js.map