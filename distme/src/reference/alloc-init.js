import { assert } from "../base/assert.js";
import { errnos } from "../kernel/errno.js";
import { KEXEC_ON_CRASH } from "../kernel/kexec.js";
import { kimageAllocControlPages, kimageFreePageList } from "./control-pages.js";
import { sanityCheckSegmentList, segmentLimitsOf } from "./segments.js";
import { outcomeOf, perform } from "./step.js";
/**
 * Makes an image with its control code page and, unless it is a crash image, its swap page.
 *
 * @param copiedBefore the segment list, if it was copied before the lock was taken
 * @returns 0 with the new image in `call.image`, or a negated error number and no image
 * @source kernel/kexec.c:kimage_alloc_init
 */
export function* kimageAllocInit(call, copiedBefore) {
    const { kernel, flags, request } = call;
    const kexec_on_panic = (flags & KEXEC_ON_CRASH) !== 0;
    yield* perform(call, { step: "kimage_alloc_init" });
    if (kexec_on_panic && !entryInCrashRegion(kernel, request.entry))
        return -errnos.EADDRNOTAVAIL;
    const allocated = yield* outcomeOf(call, { step: "do_kimage_alloc_init" }, ["ok", "ENOMEM"]);
    if (allocated !== "ok")
        return -errnos.ENOMEM;
    const image = doKimageAllocInit(kernel, request.entry);
    call.image = image;
    let ret = yield* takeSegmentList(call, image, copiedBefore);
    if (ret === 0) {
        if (kexec_on_panic) {
            image.control_page = kernel.memory.crashk_res.start;
            image.type = "KEXEC_TYPE_CRASH";
        }
        yield* perform(call, { step: "sanity_check_segment_list" });
        ret = sanityCheckSegmentList(image, segmentLimitsOf(kernel));
    }
    if (ret === 0)
        ret = yield* allocFirstControlPages(call, image);
    if (ret !== 0)
        call.image = null;
    return ret;
}
function entryInCrashRegion({ memory, config }, entry) {
    const { crashk_res } = memory;
    if (config.bugs.crashEntryUnchecked)
        return true;
    return entry >= crashk_res.start && entry <= crashk_res.end;
}
/** @source kernel/kexec_core.c:do_kimage_alloc_init */
export function doKimageAllocInit(kernel, entry) {
    const head = { frame: null, index: 0 };
    kernel.images_made += 1;
    return {
        id: kernel.images_made,
        head: 0n,
        entry: head,
        last_entry: head,
        start: entry,
        type: "KEXEC_TYPE_DEFAULT",
        segment: [],
        preserve_context: false,
        hotplug_support: false,
        control_page: (1n << 64n) - 1n,
        control_code_page: null,
        swap_page: null,
        vmcoreinfo_data_copy: null,
        control_pages: [],
        dest_pages: [],
        unusable_pages: [],
        extra_pages: [],
        crash_pages: [],
    };
}
function* takeSegmentList(call, image, copiedBefore) {
    if (copiedBefore === null) {
        const copied = yield* copyUserSegmentList(call, ["ok", "EFAULT"]);
        if (typeof copied === "number")
            return copied;
        image.segment = copied;
    }
    else {
        image.segment = copiedBefore;
    }
    return 0;
}
/**
 * Copies the segment list from user memory.
 *
 * @returns the list, or a negated error number
 * @source kernel/kexec.c:copy_user_segment_list
 */
export function* copyUserSegmentList(call, outcomes) {
    const { nr_segments, segments } = call.request;
    const outcome = yield* outcomeOf(call, { step: "copy_user_segment_list" }, outcomes);
    if (outcome !== "ok")
        return -errnos[outcome];
    const copied = segments.slice(0, nr_segments);
    assert(copied.length === nr_segments, `copy_user_segment_list: expected ${nr_segments} segments, got ${copied.length}`);
    return copied;
}
/**
 * Takes the control code page and the swap page. When only the swap page is missing, what was
 * taken goes back here: kimage_free never sees this image.
 */
function* allocFirstControlPages(call, image) {
    const { memory, config } = call.kernel;
    const order = config.controlCodeOrder;
    image.control_code_page = yield* kimageAllocControlPages(call, image, {
        purpose: "control",
        order,
    });
    if (image.control_code_page === null)
        return -errnos.ENOMEM;
    if (image.type === "KEXEC_TYPE_CRASH")
        return 0;
    image.swap_page = yield* kimageAllocControlPages(call, image, { purpose: "swap", order: 0 });
    if (image.swap_page !== null)
        return 0;
    if (!config.bugs.leakControlPageOnSwapFailure)
        kimageFreePageList(memory, image.control_pages);
    return -errnos.ENOMEM;
}
//# sourceMappingURL=alloc-init.js.map