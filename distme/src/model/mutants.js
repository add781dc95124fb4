import { step, taskStep } from "../../machines/steps.js";
import { KEXEC_SEGMENT_bytes } from "../kernel/kexec.js";
import { pastErrnos, setResult } from "../memory/call.js";
import { KEXEC_LOAD_DISABLED } from "../memory/layout.js";
import { lifecycleMutants } from "./lifecycle-mutants.js";
import { memoryVariants } from "./memory-variants.js";
import { dropAction, dropGuard, exchangeWithNext, negateGuard, remove, retarget, setActions, } from "./mutant.js";
const locked = "call.locked";
const init = `${locked}.kimageAllocInit`;
const normal = `${locked}.normalSegment`;
/** The wrong versions, in the order of a call. */
export const mutants = {
    "gates-exchanged": {
        breaks: "the flags are checked before the lockdown",
        chart: exchangeWithNext("call.permitted always 1"),
    },
    "gate-negated": {
        breaks: "the callers with CAP_SYS_BOOT are the ones refused",
        chart: negateGuard("call.entered kexec_load_check 0"),
    },
    "trylock-ignores-holder": {
        breaks: "a caller enters although the lock is held",
        chart: remove("call.admitted kexec_trylock 0"),
    },
    "trylock-waits": {
        breaks: "a caller waits for the lock instead of returning EBUSY",
        chart: (literal) => {
            setActions("call.admitted kexec_trylock 0")(literal);
            retarget("call.admitted kexec_trylock 0", "admitted")(literal);
        },
    },
    "lock-not-taken": {
        breaks: "the call goes on without taking the lock",
        chart: setActions("call.admitted kexec_trylock 1"),
    },
    "region-not-unprotected": {
        breaks: "a crash load writes into the protected region",
        chart: setActions(`${locked}.choosingSlot do_kexec_load 0`),
    },
    "unload-keeps-image": {
        breaks: "an unload leaves the image in its slot",
        chart: setActions(`${locked}.slotChosen kimage_free 0`),
    },
    "crash-load-keeps-old-image": {
        breaks: "the old crash image stays in its slot until the exchange",
        chart: setActions(`${locked}.slotChosen kimage_free 2`),
    },
    "normal-load-drops-old-image-first": {
        breaks: "a normal load frees its old image before the new one is complete",
        chart: setActions(`${locked}.slotChosen kimage_alloc_init 0`, "freeSlotImage"),
    },
    "entry-not-checked": {
        breaks: "a crash image may be entered below the region",
        chart: remove(`${init}.entry kimage_alloc_init 0`),
    },
    "list-fault-ignored": {
        breaks: "the call goes on with a segment list that was not copied",
        chart: remove(`${init}.segmentList copy_user_segment_list 0`),
    },
    "image-not-freed-on-list-fault": {
        breaks: "an unreadable segment list leaves the image allocated",
        chart: dropAction(`${init}.segmentList copy_user_segment_list 0`, "kfreeImage"),
    },
    "segment-rules-exchanged": {
        breaks: "overlap is checked before the limit of destinations",
        chart: exchangeWithNext(`${init}.unchecked sanity_check_segment_list 2`),
    },
    "page-over-limit-used": {
        breaks: "a page over the limit is taken for the control code",
        chart: remove(`${init}.controlPage kimage_alloc_normal_control_pages 1`),
    },
    "control-page-may-be-destination": {
        breaks: "a destination is taken for the control code",
        chart: remove(`${init}.controlPage kimage_alloc_normal_control_pages 2`),
    },
    "extra-pages-not-given-back": {
        breaks: "pages that were set aside for the control code stay taken",
        chart: dropAction(`${init}.controlPage kimage_alloc_normal_control_pages 3`, "giveBackExtraPages"),
    },
    "swap-page-skipped": {
        breaks: "the call goes on to prepare without a swap page",
        chart: retarget(`${init}.controlPage kimage_alloc_normal_control_pages 3`, "#allocated"),
    },
    "control-pages-not-freed": {
        breaks: "the control code page is lost when there is no swap page",
        chart: dropAction(`${init}.swapPage kimage_alloc_normal_control_pages 0`, "freeControlPages"),
    },
    "preserve-context-always": {
        breaks: "every image preserves the context",
        chart: dropGuard(`${locked}.allocated always 0`),
    },
    "prepare-failure-skips-out": {
        breaks: "a failing prepare goes straight to the unlock",
        chart: retarget(`${locked}.machineKexecPrepare.architecture machine_kexec_prepare 1`, "#unlocking"),
    },
    "vmcoreinfo-failure-ignored": {
        breaks: "a crash image is loaded although vmap failed",
        chart: remove(`${locked}.vmcoreinfo kimage_crash_copy_vmcoreinfo 2`),
    },
    "vmcoreinfo-not-published": {
        breaks: "the global pointer is not set",
        chart: dropAction(`${locked}.vmcoreinfo kimage_crash_copy_vmcoreinfo 3`, "publishVmcoreinfo"),
    },
    "source-page-may-be-destination": {
        breaks: "a page that is another destination is taken as a source page",
        chart: dropGuard(`${normal}.sourcePage kimage_alloc_page 4`),
    },
    "segment-size-unlimited": {
        breaks: "an image may be larger than half of memory",
        chart: (literal) => {
            // the rule for all segments together implies the one for each
            remove(`${init}.unchecked sanity_check_segment_list 6`)(literal);
            remove(`${init}.unchecked sanity_check_segment_list 5`)(literal);
        },
    },
    "lsm-not-asked": {
        breaks: "kexec_load passes no hook of a security module",
        chart: remove("call.permitted always 0"),
    },
    "native-call-returns-what-is-left": {
        breaks: "a call whose segment list faults returns what copy_from_user left over",
        actions: (layout) => ({
            setCopyResult: taskStep((mem, task) => setResult(layout, mem, task, pastErrnos + KEXEC_SEGMENT_bytes)),
        }),
    },
    "unlisted-page-not-freed": {
        breaks: "a source page that finds no room on the list is lost (B8)",
        chart: dropAction(`${normal}.listPageForSource kimage_alloc_page 0`, "freeUnlistedPage"),
    },
    "destination-not-moved-into-place": {
        breaks: "a destination whose data lie elsewhere is parked, and they stay where they are",
        chart: remove(`${normal}.sourcePage kimage_alloc_page 5`),
    },
    "page-not-parked": {
        breaks: "a destination that was handed out too early is forgotten",
        chart: dropAction(`${normal}.sourcePage kimage_alloc_page 6`, "parkPage"),
    },
    "table-not-counted": {
        breaks: "a page-table page that was taken does not count",
        chart: dropAction(`${locked}.machineKexecPrepare.table kimage_alloc_normal_control_pages 3`, "countTable"),
    },
    "hotplug-support-forgotten": {
        breaks: "no image is kept up to date by hotplug events",
        chart: dropAction(`${locked}.flagged always 0`, "supportHotplug"),
    },
    "vmcoreinfo-page-not-taken": {
        breaks: "the page for vmcoreinfo is not taken where vmap fails",
        chart: dropAction(`${locked}.vmcoreinfo kimage_crash_copy_vmcoreinfo 2`, "takeVmcoreinfoPage"),
    },
    "user-fault-ignored": {
        breaks: "a page that could not be copied counts as loaded",
        chart: remove(`${normal}.copying copy_from_user 1`),
    },
    "lock-kept-after-efault": {
        breaks: "a fault in a crash segment returns without the unlock",
        chart: retarget(`${locked}.crashSegment.copying copy_from_user 1`, "#returning"),
    },
    "list-not-terminated": {
        breaks: "the entry list has no end mark",
        chart: setActions(`${locked}.filled kimage_terminate 0`),
    },
    "region-not-protected-again": {
        breaks: "the region stays writable after a crash image is installed",
        chart: retarget(`${locked}.out always 0`, "freeing"),
    },
    "lock-not-released": {
        breaks: "the lock is never released",
        chart: setActions(`${locked}.unlocking kexec_unlock 0`),
    },
    "load-disabled-toggles": {
        breaks: "kexec_load_disabled can be set back to 0",
        guards: () => ({ writesOne: () => true }),
        actions: () => ({
            disableLoading: step(["proc_dointvec_minmax"], (mem, { value }) => {
                mem[KEXEC_LOAD_DISABLED] = value;
            }),
        }),
    },
    ...lifecycleMutants,
    ...memoryVariants,
};
//# sourceMappingURL=mutants.js.map