import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AssertionError, assert, unreachable } from "../../src/base/assert.ts";
import {
  canonicalText,
  deepFreeze,
  isIntegerArray,
  UnserializableError,
} from "../../src/base/canonical.ts";

/** Small values, so that equal ones are frequent; no -0, which counts as 0. */
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(null, true, false, "", "1", '"', "a,b", "[1]", "null"),
    fc.integer({ min: -1, max: 2 }),
    fc.constantFrom<unknown>(0.5, 1e21, Number.MAX_SAFE_INTEGER),
    fc.constantFrom<unknown>(Uint8Array.of(1), Int8Array.of(1), Uint8Array.of(1, 2), [1], [1, 2]),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "a,b", '"a":1'), tie("value"), { maxKeys: 3 }),
  ),
})).value;

describe("canonical text", () => {
  test("two values have the same text if and only if they are the same", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const same = canonicalText(a, "a") === canonicalText(b, "b");
        expect(same).toBe(isDeepStrictEqual(plain(a), plain(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test("a value that went through JSON keeps its text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const copy: unknown = JSON.parse(JSON.stringify(json));
        expect(canonicalText(copy, "copy")).toBe(canonicalText(json, "json"));
      }),
    );
  });

  const texts: readonly [unknown, string][] = [
    [{ b: 1, a: [true, null] }, '{"a":[true,null],"b":1}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'], // no prototype is plain enough
    [-0, "0"], // a context that tells -0 from 0 is not modelled
    ["\u2028\ud800", '"\u2028\\ud800"'], // a lone surrogate stays apart from other ones
    [Uint16Array.of(1, 65535), "Uint16Array[1,65535]"],
    [[[], {}, new Int32Array(0)], "[[],{},Int32Array[]]"],
  ];
  test.each(texts)("%j is written %s", (given, text) => {
    expect(canonicalText(given, "x")).toBe(text);
  });

  class Point {
    readonly x = 1;
  }
  const refused: readonly [string, unknown, RegExp][] = [
    ["a function", { f: () => 1 }, /got function at context\.f$/],
    ["undefined", { a: { b: undefined } }, /got undefined at context\.a\.b$/],
    ["a symbol", [Symbol("s")], /got symbol at context\[0\]$/],
    ["a bigint", { n: 1n }, /got bigint at context\.n$/],
    ["NaN", [1, Number.NaN], /got NaN at context\[1\]$/],
    ["Infinity", -Infinity, /got -Infinity at context$/],
    ["a Map", { m: new Map() }, /got a Map at context\.m$/],
    ["a Set", new Set(), /got a Set at context$/],
    ["a Date", { at: new Date(0) }, /got a Date at context\.at$/],
    ["a class instance", { p: new Point() }, /got a Point at context\.p$/],
    ["a Float64Array", new Float64Array(1), /got a Float64Array at context$/],
    ["a Uint8ClampedArray", new Uint8ClampedArray(1), /got a Uint8ClampedArray at context$/],
    ["a BigUint64Array", new BigUint64Array(1), /got a BigUint64Array at context$/],
    ["a Buffer", Buffer.from("a"), /got a Buffer at context$/],
    ["a sparse array", Object.assign([1], { 2: 3 }), /got undefined at context\[1\]$/],
    ["an empty slot", new Array(1), /got undefined at context\[0\]$/],
    ["a symbol key", { [Symbol("s")]: 1 }, /got a symbol key at context$/],
  ];
  test.each(refused)("%s is refused, and the message says where it sits", (_what, given, where) => {
    expect(() => canonicalText(given, "context")).toThrow(UnserializableError);
    expect(() => canonicalText(given, "context")).toThrow(where);
  });

  test("a cycle is refused", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => canonicalText(cycle, "context")).toThrow();
  });
});

describe("freezing", () => {
  test("objects and arrays are frozen all the way down, typed arrays are left alone", () => {
    const frozen = deepFreeze({ list: [{ n: 1 }], bytes: Uint8Array.of(1) });
    expect(() => Object.assign(frozen.list[0] ?? {}, { n: 2 })).toThrow(TypeError);
    expect(() => frozen.list.push({ n: 3 })).toThrow(TypeError);
    frozen.bytes[0] = 2;
    expect(frozen.bytes[0]).toBe(2);
  });
});

test("integer typed arrays are recognised, others are not", () => {
  expect([new Int8Array(1), new Uint32Array(1)].every(isIntegerArray)).toBe(true);
  const others = [new Float32Array(1), new DataView(new ArrayBuffer(1)), [1], null, "Int8Array"];
  expect(others.some(isIntegerArray)).toBe(false);
});

test("a broken assumption throws an AssertionError with its message", () => {
  expect(() => assert(true, "fine")).not.toThrow();
  expect(() => assert(false, "broken")).toThrow(new AssertionError("broken"));
  expect(() => unreachable("case" as never)).toThrow(/unreachable: "case"/); // as never: the case
});

/** The same value with the prototypes that `isDeepStrictEqual` compares and we do not. */
function plain(given: unknown): unknown {
  if (typeof given !== "object" || given === null || ArrayBuffer.isView(given)) return given;
  if (Array.isArray(given)) return given.map(plain);
  return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, plain(item)]));
}
