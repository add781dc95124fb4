import { assert } from "../base/assert.ts";
import { canonicalText, deepFreeze } from "../base/canonical.ts";
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
export function codecFor<C>(initial: C, offset_words: number): ContextCodec<C> {
  const key = layoutKey(initial);
  if (key === null) return new InternedContexts<C>(offset_words);
  return layout<C>(key, fieldOf(initial, key).length, offset_words);
}

/** The name of the array of bytes that a context is; null when it is anything else. */
export function layoutKey(context: unknown): string | null {
  if (typeof context !== "object" || context === null) return null;
  const entries = Object.entries(context);
  const [only] = entries;
  if (!only || entries.length !== 1) return null;
  const [key, value] = only;
  return value instanceof Uint8Array && value.length % 4 === 0 ? key : null;
}

/** The bytes of a context with a layout. */
export function fieldOf(context: unknown, key: string): Uint8Array {
  const value = (context as Record<string, unknown>)[key]; // layoutKey saw it
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`expected a Uint8Array at context.${key}, got ${typeof value}`);
  }
  return value;
}

function layout<C>(key: string, length: number, offset_words: number): ContextCodec<C> {
  const viewOf = (state: Int32Array): Uint8Array =>
    new Uint8Array(state.buffer, state.byteOffset + offset_words * 4, length);
  return {
    kind: "layout",
    words: length / 4,
    encode: (context, state) => {
      const bytes = fieldOf(context, key);
      if (bytes.length !== length || Object.keys(context as object).length !== 1) {
        throw new TypeError(`expected context.${key} to stay the only field, of ${length} bytes`);
      }
      viewOf(state).set(bytes);
    },
    decode: (state) => ({ [key]: viewOf(state) }) as C, // the shape that layoutKey saw
    growth: () => null,
    references: null,
  };
}

/** Gives every context a number; equal contexts have the same one. */
export class InternedContexts<C> implements ContextCodec<C> {
  readonly kind = "interned";
  readonly words = 1;
  readonly #offset: number;
  readonly #ids = new Map<string, number>();
  readonly #contexts: C[] = [];

  constructor(offset_words: number) {
    this.#offset = offset_words;
  }

  idOf(context: C): number {
    const text = canonicalText(context, "context");
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#contexts.length;
      this.#ids.set(text, id);
      this.#contexts.push(deepFreeze(context));
    }
    return id;
  }

  get(id: number): C {
    return this.#contexts[id] as C; // interned before
  }

  readonly encode = (context: C, state: Int32Array): void => {
    state[this.#offset] = this.idOf(context);
  };

  readonly decode = (state: Int32Array): C => this.get(state[this.#offset] ?? 0);

  readonly growth = (): string | null => growthOf(this.#contexts);

  readonly references: References = {
    things: () => this.#contexts,
    restore: (contexts) => {
      for (const [id, context] of contexts.entries()) {
        const got = this.idOf(context as C); // what `things` gave
        assert(got === id, `expected context ${id} of a checkpoint to be new, got ${got}`);
      }
    },
  };
}

function growthOf(contexts: readonly unknown[]): string | null {
  const values = new Map<string, Set<string>>();
  for (const context of contexts) {
    for (const [field, value] of Object.entries(context ?? {})) {
      const seen = values.get(field) ?? new Set();
      values.set(field, seen.add(canonicalText(value, field)));
    }
  }
  const [first] = [...values].sort(([, a], [, b]) => b.size - a.size);
  return first ? `context.${first[0]} took ${first[1].size} different values` : null;
}
