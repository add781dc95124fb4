import { describe, expect, test } from "vitest";
import { assign, setup, stateIn } from "xstate";
import { kexecModel } from "../../src/model/model.ts";
import { worldsOf } from "../../src/model/worlds.ts";
import { checkMachine } from "../../src/xstate/check.ts";
import { interpret } from "../../src/xstate/interpreter.ts";

describe("looking steps up gives what XState gives, on every state and event of", () => {
  test.each(worldsOf("quick", "seed").map((world) => [world.name, world] as const))(
    "the world %s",
    (_name, world) => {
      const { machine, options } = kexecModel(world);
      const looked = checkMachine(machine, options);
      const taken = checkMachine(machine, { ...options, engine: "interpreter" });
      expect(looked).toEqual(taken);
    },
  );

  test("the world race, successor by successor", () => {
    const world = worldsOf("quick", "seed")[0] ?? expect.fail("no world");
    const { machine, options } = kexecModel(world);
    const fast = interpret(machine, options).model;
    const slow = interpret(machine, { ...options, engine: "interpreter" }).model;
    const frontier: Int32Array[] = fast.initialStates().map((state) => state.slice());
    const seen = new Set(frontier.map(String));
    for (let state = frontier.shift(); state && seen.size < 3000; state = frontier.shift()) {
      const found = [fast, slow].map((model) => {
        const successors: [unknown, Int32Array][] = [];
        model.successors(state, (event, next) => successors.push([event, next.slice()]));
        return successors;
      });
      expect(found[0]).toEqual(found[1]);
      for (const [, next] of found[0] ?? []) {
        if (seen.has(String(next))) continue;
        seen.add(String(next));
        frontier.push(next);
      }
    }
    expect(seen.size).toBeGreaterThan(2000);
  });
});

type Step = { readonly step: (mem: Uint8Array) => void };

function stepping(at: number, change: (byte: number) => number, claim = change) {
  const action = assign<{ mem: Uint8Array }, { type: string }, undefined, { type: string }, never>(
    ({ context }) => {
      const mem = context.mem.slice();
      mem[at] = change(mem[at] ?? 0);
      return { mem };
    },
  );
  const step: Step["step"] = (mem) => {
    mem[at] = claim(mem[at] ?? 0);
  };
  return Object.assign(action, { step });
}

function asking(ask: (mem: Uint8Array) => boolean) {
  return Object.assign(({ context }: { context: { mem: Uint8Array } }) => ask(context.mem), {
    ask,
  });
}

/** Two regions that watch each other, nested states, entry, exit and eventless transitions. */
function watching(wrong: boolean) {
  return setup({
    types: { context: {} as { mem: Uint8Array }, events: {} as { type: string } },
    guards: {
      low: asking((mem) => (mem[0] ?? 0) < 3),
      odd: asking((mem) => (mem[1] ?? 0) % 2 === 1),
    },
    actions: {
      count: stepping(0, (byte) => (byte + 1) % 5, wrong ? (byte) => (byte + 2) % 5 : undefined),
      flip: stepping(1, (byte) => 1 - byte),
      mark: stepping(2, (byte) => (byte + 1) % 3),
    },
  }).createMachine({
    context: { mem: new Uint8Array(4) },
    type: "parallel",
    states: {
      left: {
        initial: "a",
        on: { RESET: ".a" },
        states: {
          a: { entry: "mark", on: { GO: { target: "b", guard: "low", actions: "count" } } },
          b: {
            initial: "inner",
            exit: "flip",
            states: { inner: { on: { GO: "deeper" } }, deeper: {} },
            always: { guard: "odd", target: "a" },
            on: { BACK: { target: "a", guard: stateIn({ right: "on" }), actions: "count" } },
          },
        },
      },
      right: {
        initial: "off",
        states: {
          off: { on: { GO: { target: "on", actions: "flip" } } },
          on: { on: { GO: "off", BACK: { target: "off", reenter: true, actions: "mark" } } },
        },
      },
    },
  });
}

const events = ["GO", "BACK", "RESET"].map((type) => ({ type }));

test("nesting, entry, exit, always and stateIn are looked up as XState does them", () => {
  const looked = checkMachine(watching(false), { events });
  expect(looked).toEqual(checkMachine(watching(false), { events, engine: "interpreter" }));
  expect(looked.engine).toBe("layout");
  expect(looked.states).toBeGreaterThan(20);
});

test("a step function that does something else than its assign is found out", () => {
  expect(() => checkMachine(watching(true), { events })).toThrow(/does not do what XState does/);
});
