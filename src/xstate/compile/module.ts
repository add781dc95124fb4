import { digestOf } from "../../base/digest.ts";
import type { Bindings, Compiled } from "./bindings.ts";

/** A machine as generated code. */
export interface CompiledModule {
  /** Identifies the text: code that was emitted for another machine, or other events, is refused. */
  readonly digest: string;
  readonly bind: (bindings: Bindings) => Compiled;
}

/** The text as an ES module, for a build step to write. */
export function moduleText(text: string): string {
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
export function moduleScript(text: string): string {
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
export function evaluate(text: string): CompiledModule["bind"] {
  return new Function("bindings", text) as CompiledModule["bind"]; // the writer's own text
}
