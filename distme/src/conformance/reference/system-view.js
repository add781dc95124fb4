import { IND_DESTINATION, IND_DONE, IND_INDIRECTION, IND_SOURCE } from "../../kernel/kexec.js";
import { holders, imageText, localName, rangeText } from "./view.js";
/** What can be seen of the reference kernel, in the words that the model's view has. */
export function systemView(running, seen) {
    const { machine, kernel } = running;
    const images = imagesOf(running, seen);
    const view = new Map(globals(running, seen, images));
    for (const [name, image] of images) {
        view.set(name, describeImage(image));
        const slot = name === "kexec_image" || name === "kexec_crash_image" ? name : null;
        const list = slot === null ? listOf(machine, seen, image) : installedList(running, slot);
        view.set(`entry list of ${name}`, list);
    }
    const foreign = [];
    for (let frame = 0; frame < kernel.config.frames; frame++) {
        const at = seen.frames.get(frame);
        const pfn = machine.pfnOf(frame);
        if (pfn === null) {
            if (at !== undefined)
                foreign.push(frame);
            continue;
        }
        view.set(`frame ${pfn}`, describeFrame(at, images));
        const readOnly = seen.readOnly.has(frame);
        view.set(`protection of frame ${pfn}`, readOnly ? "read-only" : "writable");
    }
    view.set("frames that the model lacks", foreign.length === 0 ? "free" : foreign.join());
    return view;
}
/** The images by the variable that points to them; a slot's comes before a call's. */
function imagesOf({ threads }, seen) {
    const images = new Map();
    if (seen.kexec_image !== null)
        images.set("kexec_image", seen.kexec_image);
    if (seen.kexec_crash_image !== null)
        images.set("kexec_crash_image", seen.kexec_crash_image);
    for (const [task, { id }] of threads) {
        const local = seen.images.get(id);
        if (local !== undefined)
            images.set(localName(task), local);
    }
    return images;
}
function globals(running, seen, images) {
    return [
        ["machine", seen.machine],
        ["lock", holderName(running, seen.lockHolder)],
        ["system_transition_mutex", holderName(running, seen.system_transition_mutex)],
        ["frozen", seen.frozen ? "yes" : "no"],
        ["kexec_load_disabled", seen.kexec_load_disabled ? "1" : "0"],
        ["kexec_load_limit_reboot", String(seen.load_limits.reboot)],
        ["kexec_load_limit_panic", String(seen.load_limits.panic)],
        ["crash region", rangeText(seen.crashk_res)],
        ["vmcoreinfo_data_safecopy", safecopyText(running.machine, seen, images)],
    ];
}
/** What would have stopped a real kernel. */
export function oopsesText({ machine }, { oopses }) {
    const stops = oopses.map(({ kind, frame }) => oopsText(kind, machine.pfnOf(frame)));
    return stops.join("; ") || "none";
}
export function oopsText(kind, pfn) {
    return `${kind}, frame ${pfn}`;
}
function safecopyText(machine, seen, images) {
    const { vmcoreinfo_data_safecopy: safecopy } = seen;
    if (safecopy === null)
        return "none";
    const { frame, owner, image } = safecopy;
    const local = [...images].find(([, { id }]) => id === image);
    return `frame ${machine.pfnOf(frame)} of ${owner === "image" ? local?.[0] : owner}`;
}
function holderName({ threads, worker, panics }, id) {
    if (id === null)
        return holders.free;
    if (worker?.id === id)
        return holders.worker;
    if (panics.some((panic) => panic.id === id))
        return holders.panic;
    const task = [...threads].find(([, thread]) => thread.id === id);
    return task === undefined ? "a call that has returned" : holders.task(task[0]);
}
function describeImage(image) {
    return imageText({
        entry: image.start,
        crash: image.type === "KEXEC_TYPE_CRASH",
        preservesContext: image.preserve_context,
        hotplug: image.hotplug_support,
        segments: image.nr_segments,
    });
}
function describeFrame(at, images) {
    if (at === undefined || at.owner === null)
        return "free";
    if (at.owner === "lost")
        return `${at.purpose}, lost`;
    const owner = [...images].find(([, { id }]) => id === at.image);
    return `${at.purpose} of ${owner?.[0] ?? "nobody"}`;
}
function installedList({ kernel, machine }, slot) {
    const entries = kernel.walk(slot) ?? [];
    return entries.map(({ kind, address }) => entryText(machine, kind, address)).join(", ");
}
/**
 * The list of an image under construction, read from the bytes of its list pages: it begins on the
 * one that no other links to.
 */
function listOf(machine, seen, image) {
    const pages = new Map();
    for (const [frame, { image: owner, purpose, bytes }] of seen.frames) {
        if (owner === image.id && purpose === "list")
            pages.set(frame, readListPage(machine, bytes));
    }
    const linked = new Set([...pages.values()].map(({ next }) => next));
    const heads = [...pages.keys()].filter((frame) => !linked.has(frame));
    if (pages.size === 0)
        return "";
    if (heads.length !== 1)
        return `${heads.length} list pages that nothing links to`;
    const entries = [];
    for (let at = heads[0] ?? null; at !== null;) {
        const page = pages.get(at);
        pages.delete(at); // a list that runs in a circle ends here
        entries.push(`INDIRECTION frame ${machine.pfnOf(at)}`, ...(page?.entries ?? []));
        at = page?.next ?? null;
    }
    return entries.join(", ");
}
function readListPage(machine, bytes) {
    const { page_bytes, entriesPerListPage } = machine.config;
    const words = new DataView(bytes.buffer, bytes.byteOffset);
    const entries = [];
    for (let index = 0; index < entriesPerListPage; index++) {
        const word = words.getBigUint64(index * 8, true);
        const kind = kindOf(word);
        if (kind === null)
            break;
        const address = word - (word % BigInt(page_bytes));
        if (kind === "INDIRECTION")
            return { entries, next: Number(address / BigInt(page_bytes)) };
        entries.push(entryText(machine, kind, address));
        if (kind === "DONE")
            break;
    }
    return { entries, next: null };
}
function kindOf(word) {
    const flags = Number(word & 15n);
    if (flags & IND_DONE)
        return "DONE";
    if (flags & IND_INDIRECTION)
        return "INDIRECTION";
    if (flags & IND_DESTINATION)
        return "DESTINATION";
    return flags & IND_SOURCE ? "SOURCE" : null;
}
/** A destination is an address; what holds a page is a frame, with the model's number. */
function entryText(machine, kind, address) {
    const frame = Number(address / BigInt(machine.config.page_bytes));
    if (kind === "DONE")
        return kind;
    return `${kind} frame ${kind === "DESTINATION" ? frame : machine.pfnOf(frame)}`;
}
//# sourceMappingURL=system-view.js.map