import type { AddressRange } from "./config.ts";
import { type Oops, type Purpose } from "./memory.ts";
import type { KernelState, Kimage, LoadLimit, MachineState, Slot } from "./state.ts";
/**
 * Whose a frame is: an installed image's; `image` for the local variable of a thread that runs or
 * is gone (in the making, or after the xchg to be freed); `lost` if taken and no image reaches it.
 */
export type Owner = Slot | "image" | "lost";
export interface FrameView {
    /** Null for a frame of the crash region that no image uses. */
    readonly owner: Owner | null;
    /** Our number of the owning image; null for a frame that is lost or unused. */
    readonly image: number | null;
    readonly purpose: Purpose | null;
    /** Attributes in the kernel's own mapping. */
    readonly writable: boolean;
    readonly executable: boolean;
    /** A copy of its bytes. */
    readonly bytes: Uint8Array;
}
export interface ImageView {
    readonly id: number;
    readonly type: Kimage["type"];
    readonly start: bigint;
    readonly preserve_context: boolean;
    readonly hotplug_support: boolean;
    readonly nr_segments: number;
    /** First frame of the control code buffer. */
    readonly control_code_page: number | null;
    readonly swap_page: number | null;
    readonly vmcoreinfo_data_copy: number | null;
}
/** What can be seen of the kernel between two steps. */
export interface Observation {
    readonly machine: MachineState;
    /** freeze_processes stopped every thread that is in a system call but one. */
    readonly frozen: boolean;
    /** The thread that panics. */
    readonly panic_cpu: number | null;
    readonly kexec_loaded: 0 | 1;
    readonly kexec_crash_loaded: 0 | 1;
    readonly kexec_load_disabled: boolean;
    /** The thread that holds the lock. */
    readonly lockHolder: number | null;
    /** The thread that holds system_transition_mutex. */
    readonly system_transition_mutex: number | null;
    /** How many calls are still allowed; -1 is no limit. */
    readonly load_limits: Readonly<Record<LoadLimit, number>>;
    /** The crash region as it is now, end inclusive. */
    readonly crashk_res: AddressRange;
    readonly kexec_image: ImageView | null;
    readonly kexec_crash_image: ImageView | null;
    /** The images that threads hold in their local variable, by thread. */
    readonly images: ReadonlyMap<number, ImageView>;
    /** Where the kernel's safe copy of vmcoreinfo is, and whose; `lost` if its image is gone. */
    readonly vmcoreinfo_data_safecopy: {
        readonly frame: number;
        readonly owner: Owner;
        /** Our number of the image, which may be gone. */
        readonly image: number;
    } | null;
    /** Every frame that is not free, and every frame of the crash region; lowest first. */
    readonly frames: ReadonlyMap<number, FrameView>;
    /** Frames that the kernel's own mapping cannot write, free ones included. */
    readonly readOnly: ReadonlySet<number>;
    /** What would have stopped a real kernel; empty unless a bug is planted. */
    readonly oopses: readonly Oops[];
}
/** Looks at the kernel without changing it. */
export declare function observe(kernel: KernelState): Observation;
