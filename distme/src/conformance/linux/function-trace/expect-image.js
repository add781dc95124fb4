import { slotOf } from "../../../memory/call.js";
import { ownerOf, purposeOf, purposes } from "../../../memory/frames.js";
import { localImage } from "../../../memory/kimage.js";
import { get, planOf } from "../../../memory/layout.js";
import { elsewhere, failedWith, outcomeOf, place, placeIn, resultDiffers, step, withFrame, } from "./expectation.js";
import { destinationIn, frameFor, leafOf } from "./tracked.js";
/** kexec_load_permitted: the last transition is the one that lets the call pass. */
export function permission({ granted }) {
    const passes = "call.entered kexec_load_check 3";
    return [
        step("kexec_load_check", {
            differs: ({ transitions }) => transitions.includes(passes) === granted
                ? null
                : `the kernel ${granted ? "permits" : "does not permit"} the load`,
        }),
    ];
}
/** From 5.15 on do_kexec_load tries the lock itself; before, its caller has taken it. */
export function loadEntered(watched, sight) {
    const { layout, trace } = watched;
    const leaf = triesLock(watched) ? "call.admitted" : "call.locked.choosingSlot";
    return [
        placeIn(watched, [leaf], ({ state }) => {
            const { request } = planOf(layout, state.context.mem, trace.task);
            const { nr_segments, flags } = sight;
            if (nr_segments !== request.nr_segments) {
                return `the kernel has ${nr_segments} segments, the request ${request.nr_segments}`;
            }
            const wanted = request.flags >>> 0;
            if (flags === wanted)
                return null;
            return `the kernel has flags 0x${flags.toString(16)}, the request 0x${wanted.toString(16)}`;
        }),
    ];
}
export function loadReturned(watched, { result }) {
    const leaf = triesLock(watched) ? "call.returning" : "call.locked.unlocking";
    return [placeIn(watched, [leaf], (tracked) => resultDiffers(watched, tracked, result))];
}
function triesLock({ layout }) {
    return layout.bounds.features.includes("list-copied-before-lock");
}
/** kimage_free: of the image in the slot, or of the local variable; or of NULL. */
export function freed({ layout, trace }, { image }) {
    const imageIn = (tracked) => {
        const { mem } = tracked.state.context;
        return leafOf(tracked, trace.task) === "call.locked.slotChosen"
            ? get(mem, slotOf(layout, mem, trace.task))
            : localImage(layout, mem, trace.task);
    };
    return [
        step("kimage_free", {
            differs: (_step, before) => {
                const model = imageIn(before);
                if ((model === 0) !== (image === 0n)) {
                    return image === 0n
                        ? `the kernel frees nothing, the statechart image ${model}`
                        : "the kernel frees an image, the statechart none";
                }
                return image === 0n ? null : isImage(before, { image, model });
            },
        }),
    ];
}
/** Whether a kernel's image is the model's, as far as is known; null: it is. */
function isImage({ images }, { image, model }) {
    const known = [...images].find(([, reference]) => reference === model)?.[0] ?? image;
    if (known === image && (images.get(image) ?? model) === model)
        return null;
    return `the kernel means another image than the statechart, which means image ${model}`;
}
export function imageAllocated(watched, { image }) {
    const { layout, trace } = watched;
    return [
        step("do_kimage_alloc_init", {
            choose: () => (event) => "outcome" in event && (event.outcome === "ok") === (image !== 0n),
            learns: ({ state }, { images }) => {
                const own = localImage(layout, state.context.mem, trace.task);
                const others = [...images].filter(([, reference]) => reference !== own);
                if (image === 0n)
                    return {};
                return { images: new Map(others).set(image, own), nextHole: trace.crashRegion };
            },
        }),
    ];
}
/** A function is called for the image that the task loads. */
export function imageUsed({ layout, trace }, { image }) {
    return place((tracked) => {
        const model = localImage(layout, tracked.state.context.mem, trace.task);
        return model === 0
            ? elsewhere(leafOf(tracked, trace.task))
            : isImage(tracked, { image, model });
    });
}
export function listChecked(watched, { result }) {
    return [
        step("sanity_check_segment_list", {
            differs: (after) => resultDiffers(watched, after, result),
            result,
        }),
    ];
}
const TABLES = "call.locked.machineKexecPrepare.";
const leavesOf = {
    control: [
        "call.locked.kimageAllocInit.controlPage",
        "call.locked.kimageAllocInit.crashControlPage",
    ],
    swap: ["call.locked.kimageAllocInit.swapPage"],
    tables: [`${TABLES}table`, `${TABLES}crashTable`],
    vmcoreinfo: [],
};
/**
 * kimage_alloc_control_pages is entered. A kernel needs more page tables than the model: each of
 * its calls is one of the model's, or one more, as a whole.
 */
export function controlWanted(watched, { use }) {
    const own = { ...placeIn(watched, leavesOf[use]), learns: () => ({ isExtra: false }) };
    if (use !== "tables")
        return [own];
    const places = [...leavesOf.tables, `${TABLES}architecture`];
    return [own, { ...placeIn(watched, places), learns: () => ({ isExtra: true }) }];
}
/** The call is for one page table more than the model has, and does `also`. */
function extra(also, learns = () => ({})) {
    return { ...place((tracked) => (tracked.isExtra ? also(tracked) : IS_OWN)), learns };
}
const IS_OWN = "the statechart allocates that page, too";
const IS_EXTRA = "the statechart has one page table less";
/** One answer of the page allocator for a control page. */
export function controlFrame(watched, sight) {
    const { layout, trace } = watched;
    const { use, frame, pages } = sight;
    const given = frame === null ? [] : Array.from({ length: pages }, (_, i) => frame + i);
    const type = "kimage_alloc_normal_control_pages";
    const allocation = step(type, {
        choose: (tracked) => {
            const leaf = leafOf(tracked, trace.task);
            if (tracked.isExtra)
                return IS_EXTRA;
            if (!leavesOf[use].includes(leaf))
                return elsewhere(leaf);
            if (frame === null)
                return withFrame(null);
            const model = frameFor(tracked, trace, { layout, given });
            return model.kind === "frame" ? withFrame(model.frame) : noFrame(model.kind, frame);
        },
        learns: (_step, before) => bound(watched, before, given),
    });
    return frame === null ? [allocation] : [allocation, extra(() => null)];
}
/** Why no frame of the model can be what the page allocator gave. */
export function noFrame(kind, frame) {
    return kind === "none"
        ? "the model's world has no frame left that could be the one that the kernel got"
        : `frame ${frame} is a destination that the model's request has not got`;
}
/** Remembers what the first of these frames is in the model. */
export function bound(watched, before, given) {
    const { layout, trace } = watched;
    const [frame] = given;
    const model = frameFor(before, trace, { layout, given });
    if (frame === undefined || model.kind !== "frame")
        return {};
    return { frames: new Map(before.frames).set(frame, model.frame) };
}
const purposeFor = {
    control: purposes.CONTROL,
    swap: purposes.SWAP,
    tables: purposes.TABLE,
};
/** kimage_alloc_control_pages hands out what the page allocator said last. */
export function controlGiven(watched, sight) {
    const { layout, trace } = watched;
    const { use, frame, allocated } = sight;
    if (frame !== allocated || use === "vmcoreinfo") {
        const why = `the kernel hands out frame ${frame}, its page allocator gave frame ${allocated}`;
        return [place(() => why)];
    }
    if (frame === null)
        return [failedWith(watched, -ENOMEM)];
    const own = destinationIn(trace, layout, { request: trace.request, frame });
    if (own !== null)
        return [place(() => `the kernel hands out frame ${frame}, a destination`)];
    return [
        extra(() => null),
        place(({ state, frames, isExtra }) => {
            if (isExtra)
                return IS_EXTRA;
            const { mem } = state.context;
            const model = frames.get(frame);
            const isOwn = model !== undefined && ownerOf(layout, mem, model) === localImage(layout, mem, trace.task);
            if (isOwn && purposeOf(layout, mem, model) === purposeFor[use])
                return null;
            return `the statechart does not hand out frame ${frame}`;
        }),
    ];
}
const ENOMEM = 12;
/** Control pages of a crash image. */
export function hole(watched, sight) {
    const { trace } = watched;
    const { use, frame, pages } = sight;
    const allocation = step("kimage_alloc_crash_control_pages", {
        choose: (tracked) => {
            const leaf = leafOf(tracked, trace.task);
            if (tracked.isExtra)
                return IS_EXTRA;
            return leavesOf[use].includes(leaf) ? () => true : elsewhere(leaf);
        },
        differs: ({ transitions }, before) => {
            const isRefused = transitions.some((key) => key.endsWith(`${allocation.type} 0`));
            if (isRefused === (frame === null))
                return isNextHole(watched, before, { frame, pages });
            return `the kernel finds ${frame === null ? "no" : "a"} page in the crash region`;
        },
        learns: (_step, { nextHole }) => ({ nextHole: frame === null ? nextHole : frame + pages }),
    });
    if (frame === null)
        return [allocation];
    const more = extra((tracked) => isNextHole(watched, tracked, { frame, pages }), () => ({ nextHole: frame + pages }));
    return [allocation, more];
}
/** Whether a frame of the crash region is the first one that is nobody's; null: it is. */
function isNextHole({ trace }, { nextHole }, { frame, pages }) {
    if (frame === null)
        return null;
    const aligned = (from) => Math.ceil(from / pages) * pages;
    let expected = aligned(nextHole);
    const occupied = [...trace.segments].sort((a, b) => a.start - b.start);
    for (const { start, pages: length } of occupied) {
        const isClear = expected + pages <= start || start + length <= expected;
        if (!isClear)
            expected = aligned(start + length);
    }
    if (frame === expected)
        return null;
    return `the kernel takes frame ${frame} of the crash region, where ${expected} is the next`;
}
export function prepared(watched, { result }) {
    const itself = step("machine_kexec_prepare", {
        choose: () => outcomeOf(result),
        differs: (after) => resultDiffers(watched, after, result),
        result,
    });
    return result === 0 ? [itself] : [itself, failedWith(watched, result)];
}
export function vmcoreinfo(watched, sight) {
    const { result, hole: found } = sight;
    return [
        step("kimage_crash_copy_vmcoreinfo", {
            choose: () => outcomeOf(found?.frame === null ? 0 : result),
            differs: (after, before) => resultDiffers(watched, after, result) ??
                isNextHole(watched, before, { frame: found?.frame ?? null, pages: 1 }),
            result,
        }),
    ];
}
//# sourceMappingURL=expect-image.js.map