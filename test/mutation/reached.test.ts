import { beforeAll, describe, expect, test } from "vitest";
import { createLayout } from "../../src/memory/layout.ts";
import { runWorld } from "../../src/model/run.ts";
import { compareGraphs } from "../../src/mutation/equivalence.ts";
import { judgeWorld } from "../../src/mutation/judge.ts";
import { type Reached, watching } from "../../src/mutation/reached.ts";
import { worldIn } from "../../src/mutation/settings.ts";
import { subjects } from "../../src/mutation/subjects.ts";

const world = worldIn({ kernel: "fixed", preset: "quick", world: "compat" });
const all = subjects();
const names = Object.keys(all);
let reached: Reached;
let states: readonly [number, number];

beforeAll(() => {
  const watched = watching(createLayout(world.bounds), all);
  const report = runWorld({ world, properties: () => [], edit: watched.edit });
  reached = watched.reached;
  states = [report.states, report.transitions];
});

/** Every n-th of some mutants. */
function sample(some: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(some.length / count));
  return some.filter((_, i) => i % step === 0);
}

describe("watching a search", () => {
  test("changes nothing in it", () => {
    const plain = runWorld({ world, properties: () => [] });
    expect(states).toEqual([plain.states, plain.transitions]);
  });

  test("sorts every mutant: it differs, is compared, or is never met", () => {
    expect(reached.differs.size + reached.compared.size).toBe(names.length);
    const met = [...reached.compared.values()].filter((times) => times > 0);
    expect([reached.differs.size > 300, met.length > 10]).toEqual([true, true]);
  });

  test("a mutant that never differs has the model's own graph", { timeout: 120_000 }, () => {
    const met = [...reached.compared].flatMap(([name, times]) => (times > 0 ? [name] : []));
    const unmet = [...reached.compared].flatMap(([name, times]) => (times === 0 ? [name] : []));
    const some = [...sample(met, 25), ...sample(unmet, 15)];
    const edits = Object.fromEntries(some.map((name) => [name, all[name] ?? {}]));
    for (const [name, found] of compareGraphs(world, edits, 10_000)) {
      // every pair is a state and itself
      expect([name, found]).toEqual([
        name,
        { bisimilar: true, pairs: states[0], states: states[0], mutantStates: states[0] },
      ]);
    }
  });

  test("what differs is seen by somebody, or looks the same", { timeout: 120_000 }, () => {
    const some = sample([...reached.differs], 40);
    const unseen = some.filter((name) => {
      const edit = all[name] ?? {};
      if (judgeWorld(world, edit, 10_000).broken.length > 0) return false;
      return compareGraphs(world, { [name]: edit }, 10_000).get(name)?.bisimilar === true;
    });
    // one-edge mutants of this small world that only a larger one tells apart, or none does
    expect(unseen.length).toBeLessThan(some.length / 4);
  });

  test("an empty edit never differs", () => {
    const { edit, reached: own } = watching(createLayout(world.bounds), { nothing: {} });
    runWorld({ world, properties: () => [], edit });
    expect([...own.differs, ...own.compared]).toEqual([["nothing", 0]]);
  });
});

describe("judging a world", () => {
  test("of the model itself, nothing is broken", () => {
    const { broken, cutOff } = judgeWorld(world, {}, 10_000);
    expect([broken, cutOff]).toEqual([[], false]);
  });

  test.each([
    ["lock-not-released", "mutual-exclusion"],
    ["delete-transition call.locked.terminated machine_kexec_post_load 1", "every-event-is-taken"],
    ["list-page-begins-late", "no-operation-is-misused"],
  ])("%s is noticed", (name, expected) => {
    const { broken } = judgeWorld(world, all[name] ?? expect.fail(`no ${name}`), 10_000);
    expect(broken.map((one) => one.name).join()).toContain(expected);
  });

  test("with too many states it is cut off, and nothing follows from that", () => {
    expect(judgeWorld(world, {}, 50)).toMatchObject({ broken: [], cutOff: true });
  });
});
