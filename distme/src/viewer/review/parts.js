/** The name of the part that holds the compiled module of a world. */
export function modulePart({ kernel, preset, world }) {
    return `module:${kernel}:${preset}:${world}`;
}
//# sourceMappingURL=parts.js.map