/** Spells a difference in one line. */
export function differenceText({ what, model, system }) {
    return `${what}: expected ${model}, got ${system}`;
}
//# sourceMappingURL=system.js.map