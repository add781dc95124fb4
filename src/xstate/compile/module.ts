import type { Bindings, Compiled } from "./bindings.ts";

/** A machine as generated code. */
export interface CompiledModule {
  /** Identifies the text: code that was emitted for another machine, or other events, is refused. */
  readonly digest: string;
  readonly bind: (bindings: Bindings) => Compiled;
}

/** 64 bits of a text; it guards against mistakes, not against malice, and runs in a browser. */
export function digestOf(text: string): string {
  let [a, b] = [0x9e3779b9 | 0, 0x85ebca6b | 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + (a >>> 7)), 0xc2b2ae35);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
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

/** Makes the code at run time; it needs no digest, for the text is at hand. */
export function evaluate(text: string): CompiledModule["bind"] {
  return new Function("bindings", text) as CompiledModule["bind"]; // the writer's own text
}
