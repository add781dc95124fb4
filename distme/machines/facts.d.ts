import { type Layout, type Mem } from "../src/memory/layout.ts";
import { allSegmentsLoaded } from "../src/memory/loading.ts";
type Fact = (layout: Layout, mem: Mem, task: number) => boolean;
/**
 * What is true between steps: each state of the chart names the facts that hold in it, and the
 * checker asks them in every reachable state.
 */
export declare const facts: {
    notInCall: (layout: Layout, mem: Mem, task: number) => boolean;
    notKilled: (layout: Layout, mem: Mem, task: number) => boolean;
    inCall: (layout: Layout, mem: Mem, task: number) => boolean;
    notHoldingLock: (_layout: Layout, mem: Mem, task: number) => boolean;
    holdingLock: (_layout: Layout, mem: Mem, task: number) => boolean;
    noResultYet: (layout: Layout, mem: Mem, task: number) => boolean;
    noImage: (layout: Layout, mem: Mem, task: number) => boolean;
    ownImage: (layout: Layout, mem: Mem, task: number) => boolean;
    loads: (layout: Layout, mem: Mem, task: number) => boolean;
    /** The gates let the request pass. */
    admissible: (layout: Layout, mem: Mem, task: number) => boolean;
    isNormal: (layout: Layout, mem: Mem, task: number) => boolean;
    isCrash: (layout: Layout, mem: Mem, task: number) => boolean;
    crashSlotEmptyIfCrash: Fact;
    regionWritableIfCrash: Fact;
    listCopied: Fact;
    hasControlPage: Fact;
    hasSwapPageIfNormal: Fact;
    allTables: (layout: Layout, mem: Mem, task: number) => boolean;
    /** Its copy of vmcoreinfo is mapped; whether the pointer still leads there is another matter. */
    vmcoreinfoIfCrash: Fact;
    pageWaitsForEntry: Fact;
    noPageWaits: (layout: Layout, mem: Mem, task: number) => boolean;
    noExtraPages: (layout: Layout, mem: Mem, task: number) => boolean;
    allSegmentsLoaded: typeof allSegmentsLoaded;
    listTerminated: (layout: Layout, mem: Mem, task: number) => boolean;
};
export type FactName = keyof typeof facts;
export {};
