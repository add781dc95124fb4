import { type AnyStateMachine } from "xstate";
import type { KexecEvent } from "../../machines/events.ts";
import { type Layout } from "../memory/layout.ts";
import type { NodeConfig } from "./chart-config.ts";
import type { Edit } from "./mutant.ts";
/** The path of a task's region. */
export declare function taskRegion(task: number): string;
/** The task whose region a path lies in, or null. */
export declare function taskOfPath(path: string): number | null;
/** A path or key of the composed machine, as the literals have it. */
export declare function literalName(composed: string): string;
/** The literals that the model is composed of. */
export declare function literals(layout: Layout): {
    /** Each is one door of the kernel; a task goes through one of them at a time. */
    doors: (import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
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
        type: "setResult";
        params: {
            readonly errno: import("../kernel/errno.ts").Errno;
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
        type: "unknownFlags";
        params: unknown;
    } | {
        type: "unloads";
        params: unknown;
    } | {
        type: "unloadsImage";
        params: unknown;
    }, never, "gone" | "idle" | {
        call: "admitted" | "entered" | "faulted" | "permitted" | "returning" | "segmentListOutside" | {
            locked: "allocated" | "choosingSlot" | "complete" | "filled" | "flagged" | "freeing" | "out" | "protecting" | "segments" | "slotChosen" | "terminated" | "unlocking" | "vmcoreinfo" | {
                crashSegment: "copying" | "pages";
            } | {
                kimageAllocInit: "controlPage" | "crashControlPage" | "entry" | "segmentList" | "structure" | "swapPage" | "unchecked";
            } | {
                machineKexecPrepare: "architecture" | "crashTable" | "table" | "tables";
            } | {
                normalSegment: "copying" | "destination" | "entryForSource" | "listPageForDestination" | "listPageForSource" | "pages" | "sourcePage";
            };
        };
    }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
        id: "kexecLoad";
        states: {
            readonly idle: {
                id: "idle";
            };
            readonly gone: {
                id: "gone";
            };
            readonly call: {
                states: {
                    readonly entered: {};
                    readonly permitted: {};
                    readonly segmentListOutside: {};
                    readonly admitted: {};
                    readonly locked: {
                        states: {
                            readonly choosingSlot: {};
                            readonly slotChosen: {};
                            readonly kimageAllocInit: {
                                states: {
                                    readonly entry: {};
                                    readonly structure: {};
                                    readonly segmentList: {};
                                    readonly unchecked: {};
                                    readonly crashControlPage: {};
                                    readonly controlPage: {};
                                    readonly swapPage: {};
                                };
                            };
                            readonly allocated: {
                                id: "allocated";
                            };
                            readonly flagged: {};
                            readonly machineKexecPrepare: {
                                states: {
                                    readonly tables: {};
                                    readonly table: {};
                                    readonly crashTable: {};
                                    readonly architecture: {};
                                };
                            };
                            readonly vmcoreinfo: {
                                id: "vmcoreinfo";
                            };
                            readonly segments: {
                                id: "segments";
                            };
                            readonly normalSegment: {
                                states: {
                                    readonly destination: {};
                                    readonly listPageForDestination: {};
                                    readonly pages: {};
                                    readonly sourcePage: {};
                                    readonly entryForSource: {};
                                    readonly listPageForSource: {};
                                    readonly copying: {};
                                };
                            };
                            readonly crashSegment: {
                                states: {
                                    readonly pages: {};
                                    readonly copying: {};
                                };
                            };
                            readonly filled: {};
                            readonly terminated: {};
                            readonly complete: {};
                            readonly out: {
                                id: "out";
                            };
                            readonly protecting: {};
                            readonly freeing: {};
                            readonly unlocking: {
                                id: "unlocking";
                            };
                        };
                    };
                    readonly faulted: {
                        id: "faulted";
                    };
                    readonly returning: {
                        id: "returning";
                    };
                };
            };
        };
    }, import("../../machines/meta.ts").KexecMeta> | import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
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
            readonly errno: import("../kernel/errno.ts").Errno;
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
    }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
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
    }, import("../../machines/meta.ts").KexecMeta> | import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
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
            readonly errno: import("../kernel/errno.ts").Errno;
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
    }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
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
    }, import("../../machines/meta.ts").KexecMeta> | import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
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
        type: "enterSizeCall";
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
        type: "setResult";
        params: {
            readonly errno: import("../kernel/errno.ts").Errno;
        };
    } | {
        type: "shrinkRegion";
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
        type: "crashImageLoaded";
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
        type: "lockFree";
        params: unknown;
    } | {
        type: "lockFreeForReader";
        params: unknown;
    } | {
        type: "lockHeld";
        params: unknown;
    } | {
        type: "lockHeldAndNotWaitedFor";
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
        type: "noNumber";
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
        type: "sizeIsLarger";
        params: unknown;
    } | {
        type: "sizeIsSame";
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
        type: "unknownFlags";
        params: unknown;
    } | {
        type: "unloads";
        params: unknown;
    } | {
        type: "unloadsImage";
        params: unknown;
    }, never, "gone" | "idle" | {
        size: "admitted" | "entered" | "reading" | "returning" | "shrinking" | "unlocking";
    }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
        id: "crashSize";
        states: {
            readonly idle: {
                id: "idle";
            };
            readonly gone: {
                id: "gone";
            };
            readonly size: {
                states: {
                    readonly entered: {};
                    readonly admitted: {};
                    readonly reading: {};
                    readonly shrinking: {};
                    readonly unlocking: {};
                    readonly returning: {
                        id: "sizeReturning";
                    };
                };
            };
        };
    }, import("../../machines/meta.ts").KexecMeta>)[];
    /** Each is a region beside the tasks. */
    regions: {
        panic: import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
            type: "forgetAll";
            params: undefined;
        } | {
            type: "saveVmcoreinfo";
            params: undefined;
        } | {
            type: "takeLockForPanic";
            params: undefined;
        }, {
            type: "afterNotifiers";
            params: undefined;
        } | {
            type: "beforeNotifiers";
            params: undefined;
        } | {
            type: "interruptible";
            params: undefined;
        } | {
            type: "lockHeldEarly";
            params: undefined;
        } | {
            type: "nested";
            params: undefined;
        } | {
            type: "noCrashImage";
            params: undefined;
        } | {
            type: "noCrashImageEarly";
            params: undefined;
        } | {
            type: "notFatal";
            params: undefined;
        } | {
            type: "panicFindsLockHeld";
            params: undefined;
        }, never, "calm" | "crashing" | "dead" | "locked" | "panicking" | "saved" | "shutDown" | "silent" | "stopping", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
            id: "panic";
            states: {
                readonly calm: {};
                readonly crashing: {};
                readonly panicking: {};
                readonly locked: {};
                readonly saved: {};
                readonly stopping: {};
                readonly silent: {
                    id: "silent";
                };
                readonly shutDown: {
                    id: "shutDown";
                };
                readonly dead: {
                    id: "dead";
                };
            };
        }, import("../../machines/meta.ts").KexecMeta>;
        hotplug: import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
            type: "protectAndReleaseLock";
            params: undefined;
        } | {
            type: "takeLockAndUnprotect";
            params: undefined;
        } | {
            type: "updateElfcorehdr";
            params: undefined;
        }, {
            type: "nothingToUpdate";
            params: undefined;
        } | {
            type: "workerFindsLockHeld";
            params: undefined;
        } | {
            type: "workerNotFrozen";
            params: undefined;
        }, never, "idle" | "unprotected" | "updated", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
            id: "hotplug";
            states: {
                readonly idle: {};
                readonly unprotected: {};
                readonly updated: {};
            };
        }, import("../../machines/meta.ts").KexecMeta>;
        sysctls: import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
            type: "disableLoading";
            params: undefined;
        } | {
            type: "setLimit";
            params: undefined;
        }, {
            type: "limitAccepted";
            params: undefined;
        } | {
            type: "writesOne";
            params: undefined;
        }, never, "writable", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
            id: "sysctls";
            states: {
                readonly writable: {};
            };
        }, import("../../machines/meta.ts").KexecMeta>;
    };
    root: import("xstate").StateMachine<import("../../machines/events.ts").KexecContext, KexecEvent, {}, never, {
        type: "forgetAll";
        params: undefined;
    } | {
        type: "forgetKernel";
        params: undefined;
    } | {
        type: "movePageAlone";
        params: undefined;
    } | {
        type: "saveVmcoreinfo";
        params: undefined;
    } | {
        type: "takeLockForPanic";
        params: undefined;
    }, {
        type: "afterNotifiers";
        params: undefined;
    } | {
        type: "beforeNotifiers";
        params: undefined;
    } | {
        type: "crashJumpFaults";
        params: unknown;
    } | {
        type: "everyPageMoved";
        params: unknown;
    } | {
        type: "interruptible";
        params: undefined;
    } | {
        type: "lockHeldEarly";
        params: undefined;
    } | {
        type: "nested";
        params: undefined;
    } | {
        type: "noCrashImage";
        params: undefined;
    } | {
        type: "noCrashImageEarly";
        params: undefined;
    } | {
        type: "notFatal";
        params: undefined;
    } | {
        type: "panicFindsLockHeld";
        params: undefined;
    }, never, "crashKernel" | "dead" | "lastCpu" | "newKernel" | "running" | {
        silent: "locked" | "notified" | "saved" | "shutDown";
    }, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, import("../../machines/meta.ts").KexecMeta, {
        id: "machine";
        states: {
            readonly running: {};
            readonly lastCpu: {
                id: "lastCpu";
            };
            readonly newKernel: {};
            readonly silent: {
                id: "silent";
                states: {
                    readonly notified: {};
                    readonly locked: {};
                    readonly saved: {};
                    readonly shutDown: {
                        id: "shutDown";
                    };
                };
            };
            readonly crashKernel: {
                id: "crashKernel";
            };
            readonly dead: {
                id: "dead";
            };
        };
    }, import("../../machines/meta.ts").KexecMeta>;
};
/**
 * The whole model as one machine: every door, once per task, beside panic, hotplug and sysctls; and
 * what follows when one CPU is left.
 *
 * Every transition of a task's region asks `forTask` first, since XState shows each event to every
 * region.
 *
 * @param edit changes the literals before they are composed: a mutant
 */
export declare function composeModel(layout: Layout, edit?: Edit): AnyStateMachine;
/** What an edit changes: the doors, regions and root, all of them under one node. */
export declare function literalConfig(layout: Layout): NodeConfig;
/** The task that an event happens to, or null. */
export declare function taskOf(event: KexecEvent): number | null;
/** Whether a state of a literal stands in for one of the root's. */
export declare function isStandIn({ type, id }: {
    readonly type?: string;
    readonly id?: string;
}): boolean;
