import type { Bounds } from "../memory/bounds.ts";
/** How large the worlds are. */
export declare const presets: readonly ["quick", "standard", "deep"];
export type PresetName = (typeof presets)[number];
/** What claims of liveness are about: calls return, a reboot is one, a panic comes to its end. */
export type LivenessTheme = "calls" | "reboot" | "panic";
/** Who acts in a world beside tasks in kexec_load. */
export type Actor = "file" | "reboot" | "size" | "sysctl" | "limits" | "hotplug" | "panic";
/** The actors of a world; a property that speaks of another one has nothing to say there. */
export declare function actorsOf(world: World): ReadonlySet<Actor>;
/** One bounded instance of the model, explored completely. */
export interface World {
    readonly name: string;
    /** What it is for. */
    readonly purpose: string;
    readonly bounds: Bounds;
    /** Whether tasks can be killed. */
    readonly sigkill: boolean;
    /** Whether somebody can write kexec_load_disabled. */
    readonly sysctl: boolean;
    /** Whether somebody can write the load limits, in kernels that have them. */
    readonly limits?: boolean;
    /** Whether a task in a call can hit a bug in kernel mode, wherever it stands. */
    readonly oops?: boolean;
    /** Whether a CPU can panic at any moment; `nested`: also the one that panics already. */
    readonly panic?: "once" | "nested";
    /** Whether CPUs and memory come and go, in kernels where kexec notices. */
    readonly hotplug?: boolean;
    /** Whether states that differ only in which task is which are one. */
    readonly exchangesTasks?: boolean;
    /** Which claims of liveness are judged: the whole graph is kept for them. */
    readonly liveness?: LivenessTheme;
}
