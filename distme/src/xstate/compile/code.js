export function andCode(parts) {
    if (parts.includes(false))
        return false;
    const open = parts.filter((part) => typeof part === "string");
    return open.length === 0
        ? true
        : open.length === 1
            ? (open[0] ?? true)
            : `(${open.join(" && ")})`;
}
export function orCode(parts) {
    if (parts.includes(true))
        return true;
    const open = parts.filter((part) => typeof part === "string");
    return open.length === 0
        ? false
        : open.length === 1
            ? (open[0] ?? false)
            : `(${open.join(" || ")})`;
}
export function notCode(part) {
    return typeof part === "boolean" ? !part : `!${part}`;
}
/** `if`, unless the answer is known. */
export function ifCode(question, then, otherwise = "") {
    if (question === true)
        return then;
    if (question === false)
        return otherwise;
    if (then === "")
        return otherwise === "" ? "" : `if (!${question}) {\n${otherwise}\n}`;
    return `if (${question}) {\n${then}\n}${otherwise === "" ? "" : ` else {\n${otherwise}\n}`}`;
}
/** Statements, one per line, empty ones left out. */
export function lines(...parts) {
    return parts.filter((part) => part !== "").join("\n");
}
/** Indents generated text by its braces, for people who read it. */
export function indented(text) {
    let depth = 0;
    return text
        .split("\n")
        .map((raw) => {
        const line = raw.trim();
        const closing = /^[})\]]+/.exec(line)?.[0].length ?? 0;
        const at = Math.max(0, depth - (closing > 0 ? 1 : 0));
        depth += count(line, "{") - count(line, "}");
        return `${"  ".repeat(at)}${line}`;
    })
        .join("\n");
}
function count(line, letter) {
    return line.split(letter).length - 1;
}
/** A `switch` over the cases that do something. */
export function caseText(value, cases) {
    const told = cases.filter(({ body }) => body !== "");
    const [only] = told;
    if (!only)
        return "";
    if (told.length === 1)
        return ifCode(`${value} === ${only.index}`, only.body);
    const list = told.map(({ index, body }) => `case ${index}: {\n${body}\nbreak;\n}`);
    return lines(`switch (${value}) {`, ...list, "}");
}
export function unique(list) {
    return [...new Set(list)];
}
//# sourceMappingURL=code.js.map