import { errnos } from "../kernel/errno.ts";
import { kimageAllocControlPages, kimageAllocCrashControlPages } from "./control-pages.ts";
import { framesOf, inCrashRegion, writePage } from "./memory.ts";
import type { Call, KernelState, Kimage } from "./state.ts";
import { architectureOutcomes, outcomeOf, type Steps } from "./step.ts";

/**
 * Takes the control pages for the page tables, then does what the architecture decides.
 *
 * @returns 0, -ENOMEM without a step of its own when a table page is missing, or the
 *   architecture's error
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec_prepare
 * @omits the content of the tables and the transition tables, which come from no control page
 */
export function* machineKexecPrepare(call: Call, image: Kimage): Steps<number> {
  for (let table = 0; table < call.kernel.config.tablePages; table += 1) {
    const block = yield* kimageAllocControlPages(call, image, { purpose: "table", order: 0 });
    if (block === null) return -errnos.ENOMEM;
  }
  const outcome = yield* outcomeOf(call, { step: "machine_kexec_prepare" }, architectureOutcomes);
  return outcome === "ok" ? 0 : -errnos[outcome];
}

/** @source include/linux/kexec.h:machine_kexec_post_load */
export function* machineKexecPostLoad(call: Call): Steps<number> {
  const outcome = yield* outcomeOf(call, { step: "machine_kexec_post_load" }, architectureOutcomes);
  return outcome === "ok" ? 0 : -errnos[outcome];
}

const VMCOREINFO = new TextEncoder().encode("OSRELEASE=reference\n");

/**
 * Gives a crash image a page for vmcoreinfo and makes it the kernel's safe copy at once, before
 * the image is complete.
 *
 * @returns 0, or -ENOMEM when there is no page or no mapping for it
 * @source kernel/kexec_core.c:kimage_crash_copy_vmcoreinfo
 */
export function* kimageCrashCopyVmcoreinfo(call: Call, image: Kimage): Steps<number> {
  const { kernel } = call;
  const crash = image.type === "KEXEC_TYPE_CRASH";
  const outcome = yield* outcomeOf(
    call,
    { step: "kimage_crash_copy_vmcoreinfo" },
    crash ? ["ok", "vmap"] : ["ok"],
  );
  if (!crash) return 0;
  const request = { purpose: "vmcoreinfo", order: 0 } as const;
  const block = kimageAllocCrashControlPages(kernel, image, request);
  if (block === null || outcome === "vmap") return -errnos.ENOMEM;
  const { frame } = block;
  image.vmcoreinfo_data_copy = frame;
  writePage(kernel.memory, frame, VMCOREINFO.subarray(0, kernel.memory.page_bytes));
  kernel.vmcoreinfo_data_safecopy = { frame, image: image.id };
  return 0;
}

/**
 * Makes the crash region read-only but for the page of the installed image's control code, the
 * last one of its buffer.
 *
 * @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_protect_crashkres
 */
export function archKexecProtectCrashkres({ memory, slots, config }: KernelState): void {
  if (config.bugs.missingProtect) return;
  const buffer = slots.kexec_crash_image?.control_code_page ?? null;
  const controlCode = buffer === null ? undefined : framesOf(buffer).at(-1);
  for (let frame = memory.crash.first; inCrashRegion(memory, frame); frame += 1) {
    if (frame !== controlCode) memory.readOnly.add(frame);
  }
}

/** @source arch/x86/kernel/machine_kexec_64.c:arch_kexec_unprotect_crashkres */
export function archKexecUnprotectCrashkres({ memory, config }: KernelState): void {
  if (!config.bugs.unprotectMissing) memory.readOnly.clear();
}
