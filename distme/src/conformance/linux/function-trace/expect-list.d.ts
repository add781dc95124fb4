import { type Expectation, type Watched } from "./expectation.ts";
import type { Sight } from "./sights.ts";
type SightOf<Kind extends Sight["kind"]> = Extract<Sight, {
    readonly kind: Kind;
}>;
/** A crash image's empty segments are over as soon as they begin. */
export declare function segmentBegun(watched: Watched, sight: SightOf<"segment-begun">): Expectation[];
export declare function terminated(watched: Watched, sight: SightOf<"terminated">): Expectation;
export declare function segmentEnded(watched: Watched, sight: SightOf<"segment-ended">): Expectation[];
/** kimage_add_entry: a segment's destination, or a source page. */
export declare function entry(watched: Watched, sight: SightOf<"entry">): Expectation[];
export declare function entryAdded(watched: Watched, { result }: SightOf<"entry-added">): Expectation[];
/** One answer of the page allocator for a source page or a list page. */
export declare function frame(watched: Watched, sight: SightOf<"frame">): Expectation[];
/** kimage_alloc_page returns. If it did not ask the page allocator, it had the page already. */
export declare function pageGiven(watched: Watched, sight: SightOf<"page-given">): Expectation[];
export {};
