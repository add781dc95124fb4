import { type Pfn } from "../../../memory/bounds.ts";
import { type KernelName } from "../../../model/kernels.ts";
import { type Simulation } from "../../../model/simulation.ts";
import type { World } from "../../../model/world.ts";
import type { Guest } from "../guest.ts";
import { type KernelTrace } from "./trace-call.ts";
import { type Verdict } from "./validate.ts";
/**
 * Which frame the page allocator gives decides what a load does: it may be anybody's, or the very
 * destination that it is for, or the destination of another page, loaded already or not yet. Nobody
 * can choose it; but a processor's list of free pages gives back what was freed last. So a load is
 * made and taken away, and the next one goes to just those frames that the one before was given. For
 * the second list page, which comes 500 pages later, the frames are held until the load is there.
 */
/** Single pages that go to frames which the page allocator is likely to give. */
export declare const TARGETS = 6;
/** Where the second list page is needed. */
declare const layouts: {
    readonly none: number;
    readonly "for a source page": 7;
    readonly "for a destination": 8;
};
export type SecondListPage = keyof typeof layouts;
export declare const secondListPages: readonly SecondListPage[];
/** The transitions that the page allocator's answers decide between, less what x86-64 cannot do. */
export declare const wantedTransitions: readonly string[];
/** A load whose destinations were chosen, and what the statechart says of it. */
export interface AimedLoad {
    readonly secondListPage: SecondListPage;
    readonly targets: readonly Pfn[];
    readonly trace: KernelTrace;
    readonly verdict: Verdict;
}
export interface Shape {
    readonly secondListPage: SecondListPage;
    /** Page tables that the kernel needs. */
    readonly tablePages: number;
}
/** The model's world: one page where nobody's page is, then the targets, each a segment. */
export declare function outcomeWorld(kernel: KernelName, { secondListPage, tablePages }: Shape): World;
/** A kernel that is aimed at, and what it was seen to do. */
export interface Range {
    readonly guest: Guest;
    readonly functions: readonly string[];
    readonly simulation: Simulation;
    readonly secondListPage: SecondListPage;
}
export declare function openRange(guest: Guest, functions: readonly string[], { kernel, ...shape }: Shape & {
    readonly kernel: KernelName;
}): Range;
/**
 * Loads an image whose single pages go to `targets`, and takes it away again.
 *
 * @param whilePaused if given, the load is paused before the first of them, and this is done
 */
export declare function aim(range: Range, targets: readonly Pfn[], whilePaused?: () => Promise<void>): Promise<AimedLoad>;
/** The frames that the page allocator gave in a load, in order, those for inserted pages left out. */
export declare function framesGiven({ events, segments }: KernelTrace): readonly Pfn[];
/** Page tables that were allocated in a load. */
export declare function tablePagesIn({ events }: KernelTrace): number;
export {};
