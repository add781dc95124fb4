import { type Errno } from "../kernel/errno.ts";
/** The steps of kexec_load in the order of the C code, each named after the C function it is. */
export declare const kexecLoadSteps: readonly ["kexec_load_check", "kexec_trylock", "do_kexec_load", "kimage_free", "kimage_alloc_init", "do_kimage_alloc_init", "copy_user_segment_list", "sanity_check_segment_list", "kimage_alloc_normal_control_pages", "kimage_alloc_crash_control_pages", "machine_kexec_prepare", "kimage_crash_copy_vmcoreinfo", "kimage_set_destination", "kimage_alloc_page", "kimage_add_page", "copy_from_user", "kimage_terminate", "machine_kexec_post_load", "xchg", "arch_kexec_protect_crashkres", "kexec_unlock", "sys_exit"];
/** The steps that only others have: kexec_file_load, reboot, crash size, hotplug, panic. */
export declare const lifecycleSteps: readonly ["kexec_load_permitted", "kimage_file_alloc_init", "kimage_load_segment", "reboot", "mutex_lock", "kernel_kexec", "kernel_restart_prepare", "machine_shutdown", "relocate_kernel", "freeze_processes", "dpm_suspend_start", "syscore_suspend", "swap_pages", "peer_returns", "thaw_processes", "mutex_unlock", "crash_size_show", "crash_get_memory_size", "crash_size_store", "crash_shrink_memory", "crash_handle_hotplug_event", "arch_crash_handle_hotplug_event", "hotplug_unlock", "__crash_kexec", "crash_save_vmcoreinfo", "machine_crash_shutdown", "machine_kexec", "smp_send_stop", "oops"];
export type StepName = (typeof kexecLoadSteps)[number] | (typeof lifecycleSteps)[number];
/** How a step ends that allocates no page: well, with an error, or with no mapping for vmap. */
export type Outcome = "ok" | "vmap" | Errno;
/** What the kernel that was jumped to leaves behind when it jumps back. */
export interface PeerReturn {
    /** Where it wants to be entered the next time. */
    readonly start?: bigint;
    /** The pages that it wrote, by frame: their bytes from the first one on. */
    readonly pages?: ReadonlyMap<number, Uint8Array>;
}
/**
 * What the environment decides for a step: an outcome, the first frame that the page allocator
 * returns, null when it returns none, what a peer did. Undefined where there is nothing to decide,
 * for `ok`, and for a peer that wrote nothing.
 */
export type Decision = Outcome | number | PeerReturn | null | undefined;
/** What may be decided for a step. A killed task's frame decision is ignored, not checked. */
export type Choice = {
    readonly kind: "none";
} | {
    readonly kind: "outcome";
    readonly outcomes: readonly Outcome[];
} | {
    readonly kind: "frame";
    readonly order: number;
} | {
    readonly kind: "peer";
};
/** What a control page is for. */
export type ControlPurpose = "control" | "swap" | "table";
/** Why a page is allocated: for a segment's bytes, or for the list that needs another page. */
export type PagePurpose = "listForDestination" | "source" | "listForSource";
/** A lock that is waited for. */
export type WaitedFor = "kexec_mutex" | "system_transition_mutex";
/** The steps that come with facts of their own. */
type DetailedStep = {
    readonly step: "kimage_free";
    readonly image: number | null;
} | {
    readonly step: "kimage_alloc_normal_control_pages" | "kimage_alloc_crash_control_pages";
    readonly purpose: ControlPurpose;
    readonly order: number;
} | {
    readonly step: "kimage_set_destination";
    readonly destination: bigint;
} | {
    readonly step: "kimage_alloc_page";
    readonly purpose: PagePurpose;
    /** The destination page that is sought a source for; null for a list page. */
    readonly destination: bigint | null;
    /** The parked frame that will be used, so that none is allocated; else null. */
    readonly parked: number | null;
} | {
    readonly step: "kimage_add_page";
    readonly frame: number;
    readonly destination: bigint;
} | {
    readonly step: "copy_from_user";
    readonly destination: bigint;
    /** Bytes to copy into this page; at 0 there is nothing that could fault. */
    readonly copy_bytes: number;
} | {
    readonly step: "relocate_kernel" | "swap_pages";
    readonly source: bigint;
    readonly destination: bigint;
} | {
    readonly step: "sys_exit";
    readonly result: number;
    /** What a read of the crash size tells its caller, in bytes. */
    readonly size?: bigint;
};
/** A step and the facts that belong to it. */
export type StepDetail = {
    readonly step: Exclude<StepName, DetailedStep["step"]>;
} | DetailedStep;
/** A step that a thread is about to perform. */
export type StepRecord = StepDetail & {
    readonly thread: number;
    readonly choice: Choice;
    /** The lock that it cannot be performed without. */
    readonly waitsFor?: WaitedFor;
};
/** Kernel code that stops before each of its steps and is resumed with the decision for it. */
export type Steps<Result> = Generator<StepRecord, Result, Decision>;
/** Whose step it is. */
interface Stepper {
    readonly thread: number;
}
/** The outcomes of a step that is the architecture's own: it may fail with any error. */
export declare const architectureOutcomes: readonly ["ok", ...Errno[]];
/** Stops before a step that has nothing to decide. */
export declare function perform({ thread }: Stepper, detail: StepDetail): Steps<void>;
/** Stops before a step that takes a lock, and waits for it if need be. */
export declare function waitFor({ thread }: Stepper, detail: StepDetail, waitsFor: WaitedFor): Steps<void>;
/** What a step may end in: at least one outcome. */
type Outcomes<Possible extends Outcome> = readonly [Possible, ...Possible[]];
/** Stops before a step that ends in one of `outcomes`, the first unless decided otherwise. */
export declare function outcomeOf<Possible extends Outcome>({ thread }: Stepper, detail: StepDetail, outcomes: Outcomes<Possible>): Steps<Possible>;
/** The same for a step that others may still make impossible, or possible, until it is taken. */
export declare function outcomeThen<Possible extends Outcome>({ thread }: Stepper, detail: StepDetail, outcomesNow: () => Outcomes<Possible>): Steps<Possible>;
/** Stops before a step that asks the page allocator for 2^order frames. */
export declare function frameFrom({ thread }: Stepper, detail: StepDetail, order: number): Steps<number | null>;
/** Stops until the kernel that was jumped to jumps back. */
export declare function peerReturn({ thread }: Stepper, detail: StepDetail): Steps<PeerReturn>;
export {};
