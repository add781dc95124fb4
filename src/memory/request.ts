import { KEXEC_ON_CRASH, type KexecSegment } from "../kernel/kexec.ts";

/**
 * One call of kexec_load and the caller who makes it: everything that is settled before the kernel
 * looks at it. What is settled later (a page fault, an allocation) is part of an event.
 */
export interface Request {
  /** Shown in traces. */
  readonly name: string;
  readonly entry: bigint;
  /** As passed; the list below may be shorter when the call is refused before it is read. */
  readonly nr_segments: number;
  readonly segments: readonly KexecSegment[];
  readonly flags: number;
  readonly capSysBoot: boolean;
  /** What security_kernel_load_data says to this caller: 0 or a positive error number. */
  readonly lsm: number;
  /** What security_locked_down says: 0 or a positive error number. */
  readonly lockdown: number;
}

/** Whether the call is about the crash image. */
export function isOnCrash(request: Request): boolean {
  return (request.flags & KEXEC_ON_CRASH) !== 0;
}

/** Whether the call takes the image away instead of loading one. */
export function isUnload(request: Request): boolean {
  return request.nr_segments === 0;
}
