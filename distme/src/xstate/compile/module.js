import { digestOf } from "../../base/digest.js";
/** The text as an ES module, for a build step to write. */
export function moduleText(text) {
    return [
        "// Generated from a statechart. Do not edit: change the statechart, and emit it again.",
        `export const digest = ${JSON.stringify(digestOf(text))};`,
        "export function bind(bindings) {",
        text,
        "}",
        "",
    ].join("\n");
}
/** The text as a classic script, for a worker that is made of texts: it defines `compiledModule`. */
export function moduleScript(text) {
    return [
        "// Generated from a statechart.",
        "const compiledModule = (() => {",
        `const digest = ${JSON.stringify(digestOf(text))};`,
        "function bind(bindings) {",
        text,
        "}",
        "return { digest, bind };",
        "})();",
        "",
    ].join("\n");
}
/** Makes the code at run time; it needs no digest, for the text is at hand. */
export function evaluate(text) {
    return new Function("bindings", text); // the writer's own text
}
//# sourceMappingURL=module.js.map