import { type Layout } from "../memory/layout.ts";
/** The wrong versions, in the order of a call. */
export declare const mutants: {
    "list-fault-returns-what-is-left": {
        breaks: string;
        guards: (layout: Layout) => {
            leavesBytesOver: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: {
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
                ask: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
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
                step: (mem: import("../memory/layout.ts").Mem) => void;
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
                step: (mem: import("../memory/layout.ts").Mem) => void;
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
                ask: (mem: import("../memory/layout.ts").Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
            beforeNotifiers: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
        };
    };
    "panic-overlooks-the-image": {
        breaks: string;
        guards: () => {
            noCrashImageEarly: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: never, params: undefined) => boolean;
                types: readonly "__crash_kexec"[];
            };
        };
    };
    "panic-needs-no-image": {
        breaks: string;
        guards: () => {
            noCrashImageEarly: (({ context, event }: import("../../machines/steps.ts").Args, params: undefined) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: never, params: undefined) => boolean;
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
                ask: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
            sizeIsSame: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
        };
    };
    "crash-size-wraps": {
        breaks: string;
        guards: (layout: Layout) => {
            sizeIsLarger: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
            };
            sizeIsSame: (({ context, event }: import("../../machines/steps.ts").Args) => boolean) & {
                ask: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent) => boolean;
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
    "result-outlives-the-call": import("./memory-variants.ts").MemoryVariant;
    "kill-outlives-the-task": import("./memory-variants.ts").MemoryVariant;
    "lock-taken-for-another": import("./memory-variants.ts").MemoryVariant;
    "kill-takes-everybody": import("./memory-variants.ts").MemoryVariant;
    "dying-task-releases-the-lock": import("./memory-variants.ts").MemoryVariant;
    "dying-task-frees-its-image": import("./memory-variants.ts").MemoryVariant;
    "dying-task-forgets-its-image": import("./memory-variants.ts").MemoryVariant;
    "wrong-segment-rewritten": import("./memory-variants.ts").MemoryVariant;
    "panic-saves-no-vmcoreinfo": import("./memory-variants.ts").MemoryVariant;
    "list-page-not-linked": import("./memory-variants.ts").MemoryVariant;
    "list-page-one-word-short": import("./memory-variants.ts").MemoryVariant;
    "list-page-begins-late": import("./memory-variants.ts").MemoryVariant;
    "end-mark-over-the-last-entry": import("./memory-variants.ts").MemoryVariant;
    "list-full-one-entry-early": import("./memory-variants.ts").MemoryVariant;
    "file-image-without-swap-page": import("./memory-variants.ts").MemoryVariant;
    "one-table-short": import("./memory-variants.ts").MemoryVariant;
    "last-page-by-file-not-loaded": import("./memory-variants.ts").MemoryVariant;
    "list-by-file-not-terminated": import("./memory-variants.ts").MemoryVariant;
    "crash-image-allocated-as-normal": import("./memory-variants.ts").MemoryVariant;
    "search-for-holes-begins-late": import("./memory-variants.ts").MemoryVariant;
    "skip-free-at-out": import("./memory-variants.ts").MemoryVariant;
    "double-free-at-out": import("./memory-variants.ts").MemoryVariant;
    "unusable-pages-not-freed": import("./memory-variants.ts").MemoryVariant;
    "parked-pages-not-freed": import("./memory-variants.ts").MemoryVariant;
    "source-pages-not-freed": import("./memory-variants.ts").MemoryVariant;
    "list-pages-not-freed": import("./memory-variants.ts").MemoryVariant;
    "control-pages-not-freed-with-the-image": import("./memory-variants.ts").MemoryVariant;
    "swap-page-not-freed-with-the-image": import("./memory-variants.ts").MemoryVariant;
    "tables-not-freed-with-the-image": import("./memory-variants.ts").MemoryVariant;
    "pointer-survives-a-failed-load": import("./memory-variants.ts").MemoryVariant;
    "no-cleanup-of-a-failed-load": import("./memory-variants.ts").MemoryVariant;
    "old-image-not-freed": import("./memory-variants.ts").MemoryVariant;
    "safecopy-not-cleared": import("./memory-variants.ts").MemoryVariant;
    "no-cleanup-of-an-old-image": import("./memory-variants.ts").MemoryVariant;
    "unload-spares-the-limit": import("./memory-variants.ts").MemoryVariant;
    "other-limit-consumed": import("./memory-variants.ts").MemoryVariant;
    "no-limit-becomes-one": import("./memory-variants.ts").MemoryVariant;
    "other-limit-set": import("./memory-variants.ts").MemoryVariant;
    "limit-one-too-high": import("./memory-variants.ts").MemoryVariant;
    "load-limit-goes-up": import("./memory-variants.ts").MemoryVariant;
    "load-limit-can-be-removed": import("./memory-variants.ts").MemoryVariant;
    "page-skipped": import("./memory-variants.ts").MemoryVariant;
    "segment-skipped": import("./memory-variants.ts").MemoryVariant;
    "page-not-cleared": import("./memory-variants.ts").MemoryVariant;
    "whole-crash-page-cleared": import("./memory-variants.ts").MemoryVariant;
    "first-page-copied-again": import("./memory-variants.ts").MemoryVariant;
    "page-left-zero": import("./memory-variants.ts").MemoryVariant;
    "torn-page-keeps-its-bytes": import("./memory-variants.ts").MemoryVariant;
    "destination-one-page-on": import("./memory-variants.ts").MemoryVariant;
    "source-page-stays-unlisted": import("./memory-variants.ts").MemoryVariant;
    "entry-names-the-segment": import("./memory-variants.ts").MemoryVariant;
    "last-page-not-loaded": import("./memory-variants.ts").MemoryVariant;
    "last-segment-not-loaded": import("./memory-variants.ts").MemoryVariant;
    "unlock-clears-the-error": import("./memory-variants.ts").MemoryVariant;
    "unlock-keeps-the-local-variable": import("./memory-variants.ts").MemoryVariant;
    "unlock-drops-the-image": import("./memory-variants.ts").MemoryVariant;
    "destination-test-inclusive": import("./memory-variants.ts").MemoryVariant;
    "destination-test-misses-the-last-page": import("./memory-variants.ts").MemoryVariant;
    "destination-test-misses-the-first-page": import("./memory-variants.ts").MemoryVariant;
    "destination-test-one-page-on": import("./memory-variants.ts").MemoryVariant;
    "limit-ignored": import("./memory-variants.ts").MemoryVariant;
    "page-for-the-next-destination": import("./memory-variants.ts").MemoryVariant;
    "moved-page-loses-its-content": import("./memory-variants.ts").MemoryVariant;
    "moved-page-is-handed-out": import("./memory-variants.ts").MemoryVariant;
    "one-extra-page-kept": import("./memory-variants.ts").MemoryVariant;
    "last-page-left-writable": import("./memory-variants.ts").MemoryVariant;
    "last-page-left-read-only": import("./memory-variants.ts").MemoryVariant;
    "control-page-not-sealed": import("./memory-variants.ts").MemoryVariant;
    "hole-taken-twice": import("./memory-variants.ts").MemoryVariant;
    "hole-in-a-segment": import("./memory-variants.ts").MemoryVariant;
    "region-one-page-too-small": import("./memory-variants.ts").MemoryVariant;
    "region-one-page-too-large": import("./memory-variants.ts").MemoryVariant;
    "crash-size-can-grow": import("./memory-variants.ts").MemoryVariant;
    "relocation-moves-nothing": import("./memory-variants.ts").MemoryVariant;
    "relocation-goes-one-page-too-far": import("./memory-variants.ts").MemoryVariant;
    "jump-copies-pages": import("./memory-variants.ts").MemoryVariant;
    "relocation-skips-the-first-page": import("./memory-variants.ts").MemoryVariant;
    "relocation-does-not-begin": import("./memory-variants.ts").MemoryVariant;
    "empty-segment-wraps": import("./memory-variants.ts").MemoryVariant;
    "end-may-be-unaligned": import("./memory-variants.ts").MemoryVariant;
    "start-may-be-unaligned": import("./memory-variants.ts").MemoryVariant;
    "segment-up-to-the-limit": import("./memory-variants.ts").MemoryVariant;
    "neighbours-overlap": import("./memory-variants.ts").MemoryVariant;
    "only-neighbours-compared": import("./memory-variants.ts").MemoryVariant;
    "full-buffer-refused": import("./memory-variants.ts").MemoryVariant;
    "largest-segment-refused": import("./memory-variants.ts").MemoryVariant;
    "largest-image-refused": import("./memory-variants.ts").MemoryVariant;
    "first-page-of-the-region-refused": import("./memory-variants.ts").MemoryVariant;
    "last-page-of-the-region-refused": import("./memory-variants.ts").MemoryVariant;
    "one-byte-above-the-region": import("./memory-variants.ts").MemoryVariant;
    "exchange-skipped": import("./memory-variants.ts").MemoryVariant;
    "exchange-into-normal-slot": import("./memory-variants.ts").MemoryVariant;
    "exchange-loses-the-old-image": import("./memory-variants.ts").MemoryVariant;
    "unload-by-file-keeps-the-slot": import("./memory-variants.ts").MemoryVariant;
    "unload-by-file-empties-the-other-slot": import("./memory-variants.ts").MemoryVariant;
    "new-kernel-finds-its-first-page-cleared": import("./memory-variants.ts").MemoryVariant;
    "gates-exchanged": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "gate-negated": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "trylock-ignores-holder": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "trylock-waits": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "lock-not-taken": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "region-not-unprotected": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "unload-keeps-image": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "crash-load-keeps-old-image": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "normal-load-drops-old-image-first": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "entry-not-checked": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "list-fault-ignored": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "image-not-freed-on-list-fault": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "segment-rules-exchanged": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "page-over-limit-used": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "control-page-may-be-destination": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "extra-pages-not-given-back": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "swap-page-skipped": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "control-pages-not-freed": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "preserve-context-always": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "prepare-failure-skips-out": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "vmcoreinfo-failure-ignored": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "vmcoreinfo-not-published": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "source-page-may-be-destination": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "segment-size-unlimited": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "lsm-not-asked": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "native-call-returns-what-is-left": {
        breaks: string;
        actions: (layout: Layout) => {
            setCopyResult: import("xstate").ActionFunction<import("../../machines/events.ts").KexecContext, import("../../machines/events.ts").KexecEvent, import("../../machines/events.ts").KexecEvent, undefined, never, never, never, never, never> & {
                step: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").PanicEvent | import("../../machines/events.ts").TaskEvent, params: undefined) => void;
            };
        };
    };
    "unlisted-page-not-freed": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "destination-not-moved-into-place": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "page-not-parked": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "table-not-counted": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "hotplug-support-forgotten": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "vmcoreinfo-page-not-taken": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "user-fault-ignored": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "lock-kept-after-efault": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "list-not-terminated": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "region-not-protected-again": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "lock-not-released": {
        breaks: string;
        chart: (literal: import("./chart-config.ts").NodeConfig) => void;
    };
    "load-disabled-toggles": {
        breaks: string;
        guards: () => {
            writesOne: () => boolean;
        };
        actions: () => {
            disableLoading: import("xstate").ActionFunction<import("../../machines/events.ts").KexecContext, import("../../machines/events.ts").KexecEvent, import("../../machines/events.ts").KexecEvent, undefined, never, never, never, never, never> & {
                step: (mem: import("../memory/layout.ts").Mem, event: import("../../machines/events.ts").SysctlEvent, params: undefined) => void;
                types: readonly "proc_dointvec_minmax"[];
            };
        };
    };
};
export type MutantName = keyof typeof mutants;
