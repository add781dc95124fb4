import { canonicalText, deepFreeze } from "../base/canonical.ts";

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
}

/** The first word of a state is its configuration; the context begins behind it. */
export const contextOffset_words = 1;

/**
 * Chooses a codec by looking at an initial context: `{ name: Uint8Array }` of a multiple of four
 * bytes is a fixed layout and its bytes are the state; any other context is interned.
 *
 * @throws UnserializableError when the context holds what cannot be compared
 */
export function codecFor<C>(initial: C): ContextCodec<C> {
  const key = layoutKey(initial);
  return key === null ? interned<C>() : layout<C>(key, fieldOf(initial, key).length);
}

function layoutKey(context: unknown): string | null {
  if (typeof context !== "object" || context === null) return null;
  const entries = Object.entries(context);
  const [only] = entries;
  if (!only || entries.length !== 1) return null;
  const [key, value] = only;
  return value instanceof Uint8Array && value.length % 4 === 0 ? key : null;
}

function fieldOf(context: unknown, key: string): Uint8Array {
  const value = (context as Record<string, unknown>)[key]; // layoutKey saw it
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`expected a Uint8Array at context.${key}, got ${typeof value}`);
  }
  return value;
}

function layout<C>(key: string, length: number): ContextCodec<C> {
  return {
    kind: "layout",
    words: length / 4,
    encode: (context, state) => {
      const bytes = fieldOf(context, key);
      if (bytes.length !== length || Object.keys(context as object).length !== 1) {
        throw new TypeError(`expected context.${key} to stay the only field, of ${length} bytes`);
      }
      viewOf(state, length).set(bytes);
    },
    decode: (state) => ({ [key]: viewOf(state, length) }) as C, // the shape that layoutKey saw
    growth: () => null,
  };
}

/** The bytes of a state's context, as a view of its words; only for a layout. */
export function bytesOf(state: Int32Array): Uint8Array {
  return viewOf(state, (state.length - contextOffset_words) * 4);
}

function viewOf(state: Int32Array, length: number): Uint8Array {
  return new Uint8Array(state.buffer, state.byteOffset + contextOffset_words * 4, length);
}

function interned<C>(): ContextCodec<C> {
  const ids = new Map<string, number>();
  const contexts: C[] = [];
  return {
    kind: "interned",
    words: 1,
    encode: (context, state) => {
      const text = canonicalText(context, "context");
      let id = ids.get(text);
      if (id === undefined) {
        id = contexts.length;
        ids.set(text, id);
        contexts.push(deepFreeze(context));
      }
      state[contextOffset_words] = id;
    },
    decode: (state) => contexts[state[contextOffset_words] ?? 0] as C, // encoded before
    growth: () => growthOf(contexts),
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
