import { describe, expect, test } from "vitest";
import { assign, setup } from "xstate";
import {
  always,
  alwaysStep,
  checkMachine,
  eventually,
  leadsTo,
  type Outcome,
  sometimes,
  stronglyFair,
  weaklyFair,
} from "../../src/index.ts";

/** A lamp that can be switched, and counts how often, up to three times. */
const lamp = setup({
  types: {} as {
    context: { readonly times: number };
    events: { readonly type: "on"; readonly watt: number } | { readonly type: "off" };
  },
}).createMachine({
  id: "lamp",
  context: { times: 0 },
  initial: "dark",
  states: {
    dark: {
      on: {
        on: {
          guard: ({ context }) => context.times < 3,
          target: "lit",
          actions: assign({ times: ({ context }) => context.times + 1 }),
        },
      },
    },
    lit: { on: { off: "dark" } },
  },
});

type LampOptions = Parameters<typeof checkMachine<typeof lamp>>[1];

/** What becomes of one property of the lamp; all of them are typed by the machine. */
function outcome(property: NonNullable<LampOptions["properties"]>[number]): Outcome | undefined {
  const { verdicts } = checkMachine(lamp, {
    events: [{ type: "on", watt: 40 }, { type: "off" }],
    deadlock: false,
    properties: [property],
  });
  return verdicts[0]?.outcome;
}

describe("a claim made by its constructor", () => {
  test.each([
    ["holds", always("p", ({ context }) => context.times <= 3)],
    ["violated", always("p", ({ context }) => context.times < 3)],
    ["vacuous", always("p", () => true, { when: ({ context }) => context.times > 3 })],
    ["holds", alwaysStep("p", ({ after }) => after.configuration.has("lit"), { events: ["on"] })],
    ["violated", alwaysStep("p", ({ after }) => after.configuration.has("lit"))],
    ["witnessed", sometimes("p", ({ context }) => context.times === 3)],
    ["unwitnessed", sometimes("p", ({ context }) => context.times === 4)],
    ["violated", eventually("p", ({ configuration }) => configuration.has("lit"))], // it may rest
    [
      "holds",
      eventually("p", ({ configuration }) => configuration.has("lit"), {
        fairness: [weaklyFair("on")],
      }),
    ],
    [
      "holds",
      leadsTo(
        "p",
        {
          when: ({ configuration }) => configuration.has("lit"),
          holds: ({ configuration }) => configuration.has("dark"),
        },
        { fairness: [stronglyFair("off")] },
      ),
    ],
    [
      "violated",
      leadsTo("p", {
        when: ({ context }) => context.times === 1,
        holds: ({ context }) => context.times === 2,
      }),
    ],
  ] satisfies [Outcome, Parameters<typeof outcome>[0]][])("is %s", (expected, property) => {
    expect(outcome(property)).toBe(expected);
  });

  test("states its name unless it has a better statement", () => {
    expect(always("the lamp is cold", () => true).statement).toBe("the lamp is cold");
    expect(always("cold", () => true, { statement: "The lamp is cold." }).statement).toBe(
      "The lamp is cold.",
    );
  });

  test("is typed by the machine that it is checked with", () => {
    const { verdicts } = checkMachine(lamp, {
      events: [{ type: "on", watt: 40 }, { type: "off" }],
      deadlock: false,
      properties: [
        always("times is a number", ({ context }) => context.times.toFixed(0).length === 1),
        alwaysStep("a bulb has 40 watt", ({ event }) => event.type === "on" && event.watt === 40, {
          events: ["on"],
        }),
        // @ts-expect-error the lamp's context has no such field
        always("it has no volts", ({ context }) => context.volt === undefined),
      ],
    });
    expect(verdicts.map((one) => one.outcome)).toEqual(["holds", "holds", "holds"]);
  });

  test("does not compile with an event that the machine has no type for", () => {
    const check = (): unknown =>
      // @ts-expect-error the lamp knows no such event
      checkMachine(lamp, { events: [{ type: "explode" }] });
    expect(check).toThrow('got "explode"');
  });
});
