import { transitionHolder } from "../../memory/call.js";
import { contentName } from "../../memory/content.js";
import { relocated } from "../../memory/entries.js";
import { contentOf, inRegion, isFree, isLost, regionEnd } from "../../memory/frames.js";
import { controlCodeFrame, hasFlag, statusOf } from "../../memory/kimage.js";
import { get, imageFlags, imagePlan, imageStatus, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, VMCOREINFO_SAFECOPY, } from "../../memory/layout.js";
import { limitOf } from "../../memory/limits.js";
import { lockHolder } from "../../memory/lock.js";
import { isControlCode, isReadonly } from "../../memory/region.js";
export const slotNames = ["kexec_image", "kexec_crash_image"];
/** What a system call, sysfs or a sysctl tells: kernels that differ in it are two to their users. */
export function visibleFacts(layout, { mem }) {
    return new Map([
        ["kexec_image", imageName(layout, mem, get(mem, KEXEC_IMAGE))],
        ["kexec_crash_image", imageName(layout, mem, get(mem, KEXEC_CRASH_IMAGE))],
        ["lock", lockHolder(mem) < 0 ? "free" : "held"],
        ["system_transition_mutex", transitionHolder(mem) < 0 ? "free" : "held"],
        ["kexec_load_disabled", String(get(mem, KEXEC_LOAD_DISABLED))],
        ["kexec_load_limit_reboot", limitText(limitOf(mem, "reboot"))],
        ["kexec_load_limit_panic", limitText(limitOf(mem, "panic"))],
        ["crash region", `${regionEnd(layout, mem) - layout.bounds.frames} pages`],
    ]);
}
function limitText(limit) {
    return limit < 0 ? "none" : String(limit);
}
function imageName(layout, mem, image) {
    return image === 0 ? "none" : `"${imagePlan(layout, mem, image).request.name}"`;
}
/** What only the kernel itself knows, and whoever runs after it. */
export function innerFacts(layout, state) {
    const { mem } = state;
    const [normal, onCrash] = [get(mem, KEXEC_IMAGE), get(mem, KEXEC_CRASH_IMAGE)];
    const all = frames(layout);
    const images = Array.from({ length: layout.imagesMax }, (_, i) => i + 1);
    const live = images.filter((image) => statusOf(layout, mem, image) === imageStatus.LIVE);
    return new Map([
        ["images in no slot", String(live.filter((one) => one !== normal && one !== onCrash).length)],
        ["ordinary frames in use", String(all.filter(isUsed(layout, mem)).length)],
        ["frames lost", String(lostFrames(layout, state))],
        ["vmcoreinfo_data_safecopy", safecopyText(mem)],
        ["crash region is", onCrash === 0 ? "nobody's" : regionRights(layout, mem)],
        ["control code page of kexec_image", controlRights(layout, mem, normal)],
        ["control code page of kexec_crash_image", controlRights(layout, mem, onCrash)],
        ["hotplug events", hotplugText(layout, mem, onCrash)],
        ["kexec_image->start", startText(layout, mem, normal)],
        ["kexec_image moves", normal === 0 ? "nothing" : moves(layout, mem, normal)],
        ...contents(layout, state),
    ]);
}
const ended = ["newKernel", "crashKernel"];
/** Frames that belong to an image that was freed without them. */
export function lostFrames(layout, { mem }) {
    return frames(layout).filter((pfn) => isLost(layout, mem, pfn)).length;
}
const known = new WeakMap();
function frames(layout) {
    const all = known.get(layout) ?? Array.from({ length: layout.frames }, (_, pfn) => pfn);
    known.set(layout, all);
    return all;
}
function isUsed(layout, mem) {
    return (pfn) => !inRegion(layout, mem, pfn) && !isFree(layout, mem, pfn);
}
function safecopyText(mem) {
    const image = get(mem, VMCOREINFO_SAFECOPY);
    if (image === 0)
        return "NULL";
    return image === get(mem, KEXEC_CRASH_IMAGE) ? "in kexec_crash_image" : "in an image in no slot";
}
function rightsText(readonly) {
    return readonly ? "read-only" : "writable";
}
function regionRights(layout, mem) {
    const rights = frames(layout)
        .filter((pfn) => inRegion(layout, mem, pfn) && !isControlCode(layout, mem, pfn))
        .map((pfn) => isReadonly(layout, mem, pfn));
    if (rights.every((one) => one === rights[0]))
        return rightsText(rights[0] === true);
    return "read-only in part";
}
function controlRights(layout, mem, image) {
    const pfn = image === 0 ? -1 : controlCodeFrame(layout, mem, image);
    return pfn < 0 ? "none" : rightsText(isReadonly(layout, mem, pfn));
}
function hotplugText(layout, mem, image) {
    const follows = image !== 0 && hasFlag(layout, mem, image, imageFlags.HOTPLUG_SUPPORT);
    return follows ? "rewrite its elfcorehdr" : "change nothing";
}
function startText(layout, mem, image) {
    const comesBack = image !== 0 && hasFlag(layout, mem, image, imageFlags.REENTRY);
    return comesBack ? "where it was left" : "as loaded";
}
function moves(layout, mem, image) {
    return [...relocated(layout, mem, image)]
        .map(([pfn, content]) => `${contentName(content)} to frame ${pfn}`)
        .join(", ");
}
/**
 * What the frames hold: in the end all of them, before it those of the region while there is a
 * crash image. Frames that no request names can be exchanged, and are counted.
 */
function contents(layout, { mem, has }) {
    const all = ended.some(has);
    if (!all && get(mem, KEXEC_CRASH_IMAGE) === 0)
        return [];
    const others = [];
    const named = [];
    for (const pfn of frames(layout)) {
        if (!all && !inRegion(layout, mem, pfn))
            continue;
        const holds = contentName(contentOf(layout, mem, pfn));
        if (!layout.isInterchangeable[pfn])
            named.push([`frame ${pfn}`, holds]);
        else if (holds !== "junk")
            others.push(holds);
    }
    return [...named, ["other frames", others.sort().join(", ") || "junk"]];
}
//# sourceMappingURL=facts.js.map