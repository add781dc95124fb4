import { isAlone, isInCall, isJumping, resultOf, transitionHolder } from "../../memory/call.js";
import { entryKinds, walk } from "../../memory/entries.js";
import { findFrame, inRegion, isFree, isLost, ownerOf, purposeOf, purposes, } from "../../memory/frames.js";
import { hasFlag, localImage } from "../../memory/kimage.js";
import { get, imageFlags, imagePlan, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, VMCOREINFO_SAFECOPY, } from "../../memory/layout.js";
import { limitOf } from "../../memory/limits.js";
import { lockHolder, panicOf, workerOf } from "../../memory/lock.js";
import { crashkRes, isReadonly } from "../../memory/region.js";
import { passesRules } from "../../memory/segments.js";
import { isAtEnd, machineState } from "../../model/machine-state.js";
import { holders, imagePointers, imageText, localName, PEER_START, rangeText, } from "./view.js";
const purposeNames = {
    [purposes.CONTROL]: "control",
    [purposes.SWAP]: "swap",
    [purposes.TABLE]: "table",
    [purposes.LIST]: "list",
    [purposes.SOURCE]: "source",
    // the kernel knows no difference until the page is on the list
    [purposes.UNLISTED]: "source",
    [purposes.PARKED]: "parked",
    [purposes.UNUSABLE]: "unusable",
    [purposes.EXTRA]: "extra",
    [purposes.VMCOREINFO]: "vmcoreinfo",
};
/** What a state of the model says about the kernel; of one that is at its end, only that. */
export function modelView(layout, state) {
    const { mem } = state.context;
    const machine = ["machine", machineNow(state)];
    if (isAtEnd(state))
        return new Map([machine]);
    const names = imageNames(layout, mem);
    const view = new Map([machine, ...globals(layout, mem, names)]);
    for (const [image, name] of names) {
        view.set(name, describeImage(layout, mem, image));
        const installed = get(mem, KEXEC_IMAGE) === image || get(mem, KEXEC_CRASH_IMAGE) === image;
        const normal = !hasFlag(layout, mem, image, imageFlags.TYPE_CRASH);
        // a crash image's list is one word, in struct kimage, which is seen of installed images only
        if (installed || normal)
            view.set(`entry list of ${name}`, listText(layout, mem, image));
    }
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        const use = describeFrame(layout, mem, pfn, names);
        if (use !== null)
            view.set(`frame ${pfn}`, use);
        const readonly = isReadonly(layout, mem, pfn);
        view.set(`protection of frame ${pfn}`, readonly ? "read-only" : "writable");
    }
    return view;
}
/** While a jump leaves this CPU alone the kernel does not run, though the model keeps its tasks. */
function machineNow(state) {
    const machine = machineState(state);
    const alone = isAlone(state.context.mem);
    return machine === "running" && alone ? "relocating" : machine;
}
/** The images that exist, each by the one variable that points to it. */
function imageNames(layout, mem) {
    const names = new Map();
    for (let task = 0; task < layout.bounds.tasks; task++) {
        names.set(localImage(layout, mem, task), localName(task));
    }
    names.set(get(mem, KEXEC_IMAGE), "kexec_image");
    names.set(get(mem, KEXEC_CRASH_IMAGE), "kexec_crash_image");
    names.delete(0);
    return names;
}
function globals(layout, mem, names) {
    return [
        ...imagePointers(layout.bounds.tasks).map((name) => [name, "none"]),
        ["lock", holderName(layout, lockHolder(mem))],
        ["system_transition_mutex", holderName(layout, transitionHolder(mem))],
        ["frozen", isJumping(mem) ? "yes" : "no"],
        ["kexec_load_disabled", String(get(mem, KEXEC_LOAD_DISABLED))],
        ["kexec_load_limit_reboot", String(limitOf(mem, "reboot"))],
        ["kexec_load_limit_panic", String(limitOf(mem, "panic"))],
        ["crash region", rangeText(crashkRes(layout, mem))],
        ...safecopyOf(layout, mem, names),
        ["frames that the model lacks", "free"],
    ];
}
function holderName(layout, holder) {
    if (holder < 0)
        return holders.free;
    if (holder === panicOf(layout))
        return holders.panic;
    return holder === workerOf(layout) ? holders.worker : holders.task(holder);
}
/** Nothing is said of a copy whose page another crash image has taken meanwhile (B2). */
function safecopyOf(layout, mem, names) {
    const what = "vmcoreinfo_data_safecopy";
    const image = get(mem, VMCOREINFO_SAFECOPY);
    if (image === 0)
        return [[what, "none"]];
    const page = findFrame(layout, mem, { image, purpose: purposes.VMCOREINFO });
    return page < 0 ? [] : [[what, `frame ${page} of ${names.get(image) ?? "lost"}`]];
}
function describeImage(layout, mem, image) {
    const { request } = imagePlan(layout, mem, image);
    const flag = (bit) => hasFlag(layout, mem, image, bit);
    const listCopied = flag(imageFlags.LIST_COPIED) || request.file === true;
    return imageText({
        entry: flag(imageFlags.REENTRY) ? PEER_START : request.entry,
        // the kernel makes it a crash image when the list has arrived
        crash: listCopied && flag(imageFlags.TYPE_CRASH),
        preservesContext: flag(imageFlags.PRESERVE_CONTEXT),
        hotplug: flag(imageFlags.HOTPLUG_SUPPORT),
        segments: listCopied ? request.nr_segments : 0,
    });
}
function listText(layout, mem, image) {
    const frame = (purpose, index) => `frame ${findFrame(layout, mem, { image, purpose, index })}`;
    const entries = walk(layout, mem, image).map(({ kind, value }) => {
        switch (kind) {
            case entryKinds.DESTINATION:
                return `DESTINATION frame ${value}`;
            case entryKinds.INDIRECTION:
                return `INDIRECTION ${frame(purposes.LIST, value)}`;
            case entryKinds.SOURCE:
                return `SOURCE ${frame(purposes.SOURCE, value)}`;
            default:
                return "DONE";
        }
    });
    return entries.join(", ");
}
/** Null where the model does not say. */
function describeFrame(layout, mem, pfn, names) {
    // two crash images may use one frame, and the model remembers the one that came last (B2)
    if (inRegion(layout, mem, pfn) && crashImages(layout, mem, names) > 1)
        return null;
    if (!isFree(layout, mem, pfn)) {
        const purpose = purposeNames[purposeOf(layout, mem, pfn)] ?? "?";
        const owner = names.get(ownerOf(layout, mem, pfn)) ?? "?";
        const forgotten = isForgotten(layout, mem, pfn);
        if (forgotten === null)
            return null;
        const lost = isLost(layout, mem, pfn) || forgotten;
        return lost ? `${purpose}, lost` : `${purpose} of ${owner}`;
    }
    return inRegion(layout, mem, pfn) ? describeRegionFrame(layout, mem, pfn, names) : "free";
}
function crashImages(layout, mem, names) {
    return [...names.keys()].filter((image) => hasFlag(layout, mem, image, imageFlags.TYPE_CRASH))
        .length;
}
/** The model keeps no role for a segment's page in the region: the image's list says it. */
function describeRegionFrame(layout, mem, pfn, names) {
    for (const [image, name] of names) {
        const { request, destinations } = imagePlan(layout, mem, image);
        const copied = request.file || hasFlag(layout, mem, image, imageFlags.LIST_COPIED);
        if (!copied || !hasFlag(layout, mem, image, imageFlags.TYPE_CRASH))
            continue;
        if (!passesRules(request.segments, true, layout.bounds))
            return null;
        if (destinations.has(pfn))
            return `segment of ${name}`;
    }
    return "free";
}
/**
 * Whether a source page that waited for its entry is reachable no more (B8): the variable `page`
 * is gone as soon as its function has failed, while the model's frame keeps the role until the
 * image is freed.
 *
 * @returns null where nobody remembers: the task is gone
 */
function isForgotten(layout, mem, pfn) {
    if (purposeOf(layout, mem, pfn) !== purposes.UNLISTED)
        return false;
    const owner = ownerOf(layout, mem, pfn);
    for (let task = 0; task < layout.bounds.tasks; task++) {
        if (localImage(layout, mem, task) !== owner)
            continue;
        return isInCall(layout, mem, task) ? resultOf(layout, mem, task) !== 0 : null;
    }
    return true;
}
//# sourceMappingURL=model-view.js.map