import { assert } from "../base/assert.js";
import { seed } from "./profiles.js";
const x86MaxMemory = (1n << 46n) - 1n;
/** A 16 MiB x86-64 machine of the seed's time without a crash region. */
export const defaultConfig = {
    page_bytes: 4096,
    entriesPerListPage: 512,
    frames: 4096,
    crashk_res: { start: 0n, end: 0n },
    totalram_pages: 4096n,
    destinationLimit: x86MaxMemory,
    sourceLimit: x86MaxMemory,
    controlLimit: x86MaxMemory,
    tablePages: 3,
    controlCodeOrder: 0,
    crash_kexec_post_notifiers: false,
    profile: seed,
    bugs: {},
};
/**
 * Fills in the defaults (`totalram_pages` follows `frames`) and checks the result.
 *
 * @throws AssertionError naming the field and the value that cannot be
 */
export function completeConfig(given) {
    const frames = given.frames ?? defaultConfig.frames;
    const config = { ...defaultConfig, totalram_pages: BigInt(frames), ...given };
    const { page_bytes, entriesPerListPage } = config;
    assert(page_bytes >= 16 && Number.isInteger(Math.log2(page_bytes)), `page_bytes: expected a power of two of at least 16, got ${page_bytes}`);
    assert(entriesPerListPage >= 2 && entriesPerListPage * 8 <= page_bytes, `entriesPerListPage: expected 2 to ${page_bytes / 8}, got ${entriesPerListPage}`);
    checkCrashRegion(config);
    return config;
}
function checkCrashRegion({ crashk_res: { start, end }, page_bytes, frames }) {
    if (end <= start)
        return;
    const page = BigInt(page_bytes);
    assert(start % page === 0n && (end + 1n) % page === 0n && end < BigInt(frames) * page, `crashk_res: expected whole pages inside ${frames} frames, got ${start} to ${end}`);
}
//# sourceMappingURL=config.js.map