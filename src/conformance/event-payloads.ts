import type { KexecEventType } from "../../machines/events.ts";

/** What an event carries, beside the task that performs it if it is a task's. */
export type Payload =
  /** A task's, and nothing else. */
  | "none"
  | "request"
  | "call"
  | "outcome"
  | "frame"
  | "wrote"
  | "fatal"
  /** No task's, and nothing at all. */
  | "machine"
  | "value"
  | "limit"
  | "by";

/** What each event of a suite carries. */
export const payloads: Readonly<Record<KexecEventType, Payload>> = {
  kexec_load: "request",
  kexec_file_load: "request",
  reboot: "call",
  crash_size_show: "call",
  crash_size_store: "call",
  kexec_load_permitted: "none",
  kexec_load_check: "none",
  kexec_trylock: "none",
  do_kexec_load: "none",
  kimage_free: "none",
  kimage_alloc_init: "none",
  do_kimage_alloc_init: "outcome",
  copy_user_segment_list: "outcome",
  sanity_check_segment_list: "none",
  kimage_alloc_normal_control_pages: "frame",
  kimage_alloc_crash_control_pages: "none",
  machine_kexec_prepare: "outcome",
  kimage_crash_copy_vmcoreinfo: "outcome",
  kimage_set_destination: "none",
  kimage_alloc_page: "frame",
  kimage_add_page: "none",
  copy_from_user: "outcome",
  kimage_terminate: "none",
  machine_kexec_post_load: "outcome",
  xchg: "none",
  arch_kexec_protect_crashkres: "none",
  kexec_unlock: "none",
  sys_exit: "none",
  kimage_file_alloc_init: "outcome",
  kimage_load_segment: "outcome",
  mutex_lock: "none",
  mutex_unlock: "none",
  kernel_kexec: "none",
  kernel_restart_prepare: "none",
  machine_shutdown: "none",
  freeze_processes: "outcome",
  dpm_suspend_start: "outcome",
  syscore_suspend: "none",
  swap_pages: "none",
  peer_returns: "wrote",
  thaw_processes: "none",
  crash_get_memory_size: "none",
  crash_shrink_memory: "outcome",
  sigkill: "none",
  oops: "fatal",
  proc_dointvec_minmax: "value",
  kexec_limit_handler: "limit",
  panic: "by",
  __crash_kexec: "machine",
  crash_save_vmcoreinfo: "machine",
  machine_crash_shutdown: "machine",
  machine_kexec: "machine",
  smp_send_stop: "machine",
  crash_handle_hotplug_event: "machine",
  arch_crash_handle_hotplug_event: "machine",
  hotplug_unlock: "machine",
  relocate_kernel: "machine",
};
