import type { Layout } from "../../../memory/layout.ts";
import type { Guest } from "../guest.ts";
import { type OutsideDifference } from "../outside/compare.ts";
import type { BatchOutcome } from "./batch.ts";
import type { WalkCall } from "./walk.ts";
/** Something that the kernel does otherwise than the model says. */
export interface WalkDifference {
    readonly what: "result" | "kexec_loaded" | "kexec_crash_loaded" | "lock" | "owned frames" | OutsideDifference["what"];
    readonly model: string;
    readonly kernel: string;
}
/** How far a walk has come. */
export interface Count {
    /** Of the statechart. */
    steps: number;
    calls: number;
    /** Calls that loaded an image. */
    loads: number;
    /** How often the machine was looked at from outside. */
    looks: number;
}
/** Where a walk and a kernel differ. */
export interface Parting {
    /** Steps of the statechart before the call. */
    readonly step: number;
    readonly differences: readonly WalkDifference[];
    /** The calls since nothing was loaded; the last one is where they differ. */
    readonly calls: readonly string[];
}
/** Compares the batches of one walk in turn. */
export interface Follower {
    /** @returns where the kernel first differs, or null */
    compare(calls: readonly WalkCall[], outcome: BatchOutcome): Promise<Parting | null>;
}
/** @param count is kept up to date */
export declare function createFollower(guest: Guest, layout: Layout, count: Count): Follower;
