/** What a page holds that nobody wrote yet: not zero, so that a missing memset shows. */
export const STALE_BYTE = 0xa5;
const WORD_bytes = 8;
/** Makes memory in which every frame outside the crash region is free. */
export function createMemory(config) {
    const { page_bytes, frames, crashk_res, totalram_pages } = config;
    const memory = {
        page_bytes,
        frames,
        crashk_res,
        crash: { first: 0, end: 0 },
        totalram_pages,
        pages: new Map(),
        taken: new Map(),
        readOnly: new Set(),
        executable: new Set(),
        oopses: [],
    };
    setCrashRegion(memory, crashk_res);
    return memory;
}
/** Says which frames are the crash region from now on. */
export function setCrashRegion(memory, crashk_res) {
    const page = BigInt(memory.page_bytes);
    const { start, end } = crashk_res;
    const reserved = end > start;
    memory.crashk_res = crashk_res;
    memory.crash = {
        first: reserved ? Number(start / page) : 0,
        end: reserved ? Number((end + 1n) / page) : 0,
    };
}
/** The physical address of a frame's first byte. */
export function addressOf(memory, frame) {
    return BigInt(frame) * BigInt(memory.page_bytes);
}
/** The frame that holds an address; it exists only if it is below `memory.frames`. */
export function frameOf(memory, address) {
    return Number(address / BigInt(memory.page_bytes));
}
export function inCrashRegion({ crash }, frame) {
    return frame >= crash.first && frame < crash.end;
}
/** Whether the page allocator could hand out 2^order frames that start at `frame`. */
export function isFree(memory, { frame, order }) {
    if (!Number.isInteger(frame) || frame < 0 || frame % 2 ** order !== 0)
        return false;
    return framesOf({ frame, order }).every((each) => each < memory.frames && !inCrashRegion(memory, each) && !memory.taken.has(each));
}
/** The frames of a block, lowest first. */
export function framesOf({ frame, order }) {
    return Array.from({ length: 2 ** order }, (_, index) => frame + index);
}
/** Marks a free block as taken, or gives a taken one a new purpose. */
export function setPurpose(memory, block, purpose) {
    for (const frame of framesOf(block))
        memory.taken.set(frame, purpose);
}
/** Gives a block back. Its bytes stay, as in a real machine. */
export function freePages(memory, block) {
    for (const frame of framesOf(block)) {
        if (!memory.taken.delete(frame))
            memory.oopses.push({ kind: "double free", frame });
    }
}
/** The bytes of a frame themselves, not a copy; write through `writePage`. */
export function pageOf(memory, frame) {
    const known = memory.pages.get(frame);
    if (known !== undefined)
        return known;
    const page = new Uint8Array(memory.page_bytes).fill(STALE_BYTE);
    memory.pages.set(frame, page);
    return page;
}
/** Writes bytes into a frame; a read-only frame keeps its bytes and the attempt is noted. */
export function writePage(memory, frame, bytes, offset = 0) {
    if (memory.readOnly.has(frame)) {
        memory.oopses.push({ kind: "write to a read-only page", frame });
        return;
    }
    pageOf(memory, frame).set(bytes, offset);
}
/** The 8-byte word at `index` of a list page. */
export function readWord(page, index) {
    return new DataView(page.buffer, page.byteOffset).getBigUint64(index * WORD_bytes, true);
}
export function writeWord(page, index, word) {
    new DataView(page.buffer, page.byteOffset).setBigUint64(index * WORD_bytes, word, true);
}
/** The lowest block of 2^order free frames, or null when there is none. */
export function lowestFree(memory, order) {
    for (let frame = 0; frame < memory.frames; frame += 2 ** order) {
        if (isFree(memory, { frame, order }))
            return frame;
    }
    return null;
}
//# sourceMappingURL=memory.js.map