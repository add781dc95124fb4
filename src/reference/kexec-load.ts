import { errnos } from "../kernel/errno.ts";
import {
  KEXEC_ARCH,
  KEXEC_ARCH_DEFAULT,
  KEXEC_ARCH_MASK,
  KEXEC_ON_CRASH,
  KEXEC_PRESERVE_CONTEXT,
  KEXEC_SEGMENT_MAX,
} from "../kernel/kexec.ts";
import { copyUserSegmentList, kimageAllocInit } from "./alloc-init.ts";
import { kimageTerminate } from "./entry-list.ts";
import { kimageFree } from "./free.ts";
import { kimageLoadSegment } from "./load-segment.ts";
import {
  archKexecProtectCrashkres,
  archKexecUnprotectCrashkres,
  kimageCrashCopyVmcoreinfo,
  machineKexecPostLoad,
  machineKexecPrepare,
} from "./machine.ts";
import type { Call, KernelState, Kimage, Slot, UserSegment } from "./state.ts";
import { perform, type Steps } from "./step.ts";

/**
 * The system call, from its gates to its return.
 *
 * @returns 0 or a negated error number
 * @source kernel/kexec.c:kexec_load
 */
export function* kexecLoad(call: Call): Steps<number> {
  const result = yield* checkedAndLocked(call);
  yield* perform(call, { step: "sys_exit", result });
  return result;
}

function* checkedAndLocked(call: Call): Steps<number> {
  const { kernel } = call;
  yield* perform(call, { step: "kexec_load_check" });
  const refused = kexecLoadCheck(call);
  if (refused !== 0) return refused;

  let copied: readonly UserSegment[] | null = null;
  if (kernel.config.profile.listCopied === "before-lock") {
    const list = yield* memdupSegmentList(call);
    if (typeof list === "number") return list;
    copied = list;
  }

  yield* perform(call, { step: "kexec_trylock" });
  if (kernel.kexec_mutex !== null) return kernel.config.bugs.lostEbusy ? 0 : -errnos.EBUSY;
  kernel.kexec_mutex = call.thread;
  const result = yield* doKexecLoad(call, copied);
  yield* perform(call, { step: "kexec_unlock" });
  const keepsLock = kernel.config.bugs.lockKeptOnEfault && result === -errnos.EFAULT;
  if (!keepsLock) kernel.kexec_mutex = null;
  return result;
}

/** Copies the list as 5.15 and later do; an empty list is not read and cannot fail. */
function* memdupSegmentList(call: Call): Steps<readonly UserSegment[] | number> {
  const empty = call.request.nr_segments === 0;
  return yield* copyUserSegmentList(call, empty ? ["ok"] : ["ok", "EFAULT", "ENOMEM"]);
}

/**
 * Every gate of the call in order, with the syscall's own check of the architecture at the end.
 *
 * A positive value of the load-data hook lets the call pass; any value but 0 of the lockdown hook
 * is returned as it is.
 *
 * @source kernel/kexec.c:kexec_load_check
 */
function kexecLoadCheck({ kernel, request, flags }: Call): number {
  const { bugs, profile } = kernel.config;
  const known = KEXEC_ON_CRASH | (profile.kexecJump ? KEXEC_PRESERVE_CONTEXT : 0);
  const arch = (flags & KEXEC_ARCH_MASK) >>> 0;
  const native = arch === KEXEC_ARCH || arch === KEXEC_ARCH_DEFAULT;

  const mayLoad = request.capSysBoot && !kernel.kexec_load_disabled ? 0 : -errnos.EPERM;
  const lsm = Math.min(request.lsm, 0);
  const knownFlags = (flags & ~KEXEC_ARCH_MASK & ~known) === 0 ? 0 : -errnos.EINVAL;
  const fewSegments = request.nr_segments <= KEXEC_SEGMENT_MAX ? 0 : -errnos.EINVAL;
  const nativeImage = native || bugs.archCheckMissing ? 0 : -errnos.EINVAL;

  const gates = bugs.swappedGates
    ? [knownFlags, mayLoad, lsm, request.lockdown, fewSegments, nativeImage]
    : [mayLoad, lsm, request.lockdown, knownFlags, fewSegments, nativeImage];
  return gates.find((result) => result !== 0) ?? 0;
}

/**
 * Unloads an image, or loads one and installs it in place of the old one. The lock is held.
 *
 * A crash image is gone before its successor is made; a normal one stays until its successor
 * takes its place.
 *
 * @source kernel/kexec.c:do_kexec_load
 */
function* doKexecLoad(call: Call, copied: readonly UserSegment[] | null): Steps<number> {
  const { kernel, flags, request } = call;
  const { bugs } = kernel.config;
  const onCrash = (flags & KEXEC_ON_CRASH) !== 0;
  const slot: Slot = onCrash ? "kexec_crash_image" : "kexec_image";
  yield* perform(call, { step: "do_kexec_load" });
  if (onCrash && kernel.slots[slot] !== null) archKexecUnprotectCrashkres(kernel);

  if (request.nr_segments === 0) {
    yield* freeInstalled(call, slot, bugs.unloadKeepsImage);
    return 0;
  }
  if (onCrash || bugs.oldImageFreedTooEarly) {
    yield* freeInstalled(call, slot, bugs.oldCrashImageKept);
  }

  const ret = yield* kimageAllocInit(call, copied);
  if (ret !== 0 || call.image === null) return ret;
  return yield* loadAndInstall(call, call.image, slot);
}

/** Empties a slot and frees what was in it, if anything was. */
function* freeInstalled(call: Call, slot: Slot, keepIt: true | undefined): Steps<void> {
  const { kernel } = call;
  yield* perform(call, { step: "kimage_free", image: kernel.slots[slot]?.id ?? null });
  if (!keepIt) kimageFree(kernel, xchg(kernel, slot, null));
}

/** The rest of do_kexec_load, down to its label `out`, which a failure reaches early. */
function* loadAndInstall(call: Call, image: Kimage, slot: Slot): Steps<number> {
  const { kernel, flags } = call;
  const ret = yield* fillImage(call, image);
  if (ret === 0) {
    yield* perform(call, { step: "xchg" });
    call.image = xchg(kernel, slot, image);
  }
  if ((flags & KEXEC_ON_CRASH) !== 0 && kernel.slots.kexec_crash_image !== null) {
    yield* perform(call, { step: "arch_kexec_protect_crashkres" });
    archKexecProtectCrashkres(kernel);
  }
  yield* perform(call, { step: "kimage_free", image: call.image?.id ?? null });
  if (!kernel.config.bugs.skippedFree) kimageFree(kernel, call.image);
  call.image = null;
  return ret;
}

/** Makes an image ready to run: the architecture's part, vmcoreinfo, the segments, the list. */
function* fillImage(call: Call, image: Kimage): Steps<number> {
  const { memory, config } = call.kernel;
  const { preserveContextAlways, missingTerminate } = config.bugs;
  if ((call.flags & KEXEC_PRESERVE_CONTEXT) !== 0 || preserveContextAlways) {
    image.preserve_context = true;
  }
  const prepared = yield* machineKexecPrepare(call, image);
  if (prepared !== 0) return prepared;
  const copied = yield* kimageCrashCopyVmcoreinfo(call, image);
  if (copied !== 0) return copied;
  for (const segment of image.segment) {
    const loaded = yield* kimageLoadSegment(call, image, segment);
    if (loaded !== 0) return loaded;
  }
  yield* perform(call, { step: "kimage_terminate" });
  if (!missingTerminate) kimageTerminate(memory, image);
  return yield* machineKexecPostLoad(call);
}

/** Puts an image into a slot and returns what was there. */
function xchg({ slots }: KernelState, slot: Slot, image: Kimage | null): Kimage | null {
  const old = slots[slot];
  slots[slot] = image;
  return old;
}
