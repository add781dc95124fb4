import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EdgeRecorder, type StateGraph } from "../../../src/checker/graph.ts";

/** State -> its edges, each an action and a target; without an entry, the state was skipped. */
type Rows = ReadonlyMap<number, readonly (readonly [action: number, target: number])[]>;

function recorded(rows: Rows, states: number): StateGraph {
  const recorder = new EdgeRecorder();
  for (const [state, edges] of rows) {
    recorder.beginState(state);
    for (const [action, target] of edges) recorder.edge(action, target);
  }
  return recorder.finish(states, 1);
}

function rowOf({ first, action, target }: StateGraph, state: number): [number, number][] {
  const edges: [number, number][] = [];
  for (let edge = first[state] ?? 0; edge < (first[state + 1] ?? 0); edge++) {
    edges.push([action[edge] ?? -1, target[edge] ?? -1]);
  }
  return edges;
}

test("a graph has the rows that were recorded, in their order, and none for skipped states", () => {
  const edge = fc.tuple(fc.constantFrom(0, 1, 65535, 65536, 2 ** 31 - 1), fc.nat({ max: 9 }));
  const row = fc.option(fc.array(edge, { maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.nat({ max: 3 }), (list, more) => {
      const rows = new Map(list.flatMap((edges, state) => (edges ? [[state, edges]] : [])));
      const graph = recorded(rows, list.length + more);
      for (let state = 0; state < graph.states; state++) {
        expect(rowOf(graph, state)).toEqual(rows.get(state) ?? []);
      }
      expect(graph.first.length).toBe(graph.states + 1);
      expect(graph.first.at(-1)).toBe(graph.target.length);
    }),
  );
});

describe("many edges", () => {
  const states = 700_000; // more than one chunk of states and of edges
  const recorder = new EdgeRecorder();
  const empty = recorder.bytes;
  for (let state = 0; state < states; state += 2) {
    recorder.beginState(state);
    recorder.edge(state % 100, states - 1 - state);
    recorder.edge(7, state);
  }
  const [bytes, edges] = [recorder.bytes, recorder.edges];
  const graph = recorder.finish(states, 3);

  test("the recorder knows what it holds", () => {
    expect([empty, edges]).toEqual([0, states]);
    expect(bytes).toBeGreaterThanOrEqual(6 * edges + 4 * states);
    expect(bytes).toBeLessThan(6 * edges + 4 * states + 10 * 2 ** 18);
  });

  test("rows are complete on both sides of every chunk", () => {
    expect(graph).toMatchObject({ states, initials: 3 });
    const wrong: number[] = [];
    for (let state = 0; state < states; state++) {
      const begin = graph.first[state] ?? 0;
      const length = (graph.first[state + 1] ?? 0) - begin;
      const edge = [graph.action[begin], graph.target[begin]];
      const right = edge[0] === state % 100 && edge[1] === states - 1 - state && length === 2;
      if (state % 2 === 0 ? !right : length !== 0) wrong.push(state);
    }
    expect(wrong).toEqual([]);
  });

  test("action numbers take two bytes until one needs more", () => {
    expect(graph.action).toBeInstanceOf(Uint16Array);
    expect(recorded(new Map([[0, [[65536, 0]]]]), 1).action).toBeInstanceOf(Int32Array);
  });
});

test("states must be begun in ascending order, and be there", () => {
  const recorder = new EdgeRecorder();
  recorder.beginState(5);
  expect(() => recorder.beginState(5)).toThrow("expected a state above 5, got 5");
  expect(() => recorder.finish(5, 1)).toThrow("expected at most 5 states, got 6");
});
