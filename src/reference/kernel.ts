import { completeConfig, type KernelConfig } from "./config.ts";
import { type Entry, forEachKimageEntry } from "./entry-list.ts";
import { kexecLoad } from "./kexec-load.ts";
import { createMemory, isFree, lowestFree } from "./memory.ts";
import { type Observation, observe } from "./observe.ts";
import { relocate } from "./relocate.ts";
import type { KernelState, KexecLoadRequest, Slot } from "./state.ts";
import { createThread, type Thread } from "./thread.ts";

/** A kernel that can be stopped at every step of its calls. */
export interface ReferenceKernel {
  readonly config: KernelConfig;
  /** Starts a call in a thread of its own, which stands before its first step. */
  kexecLoad(request: KexecLoadRequest): Thread;
  /** Writes 1 to kernel.kexec_load_disabled; there is no way back. */
  setKexecLoadDisabled(): void;
  observe(): Observation;
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
  const config = completeConfig(given);
  const memory = createMemory(config);
  const kernel: KernelState = {
    config,
    memory,
    slots: { kexec_image: null, kexec_crash_image: null },
    kexec_mutex: null,
    kexec_load_disabled: false,
    vmcoreinfo_data_safecopy: null,
    calls: new Set(),
    images_made: 0,
  };
  let threads = 0;
  return {
    config,
    kexecLoad(request) {
      const flags = Number(BigInt.asUintN(32, BigInt(request.flags)));
      const thread = threads;
      threads += 1;
      const call = { kernel, thread, request, flags, killed: false, image: null, page: null };
      return createThread(call, kexecLoad(call));
    },
    setKexecLoadDisabled() {
      kernel.kexec_load_disabled = true;
    },
    observe: () => observe(kernel),
    walk(slot) {
      const image = kernel.slots[slot];
      return image === null ? null : [...forEachKimageEntry(memory, image)];
    },
    relocate(slot) {
      const image = kernel.slots[slot];
      return image === null ? null : relocate(memory, image);
    },
    isFree: (frame, order = 0) => isFree(memory, { frame, order }),
    lowestFreeFrame: (order = 0) => lowestFree(memory, order),
  };
}
