import fc from "fast-check";
import { errnos } from "../kernel/errno.js";
import { ADDRESS_SPACE_bytes, KEXEC_ARCH_386, KEXEC_ARCH_X86_64, KEXEC_ON_CRASH, KEXEC_PRESERVE_CONTEXT, } from "../kernel/kexec.js";
import { PAGE_SIZE_bytes } from "../memory/bounds.js";
import { isOnCrash } from "../memory/request.js";
import { passesRules } from "../memory/segments.js";
import { readCrashSize, rebootKexec, refusedReboots, writeCrashSize } from "../model/requests.js";
import { kernels } from "../model/worlds.js";
const page = PAGE_SIZE_bytes;
/**
 * Small worlds of every shape, with requests good and bad, for every door.
 *
 * Not made, because the model does not have them: a machine without a crash region, a list that is
 * shorter than it says where the kernel would read it, and what `otherDoors` leaves out.
 */
export function randomWorld(kernel) {
    const size = fc.record({
        tasks: fc.integer({ min: 1, max: 2 }),
        frames: fc.integer({ min: 4, max: 10 }),
        crashFrames: fc.integer({ min: 1, max: 6 }),
        listPageWords: fc.integer({ min: 2, max: 4 }),
        tablePages: fc.integer({ min: 0, max: 2 }),
    });
    return size.chain((bounds) => fc
        .record({
        requests: fc.array(randomRequest(bounds), { minLength: 1, maxLength: 5 }),
        overLimit: fc.subarray(Array.from({ length: bounds.frames }, (_, pfn) => pfn), { maxLength: 2 }),
        sigkill: fc.boolean(),
        // rarely, since nothing can be loaded behind it
        sysctl: fc.constantFrom(false, false, false, true),
        doors: otherDoors(bounds),
    })
        .map(({ requests, overLimit, sigkill, sysctl, doors: { calls, byFile, ...doors } }) => ({
        name: "random",
        purpose: "random requests in random bounds",
        bounds: {
            ...bounds,
            // the model does not order frames over the limit, and relocation writes where it is told
            overLimit: calls.some(({ call }) => call === "reboot") ? [] : overLimit,
            requests: requests.map((request, i) => ({
                ...(byFile.includes(i) ? asFile(request, bounds, calls) : request),
                name: `request ${i}`,
            })),
            calls,
            features: kernels[kernel],
        },
        sigkill,
        sysctl,
        ...doors,
    }))
        .filter(({ bounds: made }) => !growsWithRegion(made)));
}
/** What else than kexec_load there is; in most worlds nothing, since a kernel can end only once. */
function otherDoors({ crashFrames }) {
    const sizes = [0n, page, page * BigInt(crashFrames) - 1n, ADDRESS_SPACE_bytes - 1n];
    const calls = [rebootKexec, ...refusedReboots, readCrashSize, ...sizes.map(writeCrashSize)];
    const some = fc.record({
        calls: fc.subarray(calls, { maxLength: 3 }),
        byFile: fc.subarray([0, 1, 2, 3, 4]),
        limits: fc.boolean(),
        hotplug: fc.boolean(),
        oops: fc.constantFrom(false, false, true),
        panic: fc.constantFrom(null, null, "once", "nested"),
    });
    return fc.oneof(fc.constant({ calls: [], byFile: [] }), some.map(({ panic, ...rest }) => ({ ...rest, ...(panic && { panic }) })));
}
/**
 * The same by file, where the model's file door can take it: what the kernel itself lays out keeps
 * every rule, and fits into the region that there is.
 */
function asFile(request, size, calls) {
    const { segments, nr_segments } = request;
    const onCrash = isOnCrash(request);
    const bounds = { ...size, tasks: 1, overLimit: [], listPageWords: 2, tablePages: 0 };
    const fits = passesRules(segments, onCrash, { ...bounds, requests: [], features: [] });
    const shrinks = onCrash && calls.some(({ call }) => call === "crash_size_store");
    const empty = segments.some(({ memsz }) => memsz === 0n);
    const known = request.flags === Number(BigInt.asUintN(31, BigInt(request.flags)));
    const counted = nr_segments === segments.length; // by the kernel itself
    return nr_segments === 0 || (counted && fits && !shrinks && !empty && known)
        ? { ...request, segments: nr_segments === 0 ? [] : segments, file: true }
        : request;
}
/** Whether a request is too large only while the region is whole: totalram_pages grows with what it
 * gives back, which the model leaves out. */
function growsWithRegion({ requests, calls, frames, crashFrames }) {
    if (!calls?.some(({ call }) => call === "crash_size_store"))
        return false;
    const [least, most] = [frames, frames + crashFrames].map((ram) => BigInt(ram >> 1) * page);
    const isBetween = (length) => length > (least ?? 0n) && length <= (most ?? 0n);
    return requests.some(({ segments }) => {
        const lengths = segments.map(({ memsz }) => memsz + page - 1n - ((memsz + page - 1n) % page));
        return [...lengths, lengths.reduce((sum, length) => sum + length, 0n)].some(isBetween);
    });
}
function randomRequest(size) {
    return fc.oneof({ weight: 4, arbitrary: goodRequest(size, false) }, { weight: 3, arbitrary: goodRequest(size, true) }, { weight: 2, arbitrary: unload(size) }, { weight: 3, arbitrary: fc.boolean().chain((crash) => badRequest(size, crash)) });
}
const blank = { capSysBoot: true, lsm: 0, lockdown: 0, name: "" };
/** One that every rule lets pass, unless it is too large together or does not fit. */
function goodRequest(size, crash) {
    const first = crash ? size.frames : 0;
    const end = size.frames + size.crashFrames;
    return fc
        .record({
        segments: segmentsBetween(first, end),
        // rarely: most kernels do not know the flag
        preserve: fc.constantFrom(false, false, false, true),
        native: fc.boolean(),
        entry: fc.bigInt({ min: BigInt(first) * page, max: BigInt(end) * page - 1n }),
    })
        .map(({ segments, preserve, native, entry }) => ({
        ...blank,
        entry,
        segments,
        nr_segments: segments.length,
        flags: (crash ? KEXEC_ON_CRASH : 0) |
            (preserve ? KEXEC_PRESERVE_CONTEXT : 0) |
            (native ? KEXEC_ARCH_X86_64 : 0),
    }));
}
/** Segments that do not overlap, in any order; some are empty. */
function segmentsBetween(first, end) {
    const cut = fc.integer({ min: first, max: end });
    return fc
        .array(fc.tuple(cut, fc.integer({ min: 0, max: 3 }), bufferFill()), {
        minLength: 1,
        maxLength: 3,
    })
        .map((shapes) => {
        const starts = shapes.map(([start]) => start).sort((a, b) => a - b);
        return shapes.map(([start, pages, fill]) => {
            const next = starts.find((other) => other > start) ?? end;
            const memsz = BigInt(Math.min(pages, next - start)) * page;
            return { mem: BigInt(start) * page, memsz, bufsz: fill(memsz) };
        });
    });
}
/** How long a buffer is, for the length of its segment. */
function bufferFill() {
    const least = (memsz, length) => (length < memsz ? length : memsz);
    const cutAt = fc.constantFrom(0n, 1n, page / 2n, page - 1n, page, page + 1n, 2n * page);
    return fc.oneof(fc.constant((memsz) => memsz), cutAt.map((length) => (memsz) => least(memsz, length)));
}
function unload({ frames }) {
    return fc
        .record({ crash: fc.boolean(), list: segmentsBetween(0, frames), withList: fc.boolean() })
        .map(({ crash, list, withList }) => ({
        ...blank,
        entry: 0n,
        nr_segments: 0,
        segments: withList ? list : [], // which nobody reads
        flags: crash ? KEXEC_ON_CRASH : 0,
    }));
}
/** A good request with something wrong, or with everything at random. */
function badRequest(size, crash) {
    return goodRequest(size, crash).chain((base) => fc.oneof(spoilt(base, size), spoilt(base, size).chain((worse) => spoilt(worse, size))));
}
/** Replaces one thing in a request. */
function spoilt(base, size) {
    return fc.oneof(randomFlags().map((flags) => ({ ...base, flags: withFlags(base.flags, flags) })), edgeAddress(size).map((entry) => ({ ...base, entry })), fc.constantFrom(17, 0x80000000, Number.MAX_SAFE_INTEGER).map((nr_segments) => ({
        ...base,
        nr_segments,
    })), fc.constant({ ...base, capSysBoot: false }), randomErrno().map((lsm) => ({ ...base, lsm })), randomErrno().map((lockdown) => ({ ...base, lockdown })), fc
        .oneof(edgeSegments(size), segmentsBetween(0, size.frames + size.crashFrames + 8))
        .map((segments) => ({
        ...base,
        segments,
        nr_segments: base.nr_segments > 16 ? base.nr_segments : segments.length,
    })));
}
const errnoNames = Object.keys(errnos); // the keys of `errnos` are `Errno` by definition
function randomErrno() {
    return fc.constantFrom(...errnoNames.map((name) => errnos[name]));
}
/** Flags to add: bits that are unknown, an architecture, bits above 31 that nobody looks at. */
function randomFlags() {
    const bits = [0x2, 0x4, 0x8, 0x10, 0x8000, KEXEC_ARCH_386, KEXEC_ARCH_X86_64, 183 << 16];
    return fc.subarray([...bits, 0x80000000, 2 ** 32, 2 ** 40, 2 ** 52], {
        minLength: 1,
        maxLength: 3,
    });
}
/** The flags may have more than 32 bits, so they are joined as long numbers. */
function withFlags(flags, more) {
    return Number(more.reduce((all, bits) => all | BigInt(bits), BigInt(flags)));
}
/** Segments anywhere, with any size: up to three. */
export function edgeSegments(size) {
    const segment = fc.record({
        mem: edgeAddress(size),
        memsz: edgeLength(size),
        bufsz: edgeLength(size),
    });
    return fc.array(segment, { minLength: 1, maxLength: 3 });
}
/** Addresses around every limit, the last page of the address space included. */
function edgeAddress({ frames, crashFrames }) {
    const end = frames + crashFrames;
    const places = [0, 1, 2, frames - 1, frames, end - 1, end, end + 7, end + 8, end + 9];
    const near = (address) => fc.oneof({ weight: 6, arbitrary: fc.constant(address) }, fc.constantFrom(-1n, 1n, 8n).map((by) => BigInt.asUintN(64, address + by)));
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...places).map((pfn) => BigInt(pfn) * page) }, { weight: 2, arbitrary: fc.constantFrom(...places).chain((pfn) => near(BigInt(pfn) * page)) }, fc.constantFrom(page, 2n * page, 1n << 63n).chain((by) => near(ADDRESS_SPACE_bytes - by)));
}
/** Lengths in whole pages and around, up to the whole address space. */
function edgeLength({ frames, crashFrames }) {
    const half = Math.floor(frames / 2);
    const pages = [0, 1, 2, 3, crashFrames, crashFrames + 1, half, half + 1];
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pages).map((count) => BigInt(count) * page) }, fc.constantFrom(1n, page - 1n, page + 1n, ADDRESS_SPACE_bytes - page, ADDRESS_SPACE_bytes - 1n));
}
//# sourceMappingURL=random-world.js.map