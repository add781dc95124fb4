import type { ReferenceKernel } from "../../reference/kernel.ts";
import type { Observation } from "../../reference/observe.ts";
import type { Thread } from "../../reference/thread.ts";
import type { Machine } from "./machine.ts";
import { type View } from "./view.ts";
/** A reference kernel under test: what is needed to say what it looks like. */
export interface Running {
    readonly kernel: ReferenceKernel;
    readonly machine: Machine;
    /** Each task's call, from its entry to its return; one that is gone stays. */
    readonly threads: ReadonlyMap<number, Thread>;
    /** The hotplug event that is handled now. */
    readonly worker: Thread | null;
    /** A panic, and each time that it began anew. */
    readonly panics: readonly Thread[];
}
/** What can be seen of the reference kernel, in the words that the model's view has. */
export declare function systemView(running: Running, seen: Observation): View;
/** What would have stopped a real kernel. */
export declare function oopsesText({ machine }: Running, { oopses }: Observation): string;
export declare function oopsText(kind: Observation["oopses"][number]["kind"], pfn: number | null): string;
