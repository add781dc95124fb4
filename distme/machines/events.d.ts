import type { Errno } from "../src/kernel/errno.ts";
import type { Pfn } from "../src/memory/bounds.ts";
import type { Mem } from "../src/memory/layout.ts";
import type { LimitName } from "../src/memory/limits.ts";
/** Everything that the statechart remembers beside its states. */
export interface KexecContext {
    readonly mem: Mem;
}
/** What the page allocator returns: a free frame, or null when it has none to give. */
type Allocation = {
    readonly frame: Pfn | null;
};
/** How a step ends that the kernel's own state does not decide. */
type Outcome<Failure extends string> = {
    readonly outcome: "ok" | Failure;
};
/** The payload of each event of one task. An event is the C function that performs the step. */
interface TaskPayloads {
    /** The system call begins; the request is an index into the world's requests. */
    kexec_load: {
        readonly request: number;
    };
    /** The same, by file descriptors. */
    kexec_file_load: {
        readonly request: number;
    };
    /** The system call begins; the call is an index into the world's calls. */
    reboot: {
        readonly call: number;
    };
    crash_size_show: {
        readonly call: number;
    };
    crash_size_store: {
        readonly call: number;
    };
    /** The gates of kexec_file_load. */
    kexec_load_permitted: object;
    kexec_load_check: object;
    kexec_trylock: object;
    do_kexec_load: object;
    kimage_free: object;
    kimage_alloc_init: object;
    do_kimage_alloc_init: Outcome<"ENOMEM">;
    copy_user_segment_list: Outcome<"EFAULT" | "ENOMEM">;
    sanity_check_segment_list: object;
    kimage_alloc_normal_control_pages: Allocation;
    kimage_alloc_crash_control_pages: object;
    machine_kexec_prepare: Outcome<Errno>;
    kimage_crash_copy_vmcoreinfo: Outcome<"ENOMEM">;
    kimage_set_destination: object;
    kimage_alloc_page: Allocation;
    kimage_add_page: object;
    copy_from_user: Outcome<"EFAULT">;
    kimage_terminate: object;
    machine_kexec_post_load: Outcome<Errno>;
    xchg: object;
    arch_kexec_protect_crashkres: object;
    kexec_unlock: object;
    sys_exit: object;
    kimage_file_alloc_init: Outcome<"ENOMEM" | "EINVAL">;
    /** kexec_file_load: all segments. */
    kimage_load_segment: Outcome<"ENOMEM">;
    /** system_transition_mutex, which is waited for. */
    mutex_lock: object;
    mutex_unlock: object;
    kernel_kexec: object;
    kernel_restart_prepare: object;
    machine_shutdown: object;
    freeze_processes: Outcome<"EBUSY">;
    dpm_suspend_start: Outcome<"EBUSY">;
    syscore_suspend: object;
    /** One page of a jump to a kernel that may come back, there or back. */
    swap_pages: object;
    /** The other kernel jumps back; whether it wrote to the memory that it was lent. */
    peer_returns: {
        readonly wrote: boolean;
    };
    thaw_processes: object;
    crash_get_memory_size: object;
    crash_shrink_memory: Outcome<"ENOMEM">;
    /** A fatal signal reaches the task. */
    sigkill: object;
    /** The task hits a bug in kernel mode; `fatal`: what kexec_should_crash answers. */
    oops: {
        readonly fatal: boolean;
    };
}
export type TaskEvent = {
    [Type in keyof TaskPayloads]: {
        readonly type: Type;
        /** The caller that performs the step, 0 .. tasks-1. */
        readonly task: number;
    } & TaskPayloads[Type];
}[keyof TaskPayloads];
/** Somebody writes to /proc/sys/kernel/kexec_load_disabled. */
export interface SysctlEvent {
    readonly type: "proc_dointvec_minmax";
    readonly value: number;
}
/** Somebody writes to /proc/sys/kernel/kexec_load_limit_reboot or _panic. */
export interface LimitEvent {
    readonly type: "kexec_limit_handler";
    readonly limit: LimitName;
    readonly value: number;
}
/** A CPU panics: the one on which a task is in a system call, or (null) another one. */
export interface PanicEvent {
    readonly type: "panic";
    readonly by: number | null;
}
/** What is done by nobody in particular: the panicking CPU, the hotplug worker, the last CPU. */
export interface MachineEvent {
    readonly type: "__crash_kexec" | "crash_save_vmcoreinfo" | "machine_crash_shutdown" | "machine_kexec" | "smp_send_stop" | "crash_handle_hotplug_event" | "arch_crash_handle_hotplug_event" | "hotplug_unlock" | "relocate_kernel";
}
export type KexecEvent = TaskEvent | SysctlEvent | LimitEvent | PanicEvent | MachineEvent;
export type KexecEventType = KexecEvent["type"];
export {};
