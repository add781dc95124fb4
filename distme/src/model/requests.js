import { errnos } from "../kernel/errno.js";
import { ADDRESS_SPACE_bytes, KEXEC_ARCH_386, KEXEC_ARCH_X86_64, KEXEC_CRASH_HOTPLUG_SUPPORT, KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT, } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../memory/bounds.js";
const page = PAGE_SIZE_bytes;
/** A segment of whole pages; its buffer fills all of it unless `buf_pages` says otherwise. */
function segment(pfn, pages, buf_pages = pages) {
    return {
        mem: BigInt(pfn) * page,
        memsz: BigInt(pages) * page,
        bufsz: BigInt(Math.round(buf_pages * Number(page))),
    };
}
function request({ name, flags = 0, entry = 0n, segments }) {
    return {
        name,
        flags,
        entry,
        segments,
        nr_segments: segments.length,
        capSysBoot: true,
        lsm: 0,
        lockdown: 0,
    };
}
/** A normal image of the given segments. */
export function normal(name, ...shapes) {
    return request({ name, segments: shapes.map((shape) => segment(...shape)) });
}
/** A crash image; segments are counted from the first frame of the region. */
export function crash(place, name, ...shapes) {
    return request({
        name,
        flags: KEXEC_ON_CRASH,
        entry: BigInt(place.frames) * page,
        segments: shapes.map(([pfn, ...rest]) => segment(place.frames + pfn, ...rest)),
    });
}
export const unloadNormal = request({ name: "unload normal", segments: [] });
export const unloadCrash = request({ name: "unload crash", flags: KEXEC_ON_CRASH, segments: [] });
/** The same request with KEXEC_PRESERVE_CONTEXT and the native architecture named. */
export function preservingContext(base) {
    return {
        ...base,
        name: `${base.name}, preserve context`,
        flags: base.flags | KEXEC_PRESERVE_CONTEXT | KEXEC_ARCH_X86_64,
    };
}
/** The same request, as kexec_file_load makes it of its files. */
export function byFile(base) {
    return { ...base, name: `${base.name}, by file`, file: true };
}
/** The same request through the 32-bit entry, which wants an architecture to be named. */
export function compat(base) {
    return {
        ...base,
        name: `${base.name}, 32-bit`,
        flags: base.flags | KEXEC_ARCH_386,
        compat: true,
    };
}
/** The same crash image, kept up to date by hotplug events. */
export function hotplugged(base) {
    return {
        ...base,
        name: `${base.name}, hotplug`,
        flags: base.flags | KEXEC_CRASH_HOTPLUG_SUPPORT,
    };
}
const reboot = {
    call: "reboot",
    name: "",
    capSysBoot: true,
    magic: true,
    childPidNamespace: false,
};
/** A reboot into the loaded image. */
export const rebootKexec = reboot;
/** Reboots that a gate refuses; with two defects the first gate decides. */
export const refusedReboots = [
    { ...reboot, name: "no capability, bad magic", capSysBoot: false, magic: false },
    { ...reboot, name: "bad magic", magic: false },
    { ...reboot, name: "in a child PID namespace", childPidNamespace: true },
];
export const readCrashSize = { call: "crash_size_show", name: "" };
/** @param size_bytes null: a text that is no number */
export function writeCrashSize(size_bytes) {
    return {
        call: "crash_size_store",
        name: size_bytes === null ? "junk" : `${size_bytes}`,
        size_bytes,
    };
}
function addSegments(...segments) {
    return (base) => {
        const all = [...base.segments, ...segments];
        return { ...base, segments: all, nr_segments: Math.max(base.nr_segments, all.length) };
    };
}
/** What can be wrong with any request, in the order in which the kernel asks. */
function commonDefects({ frames, crashFrames }, first) {
    const half = Math.floor(frames / 2);
    const beyond = frames + crashFrames + 8;
    const wrapping = { mem: ADDRESS_SPACE_bytes - page, memsz: page, bufsz: page };
    const askew = { mem: BigInt(first + 2) * page + 8n, memsz: page, bufsz: page };
    return [
        gate("no capability", (base) => ({ ...base, capSysBoot: false })),
        gate("LSM refuses", (base) => ({ ...base, lsm: errnos.EACCES })),
        gate("lockdown", (base) => ({ ...base, lockdown: errnos.EPERM })),
        gate("unknown flag", (base) => ({ ...base, flags: base.flags | 0x10 })),
        gate("17 segments", (base) => ({ ...base, nr_segments: 17 })),
        gate("i386", (base) => ({ ...base, flags: base.flags | KEXEC_ARCH_386 })),
        rule("wraps", wrapping),
        rule("unaligned", askew),
        rule("beyond limit", segment(beyond, 1)),
        rule("overlap", segment(first, 1), segment(first, 1)),
        rule("bufsz > memsz", segment(first + 1, 1, 2)),
        rule("too large", segment(first, half + 1)),
        rule("sum too large", segment(first, half), segment(first + half, 1)),
    ];
}
/** What can be wrong with a crash image only. */
function crashDefects({ frames, crashFrames }) {
    const start = BigInt(frames) * page;
    const end = BigInt(frames + crashFrames) * page;
    return {
        entry: [
            rule("entry below", (base) => ({ ...base, entry: start - 1n })),
            rule("entry above", (base) => ({ ...base, entry: end })),
        ],
        region: [
            rule("segment below", segment(frames - 1, 1)),
            rule("segment above", segment(frames + crashFrames, 1)),
        ],
    };
}
function gate(name, apply) {
    return { name, when: "gate", apply };
}
function rule(name, ...parts) {
    const apply = (base) => parts.reduce((request, part) => typeof part === "function" ? part(request) : addSegments(part)(request), base);
    return { name, when: "rule", apply };
}
/**
 * Requests with one defect or two, so that the order in which the kernel asks is observable.
 *
 * @param which `neighbours`: two defects are combined when one is asked for right after the other;
 *   that fixes the whole order, but does not show every pair
 */
export function defective(place, which) {
    const last = place.frames + place.crashFrames - 1;
    const inRegion = commonDefects(place, place.frames);
    const { entry, region } = crashDefects(place);
    const gates = inRegion.filter((defect) => defect.when === "gate");
    const rules = inRegion.filter((defect) => defect.when === "rule");
    const common = commonDefects(place, 0);
    const onCrash = [...gates, ...entry, ...rules, ...region];
    const normalBase = { empty: normal("normal"), good: segment(0, 1) };
    const crashBase = { empty: crash(place, "crash"), good: segment(last, 1) };
    return [
        ...combinations(common, which).map((set) => spoil(normalBase, set)),
        ...combinations(onCrash, which)
            .filter((set) => set.some((defect) => entry.includes(defect) || region.includes(defect)))
            .map((set) => spoil(crashBase, set)),
    ];
}
/** Each defect alone, and pairs of them in the order of the list. */
function combinations(defects, which) {
    return defects.flatMap((first, i) => {
        const others = defects.slice(i + 1, which === "neighbours" ? i + 2 : undefined);
        return [[first], ...others.map((second) => [first, second])];
    });
}
/** A request with these defects; where none of them brings a segment, a good one stands in. */
function spoil({ empty, good }, defects) {
    const spoilt = defects.reduce((request, { apply }) => apply(request), empty);
    const loads = spoilt.nr_segments > 0 ? spoilt : addSegments(good)(spoilt);
    return { ...loads, name: `${empty.name}: ${defects.map(({ name }) => name).join(", ")}` };
}
//# sourceMappingURL=requests.js.map