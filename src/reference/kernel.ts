import { completeConfig, type KernelConfig } from "./config.ts";
import { type CrashSize, crashSizeShow, crashSizeStore } from "./crash-size.ts";
import { type Entry, forEachKimageEntry } from "./entry-list.ts";
import { kexecLimitHandler } from "./gates.ts";
import { crashHandleHotplugEvent } from "./hotplug.ts";
import { type KexecFileLoadRequest, kexecFileLoad } from "./kexec-file-load.ts";
import { kexecLoad } from "./kexec-load.ts";
import { createMemory, isFree, lowestFree, pageOf } from "./memory.ts";
import { type Observation, observe } from "./observe.ts";
import { beginPanic } from "./panic.ts";
import { type RebootRequest, reboot } from "./reboot.ts";
import { relocate } from "./relocate.ts";
import type { KernelState, KexecLoadRequest, LoadLimit, Slot, Task, TaskKind } from "./state.ts";
import { createThread, type Thread } from "./thread.ts";

/** A kernel that can be stopped at every step of its threads. */
export interface ReferenceKernel {
  readonly config: KernelConfig;
  /** Starts a call in a thread of its own, which stands before its first step. */
  kexecLoad(request: KexecLoadRequest): Thread;
  kexecFileLoad(request: KexecFileLoadRequest): Thread;
  /** reboot(LINUX_REBOOT_CMD_KEXEC). */
  reboot(request: RebootRequest): Thread;
  /** A read of /sys/kernel/kexec_crash_size. */
  crashSizeShow(): Thread;
  /** A write to it. */
  crashSizeStore(size: CrashSize): Thread;
  /**
   * A CPU or memory hotplug event, handled by a kernel worker.
   *
   * @param elfcorehdr what the crash image is told, a page at most
   * @throws Error on a kernel without `crashHotplug`
   */
  hotplug(elfcorehdr: Uint8Array): Thread;
  /**
   * A CPU panics: that of a thread, which never goes on, or (null) another one.
   *
   * @returns the thread of the panic; null when there is nothing for it to do: another CPU panics
   *   already, and this one just stops; or the panicking CPU panics again after the others stopped
   * @throws Error when no CPU is left on which that could happen
   */
  panic(on: Thread | null): Thread | null;
  /**
   * A thread hits a bug in kernel mode and never goes on; it keeps what it holds.
   *
   * @param fatal what kexec_should_crash says: the kernel panics then
   * @returns the thread of the panic, or null when there is none
   */
  oops(on: Thread, fatal: boolean): Thread | null;
  /** Writes 1 to kernel.kexec_load_disabled; there is no way back. */
  setKexecLoadDisabled(): void;
  /**
   * Writes to kernel.kexec_load_limit_reboot or _panic.
   *
   * @returns 0 or -EINVAL
   * @throws Error on a kernel without `loadLimits`
   */
  setLoadLimit(limit: LoadLimit, value: number): number;
  observe(): Observation;
  /** A copy of the bytes of any frame, free or not. */
  bytesOf(frame: number): Uint8Array;
  /** The entry list of an installed image, IND_DONE included; null when the slot is empty. */
  walk(slot: Slot): Entry[] | null;
  /**
   * The bytes of each destination page, by address, after a jump to an installed image; null when
   * the slot is empty.
   *
   * @throws Error when the entry list has no end
   */
  relocate(slot: Slot): Map<bigint, Uint8Array> | null;
  /** Whether the page allocator could return 2^order frames from `frame` on. */
  isFree(frame: number, order?: number): boolean;
  /** The lowest frame that the page allocator could return, or null. */
  lowestFreeFrame(order?: number): number | null;
}

/** Starts a kernel: every frame outside the crash region is free, and nothing is loaded. */
export function createKernel(given: Partial<KernelConfig> = {}): ReferenceKernel {
  const kernel = bootedKernel(completeConfig(given));
  const { config, memory } = kernel;
  const newTask = taskMaker(kernel);
  const panicOn = (on: Thread | null, byOops: boolean): Thread | null =>
    beginPanic(kernel, { on, byOops, newTask: () => newTask("panic") });
  return {
    config,
    ...doorsOf(newTask),
    hotplug(elfcorehdr) {
      if (!config.profile.crashHotplug)
        throw new Error("expected crashHotplug, got an older kernel");
      const work = { ...newTask("worker"), elfcorehdr };
      return createThread(work, crashHandleHotplugEvent(work));
    },
    panic: (on) => panicOn(on, false),
    oops(on, fatal) {
      if (fatal) return panicOn(on, true);
      on.oops();
      return null;
    },
    setKexecLoadDisabled() {
      kernel.kexec_load_disabled = true;
    },
    setLoadLimit: (limit, value) => kexecLimitHandler(kernel, limit, value),
    observe: () => observe(kernel),
    bytesOf: (frame) => pageOf(memory, frame).slice(),
    walk(slot) {
      const image = kernel.slots[slot];
      return image === null ? null : [...forEachKimageEntry(memory, image)];
    },
    relocate(slot) {
      const image = kernel.slots[slot];
      return image === null ? null : relocate(kernel, image);
    },
    isFree: (frame, order = 0) => isFree(memory, { frame, order }),
    lowestFreeFrame: (order = 0) => lowestFree(memory, order),
  };
}

function bootedKernel(config: KernelConfig): KernelState {
  return {
    config,
    memory: createMemory(config),
    slots: { kexec_image: null, kexec_crash_image: null },
    kexec_mutex: null,
    system_transition_mutex: null,
    kexec_load_disabled: false,
    load_limits: { reboot: -1, panic: -1 },
    vmcoreinfo_data_safecopy: null,
    calls: new Set(),
    images_made: 0,
    machine: "running",
    alone: null,
    frozenBy: null,
    panic_cpu: null,
  };
}

type TaskMaker = (kind: TaskKind) => Task;

/** Numbers threads in the order in which they are started. */
function taskMaker(kernel: KernelState): TaskMaker {
  let threads = 0;
  return (kind) => {
    const thread = threads;
    threads += 1;
    return { kernel, thread, kind, killed: false, gone: false, image: null, page: null };
  };
}

/** The system calls. */
function doorsOf(
  newTask: TaskMaker,
): Pick<
  ReferenceKernel,
  "kexecLoad" | "kexecFileLoad" | "reboot" | "crashSizeShow" | "crashSizeStore"
> {
  return {
    kexecLoad(request) {
      const flags = Number(BigInt.asUintN(32, BigInt(request.flags)));
      const call = { ...newTask("call"), request, flags };
      return createThread(call, kexecLoad(call));
    },
    kexecFileLoad(request) {
      const call = { ...newTask("call"), request };
      return createThread(call, kexecFileLoad(call));
    },
    reboot(request) {
      const call = { ...newTask("call"), request };
      return createThread(call, reboot(call));
    },
    crashSizeShow() {
      const call = newTask("call");
      return createThread(call, crashSizeShow(call));
    },
    crashSizeStore(size) {
      const call = { ...newTask("call"), size };
      return createThread(call, crashSizeStore(call));
    },
  };
}
