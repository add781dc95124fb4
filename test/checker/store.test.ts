import fc from "fast-check";
import { expect, test } from "vitest";
import { hashWords } from "../../src/checker/hash.ts";
import { StateStore } from "../../src/checker/store.ts";

/** A few values, so that states repeat, and the extremes of a word. */
const word = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(2 ** 31 - 1, -(2 ** 31)));

test("the store knows the same states as a Set of strings, in the order of discovery", () => {
  const runs = fc.integer({ min: 1, max: 4 }).chain((words) =>
    fc.record({
      words: fc.constant(words),
      states: fc.array(fc.array(word, { minLength: words, maxLength: words }), { maxLength: 300 }),
    }),
  );
  fc.assert(
    fc.property(runs, ({ words, states }) => {
      const store = new StateStore(words);
      const ids = new Map<string, number>();
      for (const state of states.map((values) => Int32Array.from(values))) {
        const known = ids.get(state.join());
        expect(store.has(state)).toBe(known !== undefined);
        expect(store.insert(state, ids.size - 1, ids.size % 7)).toBe(
          known === undefined ? ids.size : -1 - known,
        );
        if (known === undefined) ids.set(state.join(), ids.size);
      }
      expect(store.size).toBe(ids.size);
      for (const [text, id] of ids) {
        const copy = new Int32Array(words);
        store.read(id, copy);
        expect(copy.join()).toBe(text);
        expect(store.action(id)).toBe(id % 7);
        expect(store.parent(id)).toBe(id - 1);
      }
    }),
  );
});

test("a store grows to 200000 states, over several segments, and keeps their origins", () => {
  const store = new StateStore(3);
  const state = (i: number) => Int32Array.of(i, -i, i % 7);
  const ids = Array.from({ length: 200_000 }, (_, i) => i);
  expect(ids.map((i) => store.insert(state(i), i >> 1, i % 99))).toEqual(ids);
  expect(ids.map((i) => store.insert(state(i), 0, 0))).toEqual(ids.map((i) => -1 - i));
  expect(ids.map((i) => store.parent(i))).toEqual(ids.map((i) => i >> 1));
  expect(ids.map((i) => store.action(i))).toEqual(ids.map((i) => i % 99));
  expect(store.size).toBe(200_000);
});

test("a stored state does not change when the array it came from does", () => {
  const store = new StateStore(2);
  const state = Int32Array.of(1, 2);
  store.insert(state, -1, 0);
  state[0] = 9;
  expect(read(store, 0)).toEqual([1, 2]);
});

test("a copy taken by `read` does not alias the store", () => {
  const store = new StateStore(1);
  store.insert(Int32Array.of(5), -1, 0);
  const copy = new Int32Array(1);
  store.read(0, copy);
  copy[0] = 6;
  expect(read(store, 0)).toEqual([5]);
});

test("states that differ in one bit of one word are different", () => {
  const store = new StateStore(2);
  for (let bit = 0; bit < 64; bit++) {
    const state = new Int32Array(2);
    state[bit >> 5] = 1 << (bit & 31);
    expect(store.insert(state, -1, 0)).toBe(bit);
  }
});

test("there is one state of no words", () => {
  const store = new StateStore(0);
  expect(store.insert(new Int32Array(0), -1, 0)).toBe(0);
  expect(store.insert(new Int32Array(0), -1, 0)).toBe(-1);
});

test("a state takes at most 24 bytes beyond its words, however many there are", () => {
  const store = new StateStore(1);
  const excess: number[] = [];
  for (let i = 0; i < 1_500_000; i++) {
    store.insert(Int32Array.of(i), -1, 0);
    if (i >= 500_000 && i % 10_000 === 0) excess.push(store.bytes / store.size - 4);
  }
  expect(Math.max(...excess)).toBeLessThanOrEqual(24);
});

test("an arena that was filled elsewhere is indexed again", () => {
  const store = new StateStore(2);
  for (let i = 0; i < 5000; i++) store.insert(Int32Array.of(i, 1), i - 1, 3);
  const copy = new StateStore(2);
  copy.arena.reserve(5000);
  for (let i = 0; i < 5000; i++) {
    const state = Int32Array.of(i, 1);
    copy.arena.write(i, state, i - 1, 3, hashWords(state, 0, 2));
  }
  copy.index(5000);
  expect(copy.insert(Int32Array.of(4711, 1), 0, 0)).toBe(-4712);
  expect(copy.insert(Int32Array.of(5000, 1), 0, 0)).toBe(5000);
});

function read(store: StateStore, id: number): number[] {
  const copy = new Int32Array(store.words);
  store.read(id, copy);
  return [...copy];
}
