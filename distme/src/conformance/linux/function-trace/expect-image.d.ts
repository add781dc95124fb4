import { type Expectation, type PlaceExpectation, type Watched } from "./expectation.ts";
import type { Sight } from "./sights.ts";
import { type Tracked } from "./tracked.ts";
type SightOf<Kind extends Sight["kind"]> = Extract<Sight, {
    readonly kind: Kind;
}>;
/** kexec_load_permitted: the last transition is the one that lets the call pass. */
export declare function permission({ granted }: SightOf<"permission">): Expectation[];
/** From 5.15 on do_kexec_load tries the lock itself; before, its caller has taken it. */
export declare function loadEntered(watched: Watched, sight: SightOf<"load-entered">): Expectation[];
export declare function loadReturned(watched: Watched, { result }: SightOf<"load-returned">): PlaceExpectation[];
/** kimage_free: of the image in the slot, or of the local variable; or of NULL. */
export declare function freed({ layout, trace }: Watched, { image }: SightOf<"freed">): Expectation[];
export declare function imageAllocated(watched: Watched, { image }: SightOf<"image-allocated">): import("./expectation.ts").StepExpectation[];
/** A function is called for the image that the task loads. */
export declare function imageUsed({ layout, trace }: Watched, { image }: {
    readonly image: bigint;
}): PlaceExpectation;
export declare function listChecked(watched: Watched, { result }: SightOf<"list-checked">): Expectation[];
/**
 * kimage_alloc_control_pages is entered. A kernel needs more page tables than the model: each of
 * its calls is one of the model's, or one more, as a whole.
 */
export declare function controlWanted(watched: Watched, { use }: SightOf<"control-wanted">): Expectation[];
/** One answer of the page allocator for a control page. */
export declare function controlFrame(watched: Watched, sight: SightOf<"control-frame">): Expectation[];
/** Why no frame of the model can be what the page allocator gave. */
export declare function noFrame(kind: "none" | "unmodelled", frame: number): string;
/** Remembers what the first of these frames is in the model. */
export declare function bound(watched: Watched, before: Tracked, given: readonly number[]): {
    frames?: never;
} | {
    frames: Map<number, number>;
};
/** kimage_alloc_control_pages hands out what the page allocator said last. */
export declare function controlGiven(watched: Watched, sight: SightOf<"control-given">): Expectation[];
/** Control pages of a crash image. */
export declare function hole(watched: Watched, sight: SightOf<"hole">): Expectation[];
export declare function prepared(watched: Watched, { result }: SightOf<"prepared">): Expectation[];
export declare function vmcoreinfo(watched: Watched, sight: SightOf<"vmcoreinfo">): Expectation[];
export {};
