import { PAGE_SIZE_bytes } from "../../../memory/bounds.js";
import { physical } from "./kernel-memory.js";
import { readImage } from "./kimage.js";
import { readBytes, readWords } from "./physical.js";
import { rightsIn } from "./rights.js";
const PAGES_MAX = 1024;
/**
 * Looks at the machine from outside, by QEMU's own means. The machine runs on: what no call is
 * changing at the moment is seen as it is.
 *
 * @throws GuestError when the kernel's variables hold what they cannot
 * @throws QmpError when QEMU does not answer
 */
export async function observeOutside({ vm }, { pages_max = PAGES_MAX } = {}) {
    const at = await variablesOf(vm);
    const began = performance.now();
    const [start = 0n, last = 0n] = await readWords(vm.qmp, at.crashk_res, 2);
    const region = { start, end: last > start ? last + 1n : start };
    const rights = rightsIn(await vm.qmp.monitor("info mem"), region);
    const look = (slot, places) => viewSlot(vm, { slot, places, pages_max });
    const kexec_image = await look(at.kexec_image, sourcePages);
    const kexec_crash_image = await look(at.kexec_crash_image, segmentPages);
    const took_ms = performance.now() - began;
    return { region, rights, kexec_image, kexec_crash_image, took_ms };
}
/** They stay where they are as long as the machine lives. */
const known = new WeakMap();
async function variablesOf({ agent }) {
    const found = known.get(agent) ?? {
        kexec_image: physical(await agent.symbol("kexec_image")),
        kexec_crash_image: physical(await agent.symbol("kexec_crash_image")),
        crashk_res: physical(await agent.symbol("crashk_res")),
    };
    known.set(agent, found);
    return found;
}
async function viewSlot({ qmp }, { slot, places, pages_max }) {
    const [pointer = 0n] = await readWords(qmp, slot, 1);
    if (pointer === 0n)
        return null;
    const image = await readImage(qmp, pointer);
    const wanted = places(image);
    return { ...image, pages: wanted.size > pages_max ? null : await readPages({ qmp }, wanted) };
}
/** Of a normal image: wherever its list says. */
function sourcePages({ entries }) {
    const places = new Map();
    for (const entry of entries) {
        if (entry.kind === "SOURCE")
            places.set(entry.destination, entry.address);
    }
    return places;
}
/** Of a crash image: there already. */
function segmentPages({ segments }) {
    const places = new Map();
    for (const { mem, memsz } of segments) {
        for (let page = mem; page < mem + memsz; page += PAGE_SIZE_bytes)
            places.set(page, page);
    }
    return places;
}
/** Frames that nobody asked for are read too when that saves a question. */
const GAP_MAX_bytes = 32n * PAGE_SIZE_bytes;
async function readPages({ qmp }, places) {
    const bytes = new Map();
    for (const { start, end } of runsOf([...places.values()])) {
        const read = await readBytes(qmp, start, Number(end - start));
        for (let page = start; page < end; page += PAGE_SIZE_bytes) {
            const at = Number(page - start);
            bytes.set(page, read.subarray(at, at + Number(PAGE_SIZE_bytes)));
        }
    }
    const pages = new Map();
    for (const [destination, place] of places) {
        pages.set(destination, bytes.get(place) ?? new Uint8Array());
    }
    return pages;
}
/** The ranges to read so that every page is among them. */
function runsOf(pages) {
    const runs = [];
    for (const page of [...pages].sort((a, b) => (a < b ? -1 : 1))) {
        const last = runs.at(-1);
        const end = page + PAGE_SIZE_bytes;
        if (last && page <= last.end + GAP_MAX_bytes)
            last.end = end;
        else
            runs.push({ start: page, end });
    }
    return runs;
}
//# sourceMappingURL=view.js.map