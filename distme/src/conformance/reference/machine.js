import { destinationLimit, PAGE_SIZE_bytes, reservedRegion, } from "../../memory/bounds.js";
/**
 * The machine that a world describes.
 *
 * Frames have the same numbers on both sides, but for those over the limit: the model does not
 * order them, on a machine they lie above everything else. They follow the destination limit here,
 * so that every segment and the crash region are below them.
 */
export function machineOf(bounds, bugs = {}) {
    const reachable = Number(destinationLimit(bounds) / PAGE_SIZE_bytes);
    const ram = bounds.frames + bounds.crashFrames;
    const frameOf = (pfn) => {
        const over = bounds.overLimit.indexOf(pfn);
        return over < 0 ? pfn : reachable + over;
    };
    const numbers = new Map(Array.from({ length: ram }, (_, pfn) => [frameOf(pfn), pfn]));
    return {
        config: {
            page_bytes: Number(PAGE_SIZE_bytes),
            entriesPerListPage: bounds.listPageWords,
            frames: reachable + bounds.overLimit.length,
            crashk_res: reservedRegion(bounds),
            // the crash region was reserved before memory was counted
            totalram_pages: BigInt(bounds.frames),
            destinationLimit: destinationLimit(bounds),
            // the page that holds this limit is the last good source page
            sourceLimit: destinationLimit(bounds) - 1n,
            // a control page ends below the page that holds this one
            controlLimit: destinationLimit(bounds) + PAGE_SIZE_bytes,
            tablePages: bounds.tablePages,
            controlCodeOrder: 0,
            crash_kexec_post_notifiers: bounds.postNotifiers ?? false,
            profile: profileOf(bounds),
            bugs,
        },
        frameOf,
        pfnOf: (frame) => numbers.get(frame) ?? null,
    };
}
/** What the kernel of a world does differently from others. */
function profileOf({ features }) {
    const has = (feature) => features.includes(feature);
    return {
        listCopied: has("list-copied-before-lock") ? "before-lock" : "under-lock",
        kexecJump: has("kexec-jump"),
        fixB8: has("frees-unlisted-source-page"),
        crashSizeTrylock: has("crash-size-trylock"),
        leftoverCount: has("leftover-count-returned"),
        loadLimits: has("load-limits"),
        crashHotplug: has("crash-hotplug"),
        destinationTestInclusive: has("destination-test-inclusive"),
        shrinkRoundsFirst: has("shrink-rounds-first"),
        shrinkRoundingWraps: has("shrink-rounding-wraps"),
        releasedRegionCleared: has("released-region-cleared"),
        relocationCopies: has("relocation-copies"),
        controlPageRox: has("control-page-rox"),
        freesBeforeUnlock: has("frees-before-unlock"),
    };
}
//# sourceMappingURL=machine.js.map