import type { Feature } from "../../memory/bounds.ts";
/** A known bug of kernels, and the feature whose presence or absence it is. */
export interface KnownBug {
    readonly id: string;
    readonly feature: Feature;
    /** Whether a kernel has the bug when it has the feature, or when it lacks it. */
    readonly buggy: "with" | "without";
}
/** The ids are those of the known violations in `properties/`; a test holds the two together. */
export declare const knownBugs: readonly KnownBug[];
/** The known bugs of a kernel. */
export declare function bugsOf(features: readonly Feature[]): KnownBug[];
/** The features of `first` that `second` lacks. */
export declare function lacking(first: readonly Feature[], second: readonly Feature[]): Feature[];
/** The same kernel but for one feature. */
export declare function toggled(features: readonly Feature[], feature: Feature): Feature[];
