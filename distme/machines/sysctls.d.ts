import { type Layout } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/** The sysctls of kexec: what an administrator may change while calls are running. */
export declare function sysctls(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
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
}, never, "writable", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
    id: "sysctls";
    states: {
        readonly writable: {};
    };
}, KexecMeta>;
