import { type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/** What the kernel does when a CPU or memory comes or goes, from 6.6 on. */
export declare function hotplug(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
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
}, never, "idle" | "unprotected" | "updated", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
    id: "hotplug";
    states: {
        readonly idle: {};
        readonly unprotected: {};
        readonly updated: {};
    };
}, KexecMeta>;
