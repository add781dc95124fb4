import { PAGE_SIZE_bytes } from "../../memory/bounds.js";
import { machineOf } from "./machine.js";
const SCALE_order = 8;
/** Pages of a real machine that stand for one page of the model. */
export const SCALE = 2 ** SCALE_order;
const LIST_PAGE_words = 512;
/**
 * The machine of a world, every page of it SCALE pages, with real list pages.
 *
 * Control code and page tables grow with it, so that an image fits into the crash region if and
 * only if the model's does. There is far more memory than anything needs, so that no allocation
 * fails; the rule of half of memory still counts what the world says.
 */
export function scaledConfig(bounds, bugs) {
    const { config } = machineOf(bounds, bugs);
    const frames = 4 * config.frames * SCALE;
    const everything = BigInt(frames + 1) * PAGE_SIZE_bytes;
    return {
        ...config,
        entriesPerListPage: LIST_PAGE_words,
        frames,
        crashk_res: {
            start: scaleAddress(config.crashk_res.start),
            end: scaleAddress(config.crashk_res.end + 1n) - 1n,
        },
        totalram_pages: config.totalram_pages * BigInt(SCALE),
        destinationLimit: scaleAddress(config.destinationLimit),
        sourceLimit: everything,
        controlLimit: everything,
        tablePages: config.tablePages * SCALE,
        controlCodeOrder: SCALE_order,
    };
}
/** A request about SCALE times as many pages; what it has beside whole pages, it keeps. */
export function scaledRequest(request) {
    return {
        ...request,
        entry: scaleAddress(request.entry),
        segments: request.segments.map(({ mem, memsz, bufsz }) => ({
            mem: scaleAddress(mem),
            memsz: scaleLength(memsz),
            bufsz: scaleLength(bufsz),
        })),
    };
}
/** Addresses near the end of the address space stay there: they count as negative. */
function scaleAddress(address) {
    const signed = BigInt.asIntN(64, address);
    const offset = BigInt.asUintN(12, signed);
    return BigInt.asUintN(64, (signed - offset) * BigInt(SCALE) + offset);
}
function scaleLength(length) {
    const rest = length % PAGE_SIZE_bytes;
    return (length - rest) * BigInt(SCALE) + rest;
}
//# sourceMappingURL=scaled.js.map