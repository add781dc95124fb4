import { match, P } from "ts-pattern";
import { resultName } from "../kernel/errno.js";
import { resultOf, returnValue, transitionHolder } from "../memory/call.js";
import { contentName, JUNK } from "../memory/content.js";
import { entryKinds, walk } from "../memory/entries.js";
import { contentOf, indexOf, inRegion, isLost, ownerOf, purposeOf } from "../memory/frames.js";
import { statusOf } from "../memory/kimage.js";
import { get, imageStatus, JUMPING, KEXEC_CRASH_IMAGE, KEXEC_IMAGE, KEXEC_LOAD_DISABLED, KILLED, SHRUNK, taskAt, VMCOREINFO_SAFECOPY, } from "../memory/layout.js";
import { limitOf } from "../memory/limits.js";
import { lockHolder, panicOf, workerOf } from "../memory/lock.js";
import { isReadonly } from "../memory/region.js";
/** Spells an event as a person reads it: `copy_from_user -> EFAULT`. */
export function eventLabel(layout, event) {
    return match(event)
        .with({ type: "kexec_load" }, ({ request }) => {
        return `kexec_load "${layout.bounds.requests[request]?.name ?? request}"`;
    })
        .with({ type: "kexec_file_load" }, ({ request }) => {
        return `kexec_file_load "${layout.bounds.requests[request]?.name ?? request}"`;
    })
        .with({ call: P.number }, ({ type, call }) => {
        const name = layout.bounds.calls?.[call]?.name ?? String(call);
        return name === "" ? type : `${type} "${name}"`;
    })
        .with({ type: "panic" }, ({ by }) => (by === null ? "panic" : `panic on the CPU of task ${by}`))
        .with({ type: "oops" }, ({ fatal }) => (fatal ? "oops, kexec_should_crash" : "oops"))
        .with({ type: "peer_returns" }, ({ wrote }) => wrote ? "peer_returns, has written" : "peer_returns")
        .with({ type: "kexec_limit_handler" }, ({ limit, value }) => `kexec_load_limit_${limit} = ${value}`)
        .with({ type: "proc_dointvec_minmax" }, ({ value }) => `kexec_load_disabled = ${value}`)
        .with({ frame: null }, ({ type }) => `${type} -> none`)
        .with({ frame: P.number }, ({ type, frame }) => `${type} -> frame ${frame}`)
        .with({ outcome: P.not("ok") }, ({ type, outcome }) => `${type} -> ${outcome}`)
        .otherwise(({ type }) => type);
}
/** What a step changed in memory, one sentence each; nothing is said of what stayed. */
export function changes(layout, before, after) {
    return [
        ...globalChanges(layout, before, after),
        ...taskChanges(layout, before, after),
        ...imageChanges(layout, before, after),
        ...frameChanges(layout, before, after),
        ...protectionChanges(layout, before, after),
    ];
}
function globalChanges(layout, before, after) {
    const said = [];
    if (lockHolder(before) !== lockHolder(after)) {
        said.push(lockText(layout, lockHolder(after)));
    }
    const mutex = transitionHolder(after);
    if (mutex !== transitionHolder(before)) {
        said.push(`system_transition_mutex ${mutex < 0 ? "free" : `: task ${mutex}`}`);
    }
    for (const limit of ["reboot", "panic"]) {
        const value = limitOf(after, limit);
        if (value !== limitOf(before, limit))
            said.push(`kexec_load_limit_${limit} = ${value}`);
    }
    const shrunk = get(after, SHRUNK);
    if (shrunk > get(before, SHRUNK))
        said.push(`crash region: ${layout.bounds.crashFrames - shrunk} pages`);
    const stopped = get(after, JUMPING);
    if (stopped !== get(before, JUMPING))
        said.push(jumpTexts[stopped] ?? "");
    const pointers = [
        ["kexec_image", KEXEC_IMAGE],
        ["kexec_crash_image", KEXEC_CRASH_IMAGE],
        ["vmcoreinfo_data_safecopy", VMCOREINFO_SAFECOPY],
    ];
    for (const [name, at] of pointers) {
        const value = get(after, at);
        if (value !== get(before, at))
            said.push(`${name} = ${value === 0 ? "NULL" : imageName(value)}`);
    }
    const disabled = get(after, KEXEC_LOAD_DISABLED);
    if (disabled !== get(before, KEXEC_LOAD_DISABLED))
        said.push(`kexec_load_disabled = ${disabled}`);
    return said;
}
/** How far a jump has stopped the rest of the machine, by `jumping`. */
export const jumpTexts = ["everybody is thawed", "everybody else is frozen", "this CPU is alone"];
function lockText(layout, holder) {
    if (holder < 0)
        return "lock free";
    if (holder === panicOf(layout))
        return "lock: the panicking CPU";
    return holder === workerOf(layout) ? "lock: the hotplug worker" : `lock: task ${holder}`;
}
function taskChanges(layout, before, after) {
    const said = [];
    for (let task = 0; task < layout.bounds.tasks; task++) {
        const result = resultOf(layout, after, task);
        if (result !== 0 && result !== resultOf(layout, before, task)) {
            said.push(`result ${resultName(returnValue(result))}`);
        }
        const killed = taskAt(layout, task) + KILLED;
        if (get(after, killed) > get(before, killed))
            said.push("a fatal signal is pending");
    }
    return said;
}
function imageChanges(layout, before, after) {
    const said = [];
    for (let image = 1; image <= layout.imagesMax; image++) {
        const status = statusOf(layout, after, image);
        if (status !== statusOf(layout, before, image)) {
            const word = statusWord(status);
            if (word)
                said.push(`${imageName(image)} ${word}`);
        }
        if (status !== imageStatus.LIVE)
            continue;
        const old = walk(layout, before, image).length;
        for (const entry of walk(layout, after, image).slice(old)) {
            said.push(`list of ${imageName(image)}: ${entryName(entry)}`);
        }
    }
    return said;
}
/** What has become of an image, by `imageStatus`; null for one that was never allocated. */
export function statusWord(status) {
    if (status === imageStatus.LIVE)
        return "allocated";
    if (status === imageStatus.FREED)
        return "freed";
    return status === imageStatus.FREED_TWICE ? "freed a second time" : null;
}
/** An entry of an image's list, as the kernel would write it. */
export function entryName({ kind, value }) {
    return match(kind)
        .with(entryKinds.DESTINATION, () => `IND_DESTINATION frame ${value}`)
        .with(entryKinds.INDIRECTION, () => `IND_INDIRECTION page ${value}`)
        .with(entryKinds.SOURCE, () => `IND_SOURCE for frame ${value}`)
        .with(entryKinds.DONE, () => "IND_DONE")
        .exhaustive();
}
function imageName(image) {
    return `image ${image}`;
}
const purposeNames = [
    "",
    "control code",
    "swap page",
    "page table",
    "list page",
    "source",
    "unlisted source",
    "parked",
    "unusable",
    "set aside",
    "vmcoreinfo",
];
/** What a frame is used for, in a word or two; a frame that is lost was used for it. */
export function purposeName(layout, mem, pfn) {
    return purposeNames[purposeOf(layout, mem, pfn)] ?? "?";
}
/** What a frame is, in a few words. */
export function frameName(layout, mem, pfn) {
    if (ownerOf(layout, mem, pfn) === 0)
        return "free";
    const purpose = purposeName(layout, mem, pfn);
    if (isLost(layout, mem, pfn))
        return `LOST (was ${purpose})`;
    const index = indexOf(layout, mem, pfn);
    const place = index === pfn ? " (in place)" : ` for frame ${index}`;
    const where = purpose.endsWith("source") ? place : "";
    return `${purpose}${where} of ${imageName(ownerOf(layout, mem, pfn))}`;
}
function frameChanges(layout, before, after) {
    const changed = new Map();
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        const is = frameName(layout, after, pfn);
        const content = contentOf(layout, after, pfn);
        const written = content !== contentOf(layout, before, pfn) && content !== JUNK;
        const holds = written ? `holds ${contentName(content)}` : "";
        const moved = is === frameName(layout, before, pfn) ? "" : is;
        const said = [moved, holds].filter((part) => part !== "").join(", ");
        if (said !== "")
            changed.set(said, [...(changed.get(said) ?? []), pfn]);
    }
    return [...changed].map(([said, list]) => {
        const colon = said.startsWith("holds") || said === "free" ? "" : ":";
        return `frame${list.length > 1 ? "s" : ""} ${list.join(", ")}${colon} ${said}`;
    });
}
function protectionChanges(layout, before, after) {
    const changed = [];
    for (let pfn = 0; pfn < layout.frames; pfn++) {
        if (isReadonly(layout, before, pfn) !== isReadonly(layout, after, pfn))
            changed.push(pfn);
    }
    const [first] = changed;
    if (first === undefined)
        return [];
    const rights = isReadonly(layout, after, first) ? "read-only" : "writable";
    const region = Array.from({ length: layout.frames }, (_, pfn) => pfn).filter((pfn) => inRegion(layout, after, pfn));
    // the control code page has rights of its own
    if (changed.length < region.length - 1 || changed.some((pfn) => !region.includes(pfn))) {
        return [`frame${changed.length > 1 ? "s" : ""} ${changed.join(", ")} ${rights}`];
    }
    const others = region.filter((pfn) => !changed.includes(pfn));
    const differ = others.filter((pfn) => isReadonly(layout, after, pfn) !== (rights === "read-only"));
    const but = rights === "read-only" && differ.length > 0 ? ` but frame ${differ.join()}` : "";
    return [`crash region ${rights}${but}`];
}
//# sourceMappingURL=describe.js.map