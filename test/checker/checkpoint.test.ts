import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readCheckpoint, writeCheckpoint } from "../../src/checker/checkpoint.ts";
import type { Explored, ExploreOptions } from "../../src/checker/exploration.ts";
import { explore } from "../../src/checker/explore.ts";
import type { Limits, Model } from "../../src/checker/model.ts";
import { always, alwaysStep, type Edge, type Graph, graphModel } from "./graph.ts";
import { checks, marks, plain, ring } from "./search.ts";

const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "search");

/** 40 nodes with up to three successors each. */
const randomGraph: fc.Arbitrary<Graph> = fc
  .array(fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 3 }), {
    minLength: 40,
    maxLength: 40,
  })
  .map((lists) => Object.fromEntries(lists.entries()));

/** The model of a graph; unlike `graphModel`, two of one graph give a step the same number. */
function modelOf(graph: Graph): Model<Edge> {
  const edges = Object.entries(graph).flatMap(([from, targets]) =>
    targets.map((to) => `${from}>${to}`),
  );
  const numbers = new Map(edges.map((edge, i) => [edge, i]));
  return {
    ...graphModel(graph),
    successors: ([from = 0], visit) => {
      for (const to of graph[from] ?? []) {
        visit(numbers.get(`${from}>${to}`) ?? -1, Int32Array.of(to));
      }
    },
    action: (number) => edges[number] ?? "",
  };
}

/** A search that is stopped by each of the limits in turn, and goes on from its file. */
function inPieces<A>(
  model: () => Model<A>,
  options: ExploreOptions<A>,
  limits: readonly Limits[],
): Explored<A> {
  rmSync(file, { force: true });
  const piece = (limit: Limits): Explored<A> => {
    const resume = readCheckpoint(file, "a test");
    return explore(model(), {
      ...options,
      ...(resume && { resume }),
      limits: limit,
      onCheckpoint: {
        every_ms: 1e9,
        save: (state) => writeCheckpoint(file, "a test", state),
      },
    });
  };
  for (const limit of limits) piece(limit);
  return piece({});
}

describe("a search that was stopped and resumed finds what one finds that was not", () => {
  test("wherever a limit on states stops it", () => {
    const stops = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });
    fc.assert(
      fc.property(randomGraph, stops, (graph, states) => {
        const options = { checks, marks };
        const limits = states.map((statesMax) => ({ statesMax }));
        const resumed = inPieces(() => modelOf(graph), options, limits);
        expect(plain(resumed)).toEqual(plain(explore(modelOf(graph), options)));
      }),
      { numRuns: 60 },
    );
  });

  test("wherever limits of any kind, in any order, stop it", () => {
    const limit = fc.oneof(
      fc.integer({ min: 1, max: 8 }).map((depthMax): Limits => ({ depthMax })),
      fc.integer({ min: 1, max: 40 }).map((statesMax): Limits => ({ statesMax })),
      fc.constant<Limits>({ stopped: () => true }),
    );
    fc.assert(
      fc.property(randomGraph, fc.array(limit, { maxLength: 4 }), (graph, limits) => {
        const resumed = inPieces(() => modelOf(graph), { checks }, limits);
        expect(plain(resumed)).toEqual(plain(explore(modelOf(graph), { checks })));
      }),
      { numRuns: 60 },
    );
  });

  test("behind promises that are broken", () => {
    const promises = [
      always((node) => node % 11 !== 10),
      alwaysStep((edge) => !edge.endsWith("7")),
    ];
    const stops = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 });
    fc.assert(
      fc.property(randomGraph, stops, (graph, states) => {
        const options = { checks: promises };
        const limits = states.map((statesMax) => ({ statesMax }));
        const resumed = inPieces(() => modelOf(graph), options, limits);
        expect(plain(resumed)).toEqual(plain(explore(modelOf(graph), options)));
      }),
      { numRuns: 60 },
    );
  });

  test("in the middle of levels, of several segments, by time, memory and request", () => {
    const model = () => ring(200_000);
    let asked = 0;
    const stopped = () => ++asked > 40;
    const limits = [{ stopped }, { memoryMax_bytes: 2_500_000 }, { timeMax_ms: 30 }];
    const resumed = inPieces(model, { checks, marks }, limits);
    expect(resumed.states).toBe(200_000);
    expect(plain(resumed)).toEqual(plain(explore(model(), { checks, marks })));
  }, 60_000);

  test("with what the model counts", () => {
    const counting = (): Model<Edge> => {
      const counters = [new Float64Array(3)];
      const inner = ring(3000);
      return {
        ...inner,
        counters,
        successors: (state, visit) =>
          inner.successors(state, (action, next) => {
            const [counter = new Float64Array(0)] = counters;
            counter[action] = (counter[action] ?? 0) + 1;
            visit(action, next);
          }),
      };
    };
    const models: Model<Edge>[] = [];
    const model = (): Model<Edge> => {
      const made = counting();
      models.push(made);
      return made;
    };
    const counts: unknown[] = [];
    const onExplored = (): void => {
      counts.push(structuredClone(models.at(-1)?.counters));
    };
    inPieces(model, { onExplored }, [{ statesMax: 700 }, { statesMax: 2000 }]);
    explore(model(), { onExplored });
    expect(counts.at(-2)).toEqual(counts.at(-1));
    expect(counts.at(-1)).toEqual([Float64Array.of(3000, 3000, 3000)]);
  });

  test("where steps leave the bounds, with the graph for liveness", () => {
    const model = () => ({ ...ring(500), within: ([n = 0]: Int32Array) => n < 300 });
    const resumed = inPieces(model, { marks }, [{ statesMax: 50 }]);
    expect(plain(resumed)).toEqual(plain(explore(model(), { marks })));
  });

  test("of a complete search nothing is left to do, and the file is not written again", () => {
    const whole = inPieces(() => ring(1000), { checks }, []);
    const options = { checks, limits: { timeMax_ms: -1 } };
    const resume = readCheckpoint(file, "a test");
    let saved = 0;
    const save = () => {
      saved++;
    };
    const onCheckpoint = { every_ms: 0, save };
    const again = explore(ring(1000), { ...options, onCheckpoint, ...(resume && { resume }) });
    expect(plain(again)).toEqual(plain(whole));
    expect(saved).toBe(0);
  });
});
