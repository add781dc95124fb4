/** Whether a claim is about what happens in the end, not about single states or steps. */
export function isLiveness(property) {
    return property.kind === "eventually" || property.kind === "leadsTo";
}
/** Whether a property is expected to hold (or to be witnessed). */
export function expectedToHold(claim) {
    return (claim.expect?.kind ?? "holds") === "holds";
}
//# sourceMappingURL=property.js.map