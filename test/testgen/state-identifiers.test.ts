import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answers, type Mealy, type MealyState, type Transition } from "../../src/testgen/mealy.ts";
import { identifyingSequences, identifyStates } from "../../src/testgen/state-identifiers.ts";

/** What a state does with each input: output and target, or null where it does not take it. */
type Row = readonly (readonly [output: string, to: number] | null)[];

/** A machine as a table, and what its states look like. */
interface Table {
  readonly rows: readonly Row[];
  readonly looks: readonly string[];
}

/** Only states that can be reached; their first ways there. */
function machineOf({ rows, looks }: Table): Mealy {
  const states: (MealyState & { readonly out: Map<string, Transition> })[] = [];
  const indices = new Map<number, number>();
  const meet = (row: number, access: readonly Transition[]): number => {
    indices.set(row, states.length);
    states.push({ signature: looks[row] ?? "", out: new Map(), access });
    return states.length - 1;
  };
  meet(0, []);
  for (const [i, state] of states.entries()) {
    const row = [...indices].find(([, index]) => index === i)?.[0] ?? 0;
    rows[row]?.forEach((cell, input) => {
      if (!cell) return;
      const [output, to] = cell;
      const known = indices.get(to) ?? states.length;
      const seen = `${output} ${looks[to]}`; // what is seen behind a call is part of its output
      const transition = { input: String(input), output: seen, to: known };
      if (known === states.length) meet(to, [...state.access, transition]);
      state.out.set(transition.input, transition);
    });
  }
  return { states };
}

/** Whether `other` answers every sequence that `machine` takes as `machine` does. */
function conforms(machine: Mealy, other: Mealy): boolean {
  const todo: (readonly [number, number])[] = [[0, 0]];
  const seen = new Set(["0 0"]);
  for (const [i, j] of todo) {
    for (const [input, transition] of machine.states[i]?.out ?? []) {
      const answer = other.states[j]?.out.get(input);
      if (answer?.output !== transition.output) return false;
      const key = `${transition.to} ${answer.to}`;
      if (!seen.has(key)) todo.push([transition.to, answer.to]);
      seen.add(key);
    }
  }
  return true;
}

function passes(machine: Mealy, other: Mealy): boolean {
  return identifyingSequences(machine).every((sequence) => {
    const inputs = sequence.map(({ input }) => input);
    const outputs = sequence.map(({ output }) => output);
    try {
      return answers(other, 0, inputs).every(({ output }, i) => output === outputs[i]);
    } catch {
      return false; // it does not take an input
    }
  });
}

const states = 5;
const inputs = 3;
const cell = fc.tuple(fc.constantFrom("0", "1"), fc.nat(states - 1));
const table = (partial: boolean): fc.Arbitrary<Table> =>
  fc.record({
    rows: fc.array(
      fc.array(partial ? fc.option(cell, { freq: 5 }) : cell, {
        minLength: inputs,
        maxLength: inputs,
      }),
      { minLength: states, maxLength: states },
    ),
    looks: fc.array(fc.constantFrom("a", "b"), { minLength: states, maxLength: states }),
  });

/** Another output or target in one to three places. */
const faults = fc.array(fc.tuple(fc.nat(states - 1), fc.nat(inputs - 1), cell), {
  minLength: 1,
  maxLength: 3,
});

function spoilt({ rows, looks }: Table, changes: readonly [number, number, Row[number]][]): Table {
  const wrong = rows.map((row, state) =>
    row.map((right, input) => {
      const change = changes.find(([s, i]) => s === state && i === input);
      return change && right ? change[2] : right;
    }),
  );
  return { rows: wrong, looks };
}

describe.each([
  ["machines in which every state takes every input", false],
  ["machines in which some do not", true],
] as const)("%s:", (_what, partial) => {
  test("a machine that passes and has no more states conforms, and the other way round", () => {
    const seen = { faulty: 0, equal: 0 };
    fc.assert(
      fc.property(table(partial), faults, (right, changes) => {
        const machine = machineOf(right);
        fc.pre(identifyStates(machine).alike.length === 0);
        const other = machineOf(spoilt(right, changes));
        fc.pre(other.states.length <= machine.states.length);
        const expected = conforms(machine, other);
        expect(passes(machine, other)).toBe(expected);
        seen[expected ? "equal" : "faulty"]++;
      }),
      { numRuns: 1000 },
    );
    expect(seen.faulty).toBeGreaterThan(100);
    expect(seen.equal).toBeGreaterThan(10);
  });

  test("two states share a sequence that they answer differently, or look different, or are alike", () => {
    fc.assert(
      fc.property(table(partial), (right) => {
        const machine = machineOf(right);
        const { identifiers, alike } = identifyStates(machine);
        const isAlike = new Set(alike.map((pair) => pair.join()));
        machine.states.forEach((two, j) => {
          machine.states.slice(0, j).forEach((one, i) => {
            const told = one.signature !== two.signature || shared(machine, identifiers, i, j);
            expect(told).toBe(!isAlike.has([i, j].join()));
          });
        });
      }),
    );
  });
});

/** Whether identifiers of both states begin alike, and the beginning tells the states apart. */
function shared(
  machine: Mealy,
  identifiers: readonly (readonly (readonly string[])[])[],
  ...[i, j]: readonly [number, number]
): boolean {
  const outputs = (from: number, sequence: readonly string[]): string =>
    answers(machine, from, sequence)
      .map(({ output }) => output)
      .join();
  return (identifiers[i] ?? []).some((one) =>
    (identifiers[j] ?? []).some((other) => {
      const end = one.findIndex((input, at) => input !== other[at]);
      const common = end < 0 ? one : one.slice(0, end);
      return outputs(i, common) !== outputs(j, common);
    }),
  );
}

test("a state without calls has nothing to identify it by", () => {
  const machine = machineOf({ rows: [[null, null, null]], looks: ["a"] });
  expect(identifyStates(machine)).toEqual({ identifiers: [[]], alike: [] });
  expect(identifyingSequences(machine)).toEqual([]);
});
