import * as image from "./expect-image.js";
import * as list from "./expect-list.js";
import { outcomeOf, place, placeIn, resultDiffers, step, } from "./expectation.js";
/** What a sight can be in the model. */
export function expectationsOf(watched, sight) {
    const { trace } = watched;
    switch (sight.kind) {
        case "call-entered":
            return [
                step("kexec_load", {
                    choose: () => (event) => "request" in event && event.request === trace.request,
                }),
            ];
        case "permission":
            return image.permission(sight);
        case "load-entered":
            return image.loadEntered(watched, sight);
        case "unprotected":
            return [
                step("do_kexec_load", {
                    differs: ({ transitions }) => transitions.includes(UNPROTECTS) ? null : "the statechart unprotects no region",
                }),
            ];
        case "freed":
            return image.freed(watched, sight);
        case "image-allocated":
            return image.imageAllocated(watched, sight);
        case "image-used":
            return [image.imageUsed(watched, sight)];
        case "list-checked":
            return image.listChecked(watched, sight);
        case "control-wanted":
            return image.controlWanted(watched, sight);
        case "control-frame":
            return image.controlFrame(watched, sight);
        case "control-given":
            return image.controlGiven(watched, sight);
        case "hole":
            return image.hole(watched, sight);
        case "prepared":
            return image.prepared(watched, sight);
        case "vmcoreinfo":
            return image.vmcoreinfo(watched, sight);
        default:
            return onTheWayOut(watched, sight);
    }
}
/** The transition of do_kexec_load that makes the crash region writable. */
export const UNPROTECTS = "call.locked.choosingSlot do_kexec_load 0";
/** Segments, and what follows them. */
function onTheWayOut(watched, sight) {
    switch (sight.kind) {
        case "segment-begun":
            return list.segmentBegun(watched, sight);
        case "segment-ended":
            return list.segmentEnded(watched, sight);
        case "entry":
            return list.entry(watched, sight);
        case "entry-added":
            return list.entryAdded(watched, sight);
        case "frame":
            return list.frame(watched, sight);
        case "page-given":
            return list.pageGiven(watched, sight);
        case "terminated":
            return [list.terminated(watched, sight)];
        case "post-load":
            return [step("machine_kexec_post_load", { choose: () => outcomeOf(sight.result) })];
        case "protected":
            return [step("arch_kexec_protect_crashkres")];
        case "load-returned":
            return image.loadReturned(watched, sight);
        case "call-returned":
            return [
                step("sys_exit", {
                    differs: (_step, before) => resultDiffers(watched, before, sight.result),
                }),
            ];
        case "ended":
            return [placeIn(watched, ["idle"])];
        case "astray":
        case "impossible":
            return [place(() => sight.why)];
    }
}
//# sourceMappingURL=expect.js.map