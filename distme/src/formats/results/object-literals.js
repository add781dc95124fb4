/** Comments first, then what may hold brackets without meaning them. */
const token_pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\w$]+|\.{3}|\S/g;
/**
 * The first argument of each call of a function in a JavaScript or TypeScript source, as an outline.
 *
 * It reads brackets, keys and commas and no more of the language: what a spread brings, or a name
 * stands for, is not in an outline.
 */
export function firstArguments(source, called) {
    const tokens = tokensOf(source);
    return tokens.flatMap(({ text }, i) => {
        const isCall = text === called && tokens[i + 1]?.text === "(";
        return isCall ? [readExpression(tokens, i + 2).outline] : [];
    });
}
/** The objects that functions of a source return, as outlines. */
export function returnedObjects(source) {
    const tokens = tokensOf(source);
    return tokens.flatMap(({ text }, i) => {
        const isObject = text === "return" && tokens[i + 1]?.text === "{";
        return isObject ? [readExpression(tokens, i + 1).outline] : [];
    });
}
function tokensOf(source) {
    const tokens = [];
    let line = 1;
    let end = 0;
    for (const { 0: text, index } of source.matchAll(token_pattern)) {
        line += linesIn(source.slice(end, index));
        if (!text.startsWith("//") && !text.startsWith("/*"))
            tokens.push({ text, line });
        line += linesIn(text);
        end = index + text.length;
    }
    return tokens;
}
function linesIn(text) {
    return text.split("\n").length - 1;
}
function readExpression(tokens, at) {
    const { text = "", line = 0 } = tokens[at] ?? {};
    if (text === "{")
        return readObject(tokens, at);
    if (text === "[")
        return readArray(tokens, at);
    return { outline: { kind: "other", line }, next: skip(tokens, at) };
}
function readObject(tokens, open) {
    const entries = new Map();
    let at = open + 1;
    while (at < tokens.length && tokens[at]?.text !== "}") {
        const key = tokens[at];
        if (key && tokens[at + 1]?.text === ":") {
            const { outline, next } = readExpression(tokens, at + 2);
            entries.set(unquoted(key.text), { ...outline, line: key.line });
            at = next;
        }
        else {
            at = skip(tokens, at); // a spread, a method, or a name that is key and value
        }
        if (tokens[at]?.text === ",")
            at++;
    }
    const line = tokens[open]?.line ?? 0;
    return { outline: { kind: "object", line, entries }, next: skip(tokens, at + 1) };
}
function readArray(tokens, open) {
    const items = [];
    let at = open + 1;
    while (at < tokens.length && tokens[at]?.text !== "]") {
        const { outline, next } = readExpression(tokens, at);
        items.push(outline);
        at = tokens[next]?.text === "," ? next + 1 : next;
    }
    const line = tokens[open]?.line ?? 0;
    return { outline: { kind: "array", line, items }, next: skip(tokens, at + 1) };
}
/** The next comma or closing bracket that does not belong to a bracket opened behind `from`. */
function skip(tokens, from) {
    let depth = 0;
    for (let at = from; at < tokens.length; at++) {
        const { text = "" } = tokens[at] ?? {};
        if ("([{".includes(text))
            depth++;
        else if (depth === 0 && ",)]}".includes(text))
            return at;
        else if (")]}".includes(text))
            depth--;
    }
    return tokens.length;
}
function unquoted(key) {
    return /^["'`]/.test(key) ? key.slice(1, -1) : key;
}
//# sourceMappingURL=object-literals.js.map