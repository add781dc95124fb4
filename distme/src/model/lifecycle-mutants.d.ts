import { type Layout, type Mem } from "../memory/layout.ts";
/** The wrong versions of everything but kexec_load. */
export declare const lifecycleMutants: {
    "list-fault-returns-what-is-left": {
        breaks: string;
        guards: (layout: Layout) => {
            leavesBytesOver: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: Mem, event: {
                    readonly type: "copy_user_segment_list";
                    readonly task: number;
                } & {
                    readonly outcome: "EFAULT" | "ENOMEM" | "ok";
                }, params: undefined) => boolean;
                types: readonly "copy_user_segment_list"[];
            };
        };
    };
    "file-load-frees-after-the-unlock": {
        breaks: string;
        guards: () => {
            freesBeforeUnlock: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
        };
    };
    "reboot-gates-exchanged": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "reboot-without-image": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "restart-without-shutdown": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "jump-forgets-the-reentry-point": {
        breaks: string;
        actions: () => {
            setReentryPoint: import("xstate").ActionFunction<import("../../machines/events.ts").KexecContext, import("../../machines/events.ts").KexecEvent, import("../../machines/events.ts").KexecEvent, undefined, never, never, never, never, never> & {
                step: (mem: Mem) => void;
            };
        };
    };
    "digest-failure-ignored": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "transition-mutex-taken-twice": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "preserve-flag-lost-on-return": {
        breaks: string;
        actions: (layout: Layout) => {
            setReentryPoint: import("xstate").ActionFunction<import("../../machines/events.ts").KexecContext, import("../../machines/events.ts").KexecEvent, import("../../machines/events.ts").KexecEvent, undefined, never, never, never, never, never> & {
                step: (mem: Mem) => void;
            };
        };
    };
    "unload-of-nothing-protects": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "frozen-task-reboots": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "transition-mutex-not-asked": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "suspend-failure-ignored": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "suspend-failure-thaws-nobody": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "peer-writes-nothing": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "second-panic-stops-the-dump": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "panic-spares-the-task": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "panic-waits-for-the-lock": {
        breaks: string;
        guards: () => {
            lockHeldEarly: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
            beforeNotifiers: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
        };
    };
    "panic-overlooks-the-image": {
        breaks: string;
        guards: () => {
            noCrashImageEarly: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
        };
    };
    "panic-needs-no-image": {
        breaks: string;
        guards: () => {
            noCrashImageEarly: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
        };
    };
    "no-number-accepted": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "crash-size-rules-exchanged": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "crash-size-under-an-image": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "crash-size-compared-before-rounding": {
        breaks: string;
        guards: (layout: Layout) => {
            sizeIsLarger: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
            sizeIsSame: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
        };
    };
    "crash-size-wraps": {
        breaks: string;
        guards: (layout: Layout) => {
            sizeIsLarger: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
            sizeIsSame: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
        };
    };
    "any-write-disables-loading": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "hotplug-event-skips-the-update": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "elfcorehdr-not-rewritten": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "hotplug-event-keeps-the-lock": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "hotplug-ignores-the-lock": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
};
