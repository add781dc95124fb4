import type { Feature } from "../../memory/bounds.ts";

/** A known bug of kernels, and the feature whose presence or absence it is. */
export interface KnownBug {
  readonly id: string;
  readonly feature: Feature;
  /** Whether a kernel has the bug when it has the feature, or when it lacks it. */
  readonly buggy: "with" | "without";
}

/** The ids are those of the known violations in `properties/`; a test holds the two together. */
export const knownBugs: readonly KnownBug[] = [
  { id: "B1", feature: "destination-test-inclusive", buggy: "with" },
  { id: "B2", feature: "frees-before-unlock", buggy: "without" },
  { id: "B4", feature: "leftover-count-returned", buggy: "with" },
  { id: "B8", feature: "frees-unlisted-source-page", buggy: "without" },
  { id: "N1", feature: "shrink-rounding-wraps", buggy: "with" },
  { id: "3.2 #16", feature: "shrink-rounds-first", buggy: "without" },
];

/** The known bugs of a kernel. */
export function bugsOf(features: readonly Feature[]): KnownBug[] {
  return knownBugs.filter(
    ({ feature, buggy }) => features.includes(feature) === (buggy === "with"),
  );
}

/** The features of `first` that `second` lacks. */
export function lacking(first: readonly Feature[], second: readonly Feature[]): Feature[] {
  return first.filter((feature) => !second.includes(feature));
}

/** The same kernel but for one feature. */
export function toggled(features: readonly Feature[], feature: Feature): Feature[] {
  return features.includes(feature)
    ? features.filter((one) => one !== feature)
    : [...features, feature];
}
