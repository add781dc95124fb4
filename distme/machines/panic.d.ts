import { type Layout, type Mem } from "../src/memory/layout.ts";
import type { KexecContext, KexecEvent } from "./events.ts";
import type { KexecMeta } from "./meta.ts";
/**
 * The panic path, from the moment at which a CPU takes `panic_cpu`, while other CPUs still run.
 *
 * It waits for nobody: each step is one that no lock can hold up. What happens when the other CPUs
 * are stopped is part of machine.ts.
 *
 *   calm - crash_kexec - panic - trylock - vmcoreinfo - shutdown (silent)
 *                              - stop the others (dead, or silent with crash_kexec_post_notifiers)
 *
 * @param layout the memory that the actions change
 */
export declare function panic(layout: Layout): import("xstate").StateMachine<KexecContext, KexecEvent, {}, never, {
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
}, never, "calm" | "crashing" | "dead" | "locked" | "panicking" | "saved" | "shutDown" | "silent" | "stopping", string, import("xstate").NonReducibleUnknown, import("xstate").NonReducibleUnknown, import("xstate").EventObject, KexecMeta, {
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
}, KexecMeta>;
export declare function panicGuards(layout: Layout): {
    /** A jump has not left this CPU alone with its interrupts off. */
    interruptible: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent, params: undefined) => boolean;
        types: readonly "panic"[];
    };
    /** The panicking CPU itself panics; a second one would stop itself. */
    nested: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: import("./events.ts").PanicEvent, params: undefined) => boolean;
        types: readonly "panic"[];
    };
    notFatal: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "oops";
            readonly task: number;
        } & {
            readonly fatal: boolean;
        }, params: undefined) => boolean;
        types: readonly "oops"[];
    };
    panicFindsLockHeld: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: never, params: undefined) => boolean;
        types: readonly "__crash_kexec"[];
    };
    noCrashImage: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: never, params: undefined) => boolean;
        types: readonly "__crash_kexec"[];
    };
    lockHeldEarly: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: never, params: undefined) => boolean;
        types: readonly "__crash_kexec"[];
    };
    noCrashImageEarly: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: never, params: undefined) => boolean;
        types: readonly "__crash_kexec"[];
    };
    beforeNotifiers: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: never, params: undefined) => boolean;
        types: readonly "__crash_kexec"[];
    };
    afterNotifiers: (({ context, event }: import("./steps.ts").Args, params: undefined) => boolean) & {
        ask: (mem: Mem, event: {
            readonly type: "oops";
            readonly task: number;
        } & {
            readonly fatal: boolean;
        }, params: undefined) => boolean;
        types: readonly ("oops" | "smp_send_stop")[];
    };
};
export declare function panicActions(layout: Layout): {
    takeLockForPanic: import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: never, params: undefined) => void;
        types: readonly "__crash_kexec"[];
    };
    saveVmcoreinfo: import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem, event: never, params: undefined) => void;
        types: readonly "crash_save_vmcoreinfo"[];
    };
    /** What memory holds is nobody's business any more. */
    forgetAll: import("xstate").ActionFunction<KexecContext, KexecEvent, KexecEvent, undefined, never, never, never, never, never> & {
        step: (mem: Mem) => void;
    };
};
