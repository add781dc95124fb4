import { memStep, question, step, taskQuestion, taskStep } from "../../machines/steps.js";
import { askedSize } from "../memory/call.js";
import { UNLINKED } from "../memory/entries.js";
import { purposes } from "../memory/frames.js";
import { localImage } from "../memory/kimage.js";
import { planOf } from "../memory/layout.js";
import { currentPage } from "../memory/loading.js";
import { comparedSize, crashkRes, pagesFor } from "../memory/region.js";
import { isOnCrash } from "../memory/request.js";
import * as call from "../memory/variants/call.js";
import * as elfcorehdr from "../memory/variants/elfcorehdr.js";
import * as entries from "../memory/variants/entries.js";
import * as fileLoad from "../memory/variants/file-load.js";
import * as kimage from "../memory/variants/kimage.js";
import * as limits from "../memory/variants/limits.js";
import * as loading from "../memory/variants/loading.js";
import * as lock from "../memory/variants/lock.js";
import * as pages from "../memory/variants/pages.js";
import * as region from "../memory/variants/region.js";
import * as relocation from "../memory/variants/relocation.js";
import * as segments from "../memory/variants/segments.js";
import * as slots from "../memory/variants/slots.js";
function bind(table, binding) {
    const { file, of } = binding;
    const bound = Object.entries(table).map(([name, { breaks, instead }]) => {
        if ("action" in binding) {
            const replaces = binding.action;
            const actions = (layout) => ({ [replaces]: of(layout, instead) });
            return [name, { breaks, file, replaces, actions }];
        }
        const replaces = binding.guard;
        const guards = (layout) => ({ [replaces]: of(layout, instead) });
        return [name, { breaks, file, replaces, guards }];
    });
    return Object.fromEntries(bound); // the same keys
}
const task = (file, action, table) => bind(table, {
    file,
    action,
    of: (layout, instead) => taskStep((mem, caller) => instead(layout, mem, caller)),
});
const image = (file, action, table) => bind(table, {
    file,
    action,
    of: (layout, instead) => taskStep((mem, caller) => instead(layout, mem, localImage(layout, mem, caller))),
});
const memory = (file, action, table) => bind(table, {
    file,
    action,
    of: (layout, instead) => memStep((mem) => instead(layout, mem)),
});
const taskAsks = (file, guard, table) => bind(table, {
    file,
    guard,
    of: (layout, instead) => taskQuestion((mem, caller) => instead(layout, mem, caller)),
});
const imageAsks = (file, guard, table) => bind(table, {
    file,
    guard,
    of: (layout, instead) => taskQuestion((mem, caller) => instead(layout, mem, localImage(layout, mem, caller))),
});
const rule = (guard, table) => bind(table, {
    file: "segments.ts",
    guard,
    of: (layout, instead) => taskQuestion((mem, caller) => instead(planOf(layout, mem, caller).request.segments, layout.bounds)),
});
const regionRule = (guard, table) => bind(table, {
    file: "segments.ts",
    guard,
    of: (layout, instead) => taskQuestion((mem, caller) => {
        const { request } = planOf(layout, mem, caller);
        return isOnCrash(request) && instead(request.segments, crashkRes(layout, mem));
    }),
});
const controlPages = ["kimage_alloc_normal_control_pages"];
const anyPage = [...controlPages, "kimage_alloc_page"];
/** Every wrong version of an operation, by its name. */
export const memoryVariants = {
    ...task("call.ts", "leaveCall", call.leaveCallVariants),
    ...task("call.ts", "takeLock", call.takeLockVariants),
    ...task("call.ts", "killTask", call.markKilledVariants),
    ...task("call.ts", "loseTask", call.loseTaskVariants),
    ...task("lock.ts", "releaseLock", lock.releaseLockVariants),
    ...task("lock.ts", "releaseLockKeepingImage", lock.releaseLockKeepingImageVariants),
    ...task("limits.ts", "consumeLimit", limits.consumeLimitVariants),
    ...bind(limits.setLimitVariants, {
        file: "limits.ts",
        action: "setLimit",
        of: (_, instead) => step(["kexec_limit_handler"], (mem, { limit, value }) => instead(mem, limit, value)),
    }),
    ...bind(limits.isLimitAcceptedVariants, {
        file: "limits.ts",
        guard: "limitAccepted",
        of: (_, instead) => question(["kexec_limit_handler"], (mem, { limit, value }) => instead(mem, limit, value)),
    }),
    ...task("kimage.ts", "allocateImage", kimage.allocateImageVariants),
    ...task("kimage.ts", "freeImage", kimage.freeImageVariants),
    ...task("kimage.ts", "freeSlotImage", kimage.freeSlotImageVariants),
    ...task("slots.ts", "exchangeImages", slots.exchangeImagesVariants),
    ...task("slots.ts", "takeFromSlot", slots.takeFromSlotVariants),
    ...memory("slots.ts", "forgetKernel", slots.forgetKernelVariants),
    ...image("entries.ts", "addListPage", entries.addListPageVariants),
    ...image("entries.ts", "terminateList", entries.terminateListVariants),
    ...imageAsks("entries.ts", "listFull", entries.listFullVariants),
    ...task("loading.ts", "nextPage", loading.nextPageVariants),
    ...task("loading.ts", "nextSegment", loading.nextSegmentVariants),
    ...task("loading.ts", "clearPage", loading.clearPageVariants),
    ...task("loading.ts", "copyPage", loading.copyPageVariants),
    ...task("loading.ts", "tearPage", loading.tearPageVariants),
    ...task("loading.ts", "addDestination", loading.addDestinationVariants),
    ...task("loading.ts", "addSource", loading.addSourceVariants),
    ...taskAsks("loading.ts", "segmentLoaded", loading.segmentLoadedVariants),
    ...taskAsks("loading.ts", "allSegmentsLoaded", loading.allSegmentsLoadedVariants),
    ...bind(pages.isDestinationVariants, {
        file: "pages.ts",
        guard: "pageIsDestination",
        of: (layout, instead) => question(controlPages, (mem, { task: caller, frame }) => frame !== null && instead(layout, mem, localImage(layout, mem, caller), frame)),
    }),
    ...bind(pages.isOverLimitVariants, {
        file: "pages.ts",
        guard: "pageOverLimit",
        of: (layout, instead) => question(anyPage, (_mem, { frame }) => frame !== null && instead(layout, frame)),
    }),
    ...bind(pages.takePageVariants, {
        file: "pages.ts",
        action: "takePage",
        of: (layout, instead) => pageStep(layout, instead),
    }),
    ...bind(pages.swapWithOldSourceVariants, {
        file: "pages.ts",
        action: "swapWithOldSource",
        of: (layout, instead) => pageStep(layout, instead),
    }),
    ...image("pages.ts", "giveBackExtraPages", pages.giveBackExtraPagesVariants),
    ...bind(region.protectRegionVariants, {
        file: "region.ts",
        action: "protectRegion",
        of: (layout, instead) => taskStep((mem) => instead(layout, mem)),
    }),
    ...bind(region.unprotectRegionVariants, {
        file: "region.ts",
        action: "unprotectRegion",
        of: (layout, instead) => taskStep((mem) => instead(layout, mem)),
    }),
    ...image("region.ts", "sealControlPage", region.sealControlPageVariants),
    ...bind(region.takeHoleVariants, {
        file: "region.ts",
        action: "takeHole",
        of: (layout, instead) => taskStep((mem, caller, { as }) => instead(layout, mem, localImage(layout, mem, caller), as === "control" ? purposes.CONTROL : purposes.TABLE)),
    }),
    ...bind(region.shrinkRegionVariants, {
        file: "region.ts",
        action: "shrinkRegion",
        of: (layout, instead) => taskStep((mem, caller) => instead(layout, mem, pagesFor(comparedSize(layout, askedSize(layout, mem, caller) ?? 0n)))),
    }),
    ...memory("relocation.ts", "movePageAlone", relocation.movePageAloneVariants),
    ...memory("relocation.ts", "movePage", relocation.movePageVariants),
    ...memory("relocation.ts", "beginRelocation", relocation.beginRelocationVariants),
    ...memory("elfcorehdr.ts", "updateElfcorehdr", elfcorehdr.updateElfcorehdrVariants),
    ...memory("elfcorehdr.ts", "saveVmcoreinfo", elfcorehdr.saveVmcoreinfoVariants),
    ...task("file-load.ts", "allocateFileImage", fileLoad.allocateFileImageVariants),
    ...task("file-load.ts", "takeTables", fileLoad.takeTablesVariants),
    ...task("file-load.ts", "loadFileSegments", fileLoad.loadFileSegmentsVariants),
    ...rule("someSegmentWraps", segments.someSegmentWrapsVariants),
    ...rule("someSegmentUnaligned", segments.someSegmentUnalignedVariants),
    ...rule("someSegmentBeyondLimit", segments.someSegmentBeyondLimitVariants),
    ...rule("someSegmentsOverlap", segments.someSegmentsOverlapVariants),
    ...rule("someBufferTooLong", segments.someBufferTooLongVariants),
    ...rule("someSegmentTooLarge", segments.someSegmentTooLargeVariants),
    ...rule("allSegmentsTooLarge", segments.allSegmentsTooLargeVariants),
    ...regionRule("someSegmentBelowRegion", segments.someSegmentBelowRegionVariants),
    ...regionRule("someSegmentAboveRegion", segments.someSegmentAboveRegionVariants),
};
/** An action of kimage_alloc_page, for a source page or a list page. */
function pageStep(layout, instead) {
    return step(["kimage_alloc_page"], (mem, { task: caller, frame }, { as }) => {
        const role = as === "list"
            ? { purpose: purposes.LIST, index: UNLINKED }
            : { purpose: purposes.UNLISTED, index: currentPage(layout, mem, caller).destination };
        instead(layout, mem, caller, { pfn: frame ?? -1, ...role });
    });
}
//# sourceMappingURL=memory-variants.js.map