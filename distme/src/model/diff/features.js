/** The ids are those of the known violations in `properties/`; a test holds the two together. */
export const knownBugs = [
    { id: "B1", feature: "destination-test-inclusive", buggy: "with" },
    { id: "B2", feature: "frees-before-unlock", buggy: "without" },
    { id: "B4", feature: "leftover-count-returned", buggy: "with" },
    { id: "B8", feature: "frees-unlisted-source-page", buggy: "without" },
    { id: "N1", feature: "shrink-rounding-wraps", buggy: "with" },
    { id: "3.2 #16", feature: "shrink-rounds-first", buggy: "without" },
];
/** The known bugs of a kernel. */
export function bugsOf(features) {
    return knownBugs.filter(({ feature, buggy }) => features.includes(feature) === (buggy === "with"));
}
/** The features of `first` that `second` lacks. */
export function lacking(first, second) {
    return first.filter((feature) => !second.includes(feature));
}
/** The same kernel but for one feature. */
export function toggled(features, feature) {
    return features.includes(feature)
        ? features.filter((one) => one !== feature)
        : [...features, feature];
}
//# sourceMappingURL=features.js.map