import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Automaton,
  type Nondeterministic,
  runOf,
  smallestAutomaton,
} from "../../../../src/formats/export/rv/automaton.ts";

const states = ["a", "b", "c", "d", "e"];
const events = ["x", "y"];

const machines: fc.Arbitrary<Nondeterministic> = fc
  .array(
    fc.record({
      from: fc.constantFrom(...states),
      event: fc.constantFrom(...events, null),
      to: fc.constantFrom(...states),
    }),
    { maxLength: 10 },
  )
  .map((moves) => ({ states, moves }));

/** Every sequence of at most so many events. */
function sequences(length: number): readonly (readonly string[])[] {
  if (length === 0) return [[]];
  const shorter = sequences(length - 1);
  return [[], ...shorter.flatMap((one) => events.map((event) => [...one, event]))];
}

const all = sequences(9); // of the automata that these machines make, none needs more to differ

/** Whether a sequence can be seen, by the definition: some run shows just it. */
function allows({ moves }: Nondeterministic, sequence: readonly string[]): boolean {
  const closed = (from: Set<string>): Set<string> => {
    for (const state of from) {
      for (const move of moves) if (move.from === state && move.event === null) from.add(move.to);
    }
    return from;
  };
  let now = closed(new Set(["a"]));
  for (const event of sequence) {
    now = closed(
      new Set(moves.flatMap((move) => (now.has(move.from) && move.event === event ? move.to : []))),
    );
  }
  return now.size > 0;
}

function accepts(automaton: Automaton, sequence: readonly string[]): boolean {
  return runOf(automaton, sequence).length === sequence.length + 1;
}

describe("the smallest automaton of a machine", () => {
  test("allows the same sequences of events", () => {
    fc.assert(
      fc.property(machines, (machine) => {
        const automaton = smallestAutomaton(machine);
        for (const sequence of all) {
          expect(accepts(automaton, sequence)).toBe(allows(machine, sequence));
        }
      }),
    );
  });

  test("has no two states that allow the same", () => {
    fc.assert(
      fc.property(machines, (machine) => {
        const automaton = smallestAutomaton(machine);
        const allowed = automaton.states.map((state) => {
          const from = { ...automaton, states: [state] };
          return all.map((sequence) => accepts(from, sequence));
        });
        expect(new Set(allowed.map(String)).size).toBe(automaton.states.length);
      }),
    );
  });

  test("is the same one, whatever the machine that it is made from is called", () => {
    const twice: Nondeterministic = {
      states: ["a", "b", "c"],
      moves: [
        { from: "a", event: "x", to: "b" },
        { from: "a", event: "x", to: "c" },
        { from: "b", event: null, to: "a" },
        { from: "c", event: "x", to: "c" },
      ],
    };
    expect(smallestAutomaton(twice).states).toEqual(["a"]);
  });
});
