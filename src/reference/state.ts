import type { KexecSegment } from "../kernel/kexec.ts";
import type { KernelConfig } from "./config.ts";
import type { Memory, PageBlock, Purpose } from "./memory.ts";

/** The two places where an image can be installed. */
export type Slot = "kexec_image" | "kexec_crash_image";

/** A segment as the caller gives it: `buf` stands for `bufsz` bytes of the caller's memory. */
export interface UserSegment extends KexecSegment {
  readonly buf: Uint8Array;
}

/** One call of kexec_load, and what the kernel finds out about its caller. */
export interface KexecLoadRequest {
  /** Whether the caller has CAP_SYS_BOOT in the initial user namespace. */
  readonly capSysBoot: boolean;
  /** What security_kernel_load_data returns: 0 or a negated error number. */
  readonly lsm: number;
  /** What security_locked_down returns: 0 or a negated error number. */
  readonly lockdown: number;
  readonly entry: bigint;
  readonly nr_segments: number;
  readonly segments: readonly UserSegment[];
  readonly flags: number | bigint;
}

/** Where a word of an image's entry list is: `image.head`, or a word of a list page. */
export interface EntryPointer {
  /** The list page; null is the image's head. */
  readonly frame: number | null;
  readonly index: number;
}

/** An image, loaded or in the making. @source include/linux/kexec.h:struct kimage */
export interface Kimage {
  /** Our own number for it, in the order of allocation. */
  readonly id: number;
  head: bigint;
  /** Where the next entry goes. */
  entry: EntryPointer;
  /** The last word of the current list page, kept for the link to the next one. */
  last_entry: EntryPointer;
  start: bigint;
  type: "KEXEC_TYPE_DEFAULT" | "KEXEC_TYPE_CRASH";
  segment: readonly UserSegment[];
  preserve_context: boolean;
  /** Crash images: where the next control page is sought. */
  control_page: bigint;
  control_code_page: PageBlock | null;
  swap_page: PageBlock | null;
  /** The frame that the vmcoreinfo safe copy lies in, once it is mapped. */
  vmcoreinfo_data_copy: number | null;
  /** Normal images: control code, swap and table pages. */
  readonly control_pages: PageBlock[];
  /** Destination pages that were handed out before they were wanted. */
  readonly dest_pages: number[];
  readonly unusable_pages: number[];
  /** The local list `extra_pages`: unfit pages kept while control pages are sought. */
  readonly extra_pages: PageBlock[];
  /** Crash images: control, table and vmcoreinfo pages, all inside the crash region. */
  readonly crash_pages: { readonly block: PageBlock; readonly purpose: Purpose }[];
}

/** The kernel's variables that kexec_load reads and writes. */
export interface KernelState {
  readonly config: KernelConfig;
  readonly memory: Memory;
  readonly slots: Record<Slot, Kimage | null>;
  /** The thread that holds the lock. */
  kexec_mutex: number | null;
  kexec_load_disabled: boolean;
  vmcoreinfo_data_safecopy: { readonly frame: number; readonly image: number } | null;
  /** Calls that have not returned, whose local variables keep images reachable. */
  readonly calls: Set<Call>;
  images_made: number;
}

/** One running call: its arguments and those of its local variables that own something. */
export interface Call {
  readonly kernel: KernelState;
  readonly thread: number;
  readonly request: KexecLoadRequest;
  /** The low 32 bits of the flags; the kernel looks at no others. */
  readonly flags: number;
  /** Whether a SIGKILL is pending. */
  killed: boolean;
  /** do_kexec_load's `image`: in the making, and after the xchg the one to free. */
  image: Kimage | null;
  /** kimage_load_normal_segment's `page`, until it is on the list. */
  page: number | null;
}

/** Addresses are unsigned long: they wrap at 2^64. */
export function wrap(address: bigint): bigint {
  return BigInt.asUintN(64, address);
}
