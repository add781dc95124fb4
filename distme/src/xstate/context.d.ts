import type { References } from "../checker/model.ts";
/** Turns contexts into 32-bit words and back, without loss. */
export interface ContextCodec<C> {
    /** Which of the two codecs it is, for the report. */
    readonly kind: "layout" | "interned";
    /** Words of one context. */
    readonly words: number;
    readonly encode: (context: C, state: Int32Array) => void;
    /** The context of a state; with a layout it is a view of the state's own bytes. */
    readonly decode: (state: Int32Array) => C;
    /** Which top-level field has the most different values: what grows when a search does not end. */
    readonly growth: () => string | null;
    /** The contexts that states refer to by number; null when states hold their contexts. */
    readonly references: References | null;
}
/**
 * Chooses a codec by looking at an initial context: `{ name: Uint8Array }` of a multiple of four
 * bytes is a fixed layout and its bytes are the state; any other context is interned.
 *
 * @param offset_words where the context begins in a state
 * @throws UnserializableError when the context holds what cannot be compared
 */
export declare function codecFor<C>(initial: C, offset_words: number): ContextCodec<C>;
/** The name of the array of bytes that a context is; null when it is anything else. */
export declare function layoutKey(context: unknown): string | null;
/** The bytes of a context with a layout. */
export declare function fieldOf(context: unknown, key: string): Uint8Array;
/** Gives every context a number; equal contexts have the same one. */
export declare class InternedContexts<C> implements ContextCodec<C> {
    #private;
    readonly kind = "interned";
    readonly words = 1;
    constructor(offset_words: number);
    idOf(context: C): number;
    get(id: number): C;
    readonly encode: (context: C, state: Int32Array) => void;
    readonly decode: (state: Int32Array) => C;
    readonly growth: () => string | null;
    readonly references: References;
}
