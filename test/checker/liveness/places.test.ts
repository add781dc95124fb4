import fc from "fast-check";
import { expect, test } from "vitest";
import { type Place, Places } from "../../../src/checker/liveness/places.ts";

const numbers = fc.constantFrom(0, 1, 2, 3, -1, 2 ** 31 - 1, -(2 ** 31));
const place: fc.Arbitrary<Place> = fc.record({
  member: fc.nat({ max: 3 }),
  done: numbers,
  owed: numbers,
});

const textOf = ({ member, done, owed }: Place) => [member, done, owed].join();

test("places are kept once each, in order, as in a Set of strings", () => {
  fc.assert(
    fc.property(fc.array(fc.array(place, { maxLength: 300 }), { maxLength: 3 }), (searches) => {
      const places = new Places();
      for (const search of searches) {
        places.clear();
        for (const one of search) places.add(one, places.size - 1);
        const kept = Array.from({ length: places.size }, (_, index) => textOf(places.at(index)));
        expect(kept).toEqual([...new Set(search.map(textOf))]);
      }
    }),
  );
});

test("100,000 places that differ in one number only are all kept, and so are the ways to them", () => {
  const places = new Places();
  const count = 100_000;
  const at = (index: number): Place => {
    const [member, done, owed] = [0, 0, 0].map((_, i) => (index % 3 === i ? index : 7));
    return { member: member ?? 0, done: done ?? 0, owed: owed ?? 0 };
  };
  for (let index = 8; index < count; index++) places.add(at(index), places.size - 1);
  for (let index = 8; index < count; index++) places.add(at(index), -1); // there already
  expect(places.size).toBe(count - 8);
  expect(places.at(90_000)).toEqual(at(90_008));
  const way = Array.from({ length: count - 8 }, (_, index) => at(index + 8).member);
  expect(places.wayTo(count - 9)).toEqual(way);
});
