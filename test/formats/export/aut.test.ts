import { describe, expect, test } from "vitest";
import { aldebaran } from "../../../src/formats/export/aut.ts";
import { worldGraph } from "../../../src/formats/export/state-graph.ts";
import { simulate } from "../../../src/model/simulation.ts";
import { type World, worldsOf } from "../../../src/model/worlds.ts";

function worldNamed(name: string, preset: "quick" | "standard" = "quick"): World {
  const world = worldsOf(preset, "seed").find((one) => one.name === name);
  if (!world) throw new Error(`expected a world ${name}`);
  return world;
}

interface Aut {
  readonly initial: number;
  readonly states: number;
  readonly steps: readonly { readonly from: number; readonly label: string; readonly to: number }[];
}

/** The grammar of the format, in which a label with blanks stands in quotation marks. */
function parseAut(text: string): Aut {
  const [first = "", ...lines] = text.trimEnd().split("\n");
  const [, initial, transitions, states] = /^des \((\d+), (\d+), (\d+)\)$/.exec(first) ?? [];
  const steps = lines.map((line) => {
    const [, from, label, to] = /^\((\d+), "([^"\\]*)", (\d+)\)$/.exec(line) ?? [];
    if (label === undefined) throw new Error(`expected a step, got ${line}`);
    return { from: Number(from), label, to: Number(to) };
  });
  expect(steps.length).toBe(Number(transitions));
  return { initial: Number(initial), states: Number(states), steps };
}

describe("the Aldebaran file of a world", () => {
  const world = worldNamed("size");
  const { initial, states, steps } = parseAut(aldebaran(worldGraph(world, 1000)));

  test("has the states and steps that a check counts", () => {
    expect([initial, states, steps.length]).toEqual([0, 289, 384]);
    expect(new Set(steps.flatMap(({ from, to }) => [from, to])).size).toBe(states);
  });

  test("takes every step that the model takes, and no other", () => {
    const { alphabet, label, step, initial: first } = simulate(world);
    const stateOf = new Map([[0, first]]);
    const waiting = [0];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const state = stateOf.get(number);
      if (!state) throw new Error(`state ${number} was not reached`);
      const own = steps.filter(({ from }) => from === number);
      const taken = alphabet(state).filter((event) => step(state, event));
      expect(own.map((one) => one.label).sort()).toEqual(
        taken.map((event) => label(event).replaceAll('"', "'")).sort(),
      );
      for (const event of taken) {
        const target = own.find((one) => one.label === label(event).replaceAll('"', "'"))?.to ?? -1;
        const next = step(state, event);
        if (next && !stateOf.has(target)) {
          stateOf.set(target, next.state);
          waiting.push(target);
        }
      }
    }
    expect(stateOf.size).toBe(states);
  });

  test("says who performs a step where several tasks do", () => {
    const labels = worldGraph(worldNamed("size-race", "standard"), 20_000).steps.map(
      (one) => one.label,
    );
    expect(labels).toContain("task 1: kexec_trylock");
  });

  test("is refused for a world that is larger than asked for", () => {
    expect(() => worldGraph(worldNamed("race"), 100)).toThrow(
      "expected a world of at most 100 states, got race, which has more: " +
        "name a smaller one, or say --states-max",
    );
  });
});
