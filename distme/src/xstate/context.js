import { assert } from "../base/assert.js";
import { canonicalText, deepFreeze } from "../base/canonical.js";
/**
 * Chooses a codec by looking at an initial context: `{ name: Uint8Array }` of a multiple of four
 * bytes is a fixed layout and its bytes are the state; any other context is interned.
 *
 * @param offset_words where the context begins in a state
 * @throws UnserializableError when the context holds what cannot be compared
 */
export function codecFor(initial, offset_words) {
    const key = layoutKey(initial);
    if (key === null)
        return new InternedContexts(offset_words);
    return layout(key, fieldOf(initial, key).length, offset_words);
}
/** The name of the array of bytes that a context is; null when it is anything else. */
export function layoutKey(context) {
    if (typeof context !== "object" || context === null)
        return null;
    const entries = Object.entries(context);
    const [only] = entries;
    if (!only || entries.length !== 1)
        return null;
    const [key, value] = only;
    return value instanceof Uint8Array && value.length % 4 === 0 ? key : null;
}
/** The bytes of a context with a layout. */
export function fieldOf(context, key) {
    const value = context[key]; // layoutKey saw it
    if (!(value instanceof Uint8Array)) {
        throw new TypeError(`expected a Uint8Array at context.${key}, got ${typeof value}`);
    }
    return value;
}
function layout(key, length, offset_words) {
    const viewOf = (state) => new Uint8Array(state.buffer, state.byteOffset + offset_words * 4, length);
    return {
        kind: "layout",
        words: length / 4,
        encode: (context, state) => {
            const bytes = fieldOf(context, key);
            if (bytes.length !== length || Object.keys(context).length !== 1) {
                throw new TypeError(`expected context.${key} to stay the only field, of ${length} bytes`);
            }
            viewOf(state).set(bytes);
        },
        decode: (state) => ({ [key]: viewOf(state) }), // the shape that layoutKey saw
        growth: () => null,
        references: null,
    };
}
/** Gives every context a number; equal contexts have the same one. */
export class InternedContexts {
    kind = "interned";
    words = 1;
    #offset;
    #ids = new Map();
    #contexts = [];
    constructor(offset_words) {
        this.#offset = offset_words;
    }
    idOf(context) {
        const text = canonicalText(context, "context");
        let id = this.#ids.get(text);
        if (id === undefined) {
            id = this.#contexts.length;
            this.#ids.set(text, id);
            this.#contexts.push(deepFreeze(context));
        }
        return id;
    }
    get(id) {
        return this.#contexts[id]; // interned before
    }
    encode = (context, state) => {
        state[this.#offset] = this.idOf(context);
    };
    decode = (state) => this.get(state[this.#offset] ?? 0);
    growth = () => growthOf(this.#contexts);
    references = {
        things: () => this.#contexts,
        restore: (contexts) => {
            for (const [id, context] of contexts.entries()) {
                const got = this.idOf(context); // what `things` gave
                assert(got === id, `expected context ${id} of a checkpoint to be new, got ${got}`);
            }
        },
    };
}
function growthOf(contexts) {
    const values = new Map();
    for (const context of contexts) {
        for (const [field, value] of Object.entries(context ?? {})) {
            const seen = values.get(field) ?? new Set();
            values.set(field, seen.add(canonicalText(value, field)));
        }
    }
    const [first] = [...values].sort(([, a], [, b]) => b.size - a.size);
    return first ? `context.${first[0]} took ${first[1].size} different values` : null;
}
//# sourceMappingURL=context.js.map