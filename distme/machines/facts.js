import { isKilled, resultOf } from "../src/memory/call.js";
import { isTerminated } from "../src/memory/entries.js";
import { findFrame, purposes } from "../src/memory/frames.js";
import { hasFlag, localImage } from "../src/memory/kimage.js";
import { get, imageAt, imageFlags, KEXEC_CRASH_IMAGE, planOf, REQUEST, TABLES, taskAt, } from "../src/memory/layout.js";
import { allSegmentsLoaded } from "../src/memory/loading.js";
import { lockHolder } from "../src/memory/lock.js";
import { someReadonly } from "../src/memory/region.js";
import { isOnCrash, isUnload } from "../src/memory/request.js";
import { hasUnknownFlags, isForeign } from "./guards.js";
const owns = (purpose) => (layout, mem, task) => findFrame(layout, mem, { image: localImage(layout, mem, task), purpose }) >= 0;
const flagged = (flag) => (layout, mem, task) => hasFlag(layout, mem, localImage(layout, mem, task), flag);
const ifCrash = (fact) => (layout, mem, task) => !isOnCrash(planOf(layout, mem, task).request) || fact(layout, mem, task);
const ifNormal = (fact) => (layout, mem, task) => isOnCrash(planOf(layout, mem, task).request) || fact(layout, mem, task);
/**
 * What is true between steps: each state of the chart names the facts that hold in it, and the
 * checker asks them in every reachable state.
 */
export const facts = {
    notInCall: (layout, mem, task) => get(mem, taskAt(layout, task) + REQUEST) === 0,
    notKilled: (layout, mem, task) => !isKilled(layout, mem, task),
    inCall: (layout, mem, task) => get(mem, taskAt(layout, task) + REQUEST) !== 0,
    notHoldingLock: (_layout, mem, task) => lockHolder(mem) !== task,
    holdingLock: (_layout, mem, task) => lockHolder(mem) === task,
    noResultYet: (layout, mem, task) => resultOf(layout, mem, task) === 0,
    noImage: (layout, mem, task) => localImage(layout, mem, task) === 0,
    ownImage: (layout, mem, task) => localImage(layout, mem, task) !== 0,
    loads: (layout, mem, task) => !isUnload(planOf(layout, mem, task).request),
    /** The gates let the request pass. */
    admissible: (layout, mem, task) => {
        const { request } = planOf(layout, mem, task);
        const { capSysBoot, lsm, lockdown, flags, nr_segments } = request;
        const known = !hasUnknownFlags(flags, layout.bounds.features) && !isForeign(request);
        return capSysBoot && lsm === 0 && lockdown === 0 && known && nr_segments <= 16;
    },
    isNormal: (layout, mem, task) => !isOnCrash(planOf(layout, mem, task).request),
    isCrash: (layout, mem, task) => isOnCrash(planOf(layout, mem, task).request),
    crashSlotEmptyIfCrash: ifCrash((_layout, mem) => get(mem, KEXEC_CRASH_IMAGE) === 0),
    regionWritableIfCrash: ifCrash((layout, mem) => !someReadonly(layout, mem)),
    listCopied: flagged(imageFlags.LIST_COPIED),
    hasControlPage: owns(purposes.CONTROL),
    hasSwapPageIfNormal: ifNormal(owns(purposes.SWAP)),
    allTables: (layout, mem, task) => get(mem, imageAt(layout, localImage(layout, mem, task)) + TABLES) === layout.bounds.tablePages,
    /** Its copy of vmcoreinfo is mapped; whether the pointer still leads there is another matter. */
    vmcoreinfoIfCrash: ifCrash(flagged(imageFlags.VMCOREINFO)),
    pageWaitsForEntry: owns(purposes.UNLISTED),
    noPageWaits: (layout, mem, task) => !owns(purposes.UNLISTED)(layout, mem, task),
    noExtraPages: (layout, mem, task) => !owns(purposes.EXTRA)(layout, mem, task),
    allSegmentsLoaded,
    listTerminated: (layout, mem, task) => isTerminated(layout, mem, localImage(layout, mem, task)),
};
//# sourceMappingURL=facts.js.map