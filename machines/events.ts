import type { Errno } from "../src/kernel/errno.ts";
import type { Pfn } from "../src/memory/bounds.ts";
import type { Mem } from "../src/memory/layout.ts";

/** Everything that the statechart remembers beside its states. */
export interface KexecContext {
  readonly mem: Mem;
}

/** What the page allocator returns: a free frame, or null when it has none to give. */
type Allocation = { readonly frame: Pfn | null };

/** How a step ends that the kernel's own state does not decide. */
type Outcome<Failure extends string> = { readonly outcome: "ok" | Failure };

/** The payload of each event of one task. An event is the C function that performs the step. */
interface TaskPayloads {
  /** The system call begins; the request is an index into the world's requests. */
  kexec_load: { readonly request: number };
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
  /** A fatal signal reaches the task. */
  sigkill: object;
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

export type KexecEvent = TaskEvent | SysctlEvent;
export type KexecEventType = KexecEvent["type"];
