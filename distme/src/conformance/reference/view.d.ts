import type { Difference } from "../system.ts";
/** What can be compared of a kernel between two steps: by name, spelt as a person reads it. */
export type View = ReadonlyMap<string, string>;
/** Where the system is not what the model says; what the model does not say is not compared. */
export declare function viewDifferences(model: View, system: View): Difference[];
interface ImageFacts {
    readonly entry: bigint;
    readonly crash: boolean;
    readonly preservesContext: boolean;
    readonly hotplug: boolean;
    readonly segments: number;
}
/** An image in a few words, the same for both sides. */
export declare function imageText(facts: ImageFacts): string;
/** Who holds a lock, on both sides. */
export declare const holders: {
    readonly free: "free";
    readonly task: (task: number) => string;
    readonly worker: "the hotplug worker";
    readonly panic: "the panicking CPU";
};
/** Physical addresses from the first byte to the last, the same for both sides. */
export declare function rangeText({ start, end, }: {
    readonly start: bigint;
    readonly end: bigint;
}): string;
/** Where the kernel that was jumped to wants to be entered the next time. */
export declare const PEER_START = 48864n;
/** The local variable `image` of a task's call. */
export declare function localName(task: number): string;
/** Every variable that can point to an image. */
export declare function imagePointers(tasks: number): string[];
export {};
