import { type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/**
 * The whole machine: a kernel that runs, and the three ways in which it ends.
 *
 * `running` holds a region for every actor; the composer puts them there.
 *
 * @param layout the memory that the actions change
 */
export declare function machine(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
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
}, string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
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
}, KexecMeta>;
