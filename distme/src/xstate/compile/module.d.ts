import type { Bindings, Compiled } from "./bindings.ts";
/** A machine as generated code. */
export interface CompiledModule {
    /** Identifies the text: code that was emitted for another machine, or other events, is refused. */
    readonly digest: string;
    readonly bind: (bindings: Bindings) => Compiled;
}
/** The text as an ES module, for a build step to write. */
export declare function moduleText(text: string): string;
/** The text as a classic script, for a worker that is made of texts: it defines `compiledModule`. */
export declare function moduleScript(text: string): string;
/** Makes the code at run time; it needs no digest, for the text is at hand. */
export declare function evaluate(text: string): CompiledModule["bind"];
