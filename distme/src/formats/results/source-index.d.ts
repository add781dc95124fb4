import type { SourceLocation } from "./results.ts";
/** Where the parts of the model stand in its sources. */
export interface SourceIndex {
    /** By key, as coverage reports spell it: `path eventType position`. */
    readonly transitions: ReadonlyMap<string, SourceLocation>;
    /** By path. */
    readonly states: ReadonlyMap<string, SourceLocation>;
    /** By name. */
    readonly actions: ReadonlyMap<string, SourceLocation>;
    readonly properties: ReadonlyMap<string, SourceLocation>;
    readonly worlds: ReadonlyMap<string, SourceLocation>;
}
/** A source file, and its path from the root of the project. */
export interface Source {
    readonly file: string;
    readonly text: string;
}
/**
 * Reads where everything stands from the text of the sources: the statechart is written as literals,
 * so their outline is enough.
 */
export declare function indexSources(sources: readonly Source[]): SourceIndex;
/** The index of our own sources; without entries where only their compiled form is. */
export declare function sourceIndex(): SourceIndex;
