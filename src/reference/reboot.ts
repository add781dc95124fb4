import { errnos } from "../kernel/errno.ts";
import { jump } from "./jump.ts";
import { kexecTrylock } from "./lock.ts";
import { movePage, movesOf } from "./relocation.ts";
import type { Kimage, Task } from "./state.ts";
import { perform, type Steps, waitFor } from "./step.ts";

/** One call of reboot with LINUX_REBOOT_CMD_KEXEC. */
export interface RebootRequest {
  /** Whether the caller has CAP_SYS_BOOT in the user namespace of its PID namespace. */
  readonly capSysBoot: boolean;
  /** Whether the magic numbers are right. */
  readonly magic: boolean;
  /** Whether the caller is in a child PID namespace, which cannot be rebooted this way. */
  readonly childPidNamespace: boolean;
}

/** One running call of reboot. */
export interface RebootCall extends Task {
  readonly request: RebootRequest;
}

/**
 * The system call, from its gates to its return, if it does return.
 *
 * @returns 0 after a jump there and back, a negated error number, or null when the image runs
 * @source kernel/reboot.c:reboot
 */
export function* reboot(call: RebootCall): Steps<number | null> {
  yield* perform(call, { step: "reboot" });
  const refused = checkCaller(call);
  const result = refused === 0 ? yield* underTransitionMutex(call) : refused;
  if (result === null) return null;
  yield* perform(call, { step: "sys_exit", result });
  return result;
}

function checkCaller({ request, kernel }: RebootCall): number {
  if (!request.capSysBoot) return -errnos.EPERM;
  if (!request.magic && !kernel.config.bugs.rebootIgnoresMagic) return -errnos.EINVAL;
  return request.childPidNamespace ? -errnos.EINVAL : 0;
}

/** Only one thread at a time reboots, suspends or hibernates; the others wait. */
function* underTransitionMutex(call: RebootCall): Steps<number | null> {
  const { kernel } = call;
  yield* waitFor(call, { step: "mutex_lock" }, "system_transition_mutex");
  kernel.system_transition_mutex = call.thread;
  const result = yield* kernelKexec(call);
  if (result === null) return null;
  yield* perform(call, { step: "mutex_unlock" });
  kernel.system_transition_mutex = null;
  return result;
}

/**
 * Runs the image that is loaded. The lock is held up to the end of this kernel, or until the other
 * one has jumped back.
 *
 * @source kernel/kexec_core.c:kernel_kexec
 * @omits liveupdate_reboot, which 7.x calls first and which may fail
 */
function* kernelKexec(call: RebootCall): Steps<number | null> {
  const { kernel } = call;
  const { profile, bugs } = kernel.config;
  if (!(yield* kexecTrylock(call))) return -errnos.EBUSY;
  yield* perform(call, { step: "kernel_kexec" });
  const image = kernel.slots.kexec_image;
  let result: number | null = -errnos.EINVAL;
  if (image !== null) {
    const returns = profile.kexecJump && image.preserve_context;
    result = returns ? yield* jump(call, image) : yield* restart(call, image);
  }
  if (result === null) return null;
  yield* perform(call, { step: "kexec_unlock" });
  const keepsLock = bugs.lockKeptOnFailedJump && result === -errnos.EBUSY;
  if (!keepsLock) kernel.kexec_mutex = null;
  return result;
}

/**
 * Shuts the devices down and stops the other CPUs, moves every page to its place and jumps.
 *
 * A list that does not end is followed until nobody knows what the CPU does: the machine is dead.
 *
 * @returns null: there is no way back
 * @source arch/x86/kernel/machine_kexec_64.c:machine_kexec
 */
function* restart(call: RebootCall, image: Kimage): Steps<null> {
  const { kernel } = call;
  yield* perform(call, { step: "kernel_restart_prepare" });
  yield* perform(call, { step: "machine_shutdown" });
  kernel.alone = call.thread;
  kernel.machine = "relocating";
  const moves = movesOf(kernel.memory, image);
  let next = moves.next();
  for (; !next.done; next = moves.next()) {
    yield* perform(call, { step: "relocate_kernel", ...next.value });
    movePage(kernel, image, next.value);
  }
  kernel.machine = next.value ? "newKernel" : "dead";
  return null;
}
