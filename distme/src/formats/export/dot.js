/** Text in Graphviz's language. */
/** A text in quotation marks; lines of it are drawn one below another, as `align` says. */
export function dotString(lines, align = "n") {
    const parts = [lines].flat().map((line) => line.replaceAll("\\", "\\\\").replaceAll('"', '\\"'));
    const end = `\\${align}`;
    return align === "l" ? `"${parts.map((part) => part + end).join("")}"` : `"${parts.join(end)}"`;
}
/** ` [name=value, name=value]`; nothing without attributes. Values are as DOT wants them. */
export function dotAttributes(attributes) {
    const given = Object.entries(attributes).flatMap(([name, value]) => value === null ? [] : `${name}=${value}`);
    return given.length === 0 ? "" : ` [${given.join(", ")}]`;
}
//# sourceMappingURL=dot.js.map