import { KEXEC_ON_CRASH } from "../../kernel/kexec.ts";
import { GuestError } from "./agent.ts";
import type { DebianKernelName } from "./debian-kernels.ts";
import { EnvironmentError } from "./environment.ts";
import { GdbError } from "./gdb-packets.ts";
import { type GuestMemory, guestMemory, measureRoom, warningsOnConsole } from "./guest-memory.ts";
import { buildInitramfs } from "./initramfs.ts";
import type { Kernel } from "./kernels.ts";
import { profileOf } from "./profile.ts";
import { QmpError } from "./qmp.ts";
import { startVm, type Vm } from "./vm.ts";

/** A booted machine, measured, on which nothing is loaded. */
export interface Guest {
  readonly vm: Vm;
  readonly memory: GuestMemory;
  readonly release: string;
  /** The kernel of the model that it is by what it says of itself. */
  readonly profile: DebianKernelName;
}

/**
 * Boots a kernel for tests and finds out where their requests go.
 *
 * @throws EnvironmentError when it does not boot, or is not the machine that tests need, or
 *   the model does not know its kernel
 */
export async function bootGuest(kernel: Kernel, signal?: AbortSignal): Promise<Guest> {
  const vm = await startVm({
    kernel: kernel.path,
    initramfs: await buildInitramfs(),
    commandLine: [warningsOnConsole],
    ...(signal && { signal }),
  });
  try {
    const machine = await vm.agent.hello();
    if (machine.crashKernel === null) {
      throw new EnvironmentError(
        `expected ${machine.release} to reserve a crash region, got none: is it built for kexec?`,
      );
    }
    const room = await measureRoom(vm.agent, vm.consoleText, machine.crashKernel);
    return {
      vm,
      memory: guestMemory(machine, machine.crashKernel, room),
      release: machine.release,
      profile: profileOf(machine.release, machine.version),
    };
  } catch (error) {
    if (signal?.aborted || !(error instanceof GuestError)) {
      await vm.stop();
      signal?.throwIfAborted();
      throw error;
    }
    const log = await vm.stop({ keepLog: true });
    throw new EnvironmentError(`${error.message}; the console of ${kernel.path} is in ${log}`, {
      cause: error,
    });
  }
}

/** Unloads both images. Says whether the machine is then as it was after its boot. */
export async function tidyUp({ vm: { agent } }: Guest): Promise<boolean> {
  for (const flags of [0n, BigInt(KEXEC_ON_CRASH)]) {
    const { state } = await agent.load({ flags, segments: [] }, { observe: "nothing" });
    if (state.kind !== "done" || state.result !== 0) return false;
  }
  const { kexec_crash_size, reserved_frames } = await agent.observe("frames");
  return kexec_crash_size > 0 && reserved_frames === 0;
}

/** Takes the machine back to what it was at `save`; says whether it then answers. */
export async function takeBack(guest: Guest): Promise<boolean> {
  try {
    await guest.vm.restore();
    return await tidyUp(guest);
  } catch (error) {
    if (isOfGuest(error)) return false;
    throw error;
  }
}

/** Whether an error tells of the machine: its agent, its debugger, or the sockets to them. */
export function isOfGuest(error: unknown): error is Error {
  if (error instanceof GuestError || error instanceof GdbError) return true;
  if (error instanceof QmpError) return true;
  return error instanceof Error && "syscall" in error;
}
