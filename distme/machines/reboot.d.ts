import { type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/**
 * One call of reboot(LINUX_REBOOT_CMD_KEXEC).
 *
 * It ends in the new kernel, or returns an error; with CONFIG_KEXEC_JUMP and an image that
 * preserves the context it comes back and returns 0.
 *
 *   idle - mutex - trylock - kernel_kexec - restart prepare - machine shutdown (the last CPU)
 *                                         - freeze - suspend - there - the peer - back - thaw
 *        - unlock - mutex - return
 *
 * @param layout the memory that the actions change
 */
export declare function reboot(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
    type: "addDestination";
    params: undefined;
} | {
    type: "addListPage";
    params: undefined;
} | {
    type: "addSource";
    params: undefined;
} | {
    type: "allocateImage";
    params: undefined;
} | {
    type: "beginRelocation";
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
    type: "enterOtherCall";
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
    type: "freeze";
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
    type: "loseTask";
    params: undefined;
} | {
    type: "movePage";
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
    type: "releaseTransitionMutex";
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
    type: "setReentryPoint";
    params: undefined;
} | {
    type: "setResult";
    params: {
        readonly errno: import("../src/kernel/errno.ts").Errno;
    };
} | {
    type: "standAlone";
    params: undefined;
} | {
    type: "standTogether";
    params: undefined;
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
    type: "takeHole";
    params: {
        readonly as: "control" | "table";
    };
} | {
    type: "takeLock";
    params: undefined;
} | {
    type: "takeLockAlone";
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
    type: "takeTransitionMutex";
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
    type: "thaw";
    params: undefined;
} | {
    type: "unprotectRegion";
    params: undefined;
} | {
    type: "writeAsPeer";
    params: undefined;
}, {
    type: "allPagesMoved";
    params: unknown;
} | {
    type: "allSegmentsLoaded";
    params: unknown;
} | {
    type: "allSegmentsTooLarge";
    params: unknown;
} | {
    type: "comesBack";
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
    type: "hasImage";
    params: unknown;
} | {
    type: "inChildPidNamespace";
    params: unknown;
} | {
    type: "kexecLoadDisabled";
    params: unknown;
} | {
    type: "lacksCapSysBoot";
    params: unknown;
} | {
    type: "lacksCapability";
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
    type: "normalLoad";
    params: unknown;
} | {
    type: "notFrozen";
    params: unknown;
} | {
    type: "notKilled";
    params: unknown;
} | {
    type: "nothingLoaded";
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
    type: "peerWrote";
    params: undefined;
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
    type: "transitionMutexFree";
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
} | {
    type: "wrongMagic";
    params: unknown;
}, never, "gone" | "idle" | "lastCpu" | {
    reboot: "entered" | {
        interruptible: "admitted" | "freezing" | "frozen" | "locked" | "restarting" | "returning" | "stopping" | "suspended" | "thawing" | "unlocking" | "unlockingMutex" | "waiting";
    } | {
        jumping: "back" | "peer" | "there";
    };
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
    id: "reboot";
    states: {
        readonly idle: {
            id: "idle";
        };
        readonly gone: {
            id: "gone";
        };
        readonly reboot: {
            states: {
                readonly entered: {};
                readonly interruptible: {
                    states: {
                        readonly waiting: {};
                        readonly admitted: {};
                        readonly locked: {};
                        readonly restarting: {};
                        readonly stopping: {};
                        readonly freezing: {};
                        readonly frozen: {};
                        readonly suspended: {};
                        readonly thawing: {
                            id: "thawing";
                        };
                        readonly unlocking: {};
                        readonly unlockingMutex: {};
                        readonly returning: {
                            id: "rebootReturning";
                        };
                    };
                };
                readonly jumping: {
                    states: {
                        readonly there: {
                            id: "there";
                        };
                        readonly peer: {};
                        readonly back: {};
                    };
                };
            };
        };
        readonly lastCpu: {
            id: "lastCpu";
        };
    };
}, KexecMeta>;
