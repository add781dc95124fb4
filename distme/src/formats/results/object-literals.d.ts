/** The outline of an expression in a source: its objects and arrays, and on which line each begins. */
export type Outline = {
    readonly kind: "object";
    readonly line: number;
    readonly entries: ReadonlyMap<string, Outline>;
} | {
    readonly kind: "array";
    readonly line: number;
    readonly items: readonly Outline[];
}
/** Anything else: a string, a name, a call, a function. */
 | {
    readonly kind: "other";
    readonly line: number;
};
/**
 * The first argument of each call of a function in a JavaScript or TypeScript source, as an outline.
 *
 * It reads brackets, keys and commas and no more of the language: what a spread brings, or a name
 * stands for, is not in an outline.
 */
export declare function firstArguments(source: string, called: string): Outline[];
/** The objects that functions of a source return, as outlines. */
export declare function returnedObjects(source: string): Outline[];
