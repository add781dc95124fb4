import { type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/**
 * One call of kexec_file_load, as far as the two images, the lock and the region notice it.
 *
 * It shares everything with kexec_load but its last step: what the local variable `image` holds is
 * freed when the lock is gone (B2).
 *
 *   idle - the gates - trylock - slot - image - prepare - vmcoreinfo - segments - exchange
 *        - out - unlock - free - return
 *
 * @param layout the memory that the actions change
 * @omits reading and verifying the files, and their buffers: no step of them touches what is modelled
 */
export declare function kexecFileLoad(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
    type: "addDestination";
    params: undefined;
} | {
    type: "addListPage";
    params: undefined;
} | {
    type: "addSource";
    params: undefined;
} | {
    type: "allocateFileImage";
    params: undefined;
} | {
    type: "allocateImage";
    params: undefined;
} | {
    type: "clearPage";
    params: undefined;
} | {
    type: "consumeLimit";
    params: undefined;
} | {
    type: "copyPage";
    params: undefined;
} | {
    type: "copySegmentList";
    params: undefined;
} | {
    type: "countTable";
    params: undefined;
} | {
    type: "enterCall";
    params: undefined;
} | {
    type: "exchangeImages";
    params: undefined;
} | {
    type: "freeControlPages";
    params: undefined;
} | {
    type: "freeImage";
    params: undefined;
} | {
    type: "freeSlotImage";
    params: undefined;
} | {
    type: "freeUnlistedPage";
    params: undefined;
} | {
    type: "freeUnlockedImage";
    params: undefined;
} | {
    type: "giveBackExtraPages";
    params: undefined;
} | {
    type: "kfreeImage";
    params: undefined;
} | {
    type: "killTask";
    params: undefined;
} | {
    type: "leaveCall";
    params: undefined;
} | {
    type: "loadFileSegments";
    params: undefined;
} | {
    type: "loseTask";
    params: undefined;
} | {
    type: "nextPage";
    params: undefined;
} | {
    type: "nextSegment";
    params: undefined;
} | {
    type: "parkPage";
    params: undefined;
} | {
    type: "preserveContext";
    params: undefined;
} | {
    type: "protectRegion";
    params: undefined;
} | {
    type: "publishVmcoreinfo";
    params: undefined;
} | {
    type: "releaseLock";
    params: undefined;
} | {
    type: "releaseLockKeepingImage";
    params: undefined;
} | {
    type: "sealControlPage";
    params: undefined;
} | {
    type: "setArchitectureResult";
    params: undefined;
} | {
    type: "setCopyResult";
    params: undefined;
} | {
    type: "setFileResult";
    params: undefined;
} | {
    type: "setLeftoverResult";
    params: undefined;
} | {
    type: "setLockdownResult";
    params: undefined;
} | {
    type: "setLsmResult";
    params: undefined;
} | {
    type: "setPageAside";
    params: undefined;
} | {
    type: "setPageUnusable";
    params: undefined;
} | {
    type: "setResult";
    params: {
        readonly errno: import("../src/kernel/errno.ts").Errno;
    };
} | {
    type: "supportHotplug";
    params: undefined;
} | {
    type: "swapWithOldSource";
    params: {
        readonly as: "source" | "list";
    };
} | {
    type: "takeControlPage";
    params: {
        readonly as: "control" | "swap" | "table";
    };
} | {
    type: "takeFromSlot";
    params: undefined;
} | {
    type: "takeHole";
    params: {
        readonly as: "control" | "table";
    };
} | {
    type: "takeLock";
    params: undefined;
} | {
    type: "takePage";
    params: {
        readonly as: "source" | "list";
    };
} | {
    type: "takeParkedPage";
    params: undefined;
} | {
    type: "takeTables";
    params: undefined;
} | {
    type: "takeVmcoreinfoPage";
    params: undefined;
} | {
    type: "tearPage";
    params: undefined;
} | {
    type: "terminateList";
    params: undefined;
} | {
    type: "unprotectRegion";
    params: undefined;
}, {
    type: "allSegmentsLoaded";
    params: unknown;
} | {
    type: "allSegmentsTooLarge";
    params: unknown;
} | {
    type: "controlPageReadonly";
    params: unknown;
} | {
    type: "destinationHasSource";
    params: undefined;
} | {
    type: "entryAboveRegion";
    params: unknown;
} | {
    type: "entryBelowRegion";
    params: unknown;
} | {
    type: "fails";
    params: undefined;
} | {
    type: "foreignArchitecture";
    params: unknown;
} | {
    type: "freesBeforeUnlock";
    params: unknown;
} | {
    type: "hasImage";
    params: unknown;
} | {
    type: "kexecLoadDisabled";
    params: unknown;
} | {
    type: "lacksCapSysBoot";
    params: unknown;
} | {
    type: "leavesBytesOver";
    params: undefined;
} | {
    type: "listCopiedBeforeLock";
    params: unknown;
} | {
    type: "listCopiedFirst";
    params: unknown;
} | {
    type: "listFull";
    params: unknown;
} | {
    type: "loadLimitReached";
    params: unknown;
} | {
    type: "lockHeld";
    params: unknown;
} | {
    type: "lockedDown";
    params: unknown;
} | {
    type: "lsmRefuses";
    params: unknown;
} | {
    type: "noHole";
    params: unknown;
} | {
    type: "noPage";
    params: undefined;
} | {
    type: "noPageAndSourceFreed";
    params: undefined;
} | {
    type: "noPagesForImage";
    params: unknown;
} | {
    type: "noPagesForSegments";
    params: unknown;
} | {
    type: "noPagesForTables";
    params: unknown;
} | {
    type: "normalLoad";
    params: unknown;
} | {
    type: "notFrozen";
    params: unknown;
} | {
    type: "notKilled";
    params: unknown;
} | {
    type: "nothingToCopy";
    params: unknown;
} | {
    type: "onCrash";
    params: unknown;
} | {
    type: "onCrashOverLoaded";
    params: unknown;
} | {
    type: "pageInPlace";
    params: undefined;
} | {
    type: "pageIsDestination";
    params: undefined;
} | {
    type: "pageIsNobodys";
    params: undefined;
} | {
    type: "pageOverLimit";
    params: undefined;
} | {
    type: "parkedHit";
    params: unknown;
} | {
    type: "preservesContext";
    params: unknown;
} | {
    type: "segmentLoaded";
    params: unknown;
} | {
    type: "slotOccupied";
    params: unknown;
} | {
    type: "someBufferTooLong";
    params: unknown;
} | {
    type: "someSegmentAboveRegion";
    params: unknown;
} | {
    type: "someSegmentBelowRegion";
    params: unknown;
} | {
    type: "someSegmentBeyondLimit";
    params: unknown;
} | {
    type: "someSegmentTooLarge";
    params: unknown;
} | {
    type: "someSegmentUnaligned";
    params: unknown;
} | {
    type: "someSegmentWraps";
    params: unknown;
} | {
    type: "someSegmentsOverlap";
    params: unknown;
} | {
    type: "supportsHotplug";
    params: unknown;
} | {
    type: "tablesComplete";
    params: unknown;
} | {
    type: "tooManySegments";
    params: unknown;
} | {
    type: "unknownFileFlags";
    params: unknown;
} | {
    type: "unknownFlags";
    params: unknown;
} | {
    type: "unloads";
    params: unknown;
} | {
    type: "unloadsImage";
    params: unknown;
}, never, "gone" | "idle" | {
    file: "admitted" | "entered" | "faulted" | "returning" | "unlocked" | {
        locked: "allocating" | "complete" | "freeing" | "out" | "preparing" | "protecting" | "replacing" | "segments" | "unloading" | "unlocking" | "vmcoreinfo";
    };
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
    id: "kexecFileLoad";
    states: {
        readonly idle: {
            id: "idle";
        };
        readonly gone: {
            id: "gone";
        };
        readonly file: {
            states: {
                readonly entered: {};
                readonly admitted: {};
                readonly locked: {
                    states: {
                        readonly unloading: {};
                        readonly replacing: {};
                        readonly allocating: {};
                        readonly preparing: {};
                        readonly vmcoreinfo: {};
                        readonly segments: {};
                        readonly complete: {};
                        readonly out: {};
                        readonly protecting: {};
                        readonly freeing: {};
                        readonly unlocking: {};
                    };
                };
                readonly faulted: {
                    id: "fileFaulted";
                };
                readonly unlocked: {
                    id: "unlocked";
                };
                readonly returning: {
                    id: "fileReturning";
                };
            };
        };
    };
}, KexecMeta>;
