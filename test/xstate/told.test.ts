import { expect, test } from "vitest";
import { assign, createMachine } from "xstate";
import { always, checkMachine, type EventLike, leadsTo, traceText } from "../../src/index.ts";

const cart = createMachine({
  id: "cart",
  context: { user: { name: "a", age: 1 }, list: [0], note: null as string | null },
  type: "parallel",
  states: {
    page: {
      initial: "shop",
      states: { shop: { on: { next: "desk" } }, desk: { on: { next: "shop" } } },
    },
    light: { initial: "off", states: { off: { on: { both: "on" } }, on: {} } },
  },
  on: {
    rename: { actions: assign({ user: ({ context }) => ({ ...context.user, name: "b" }) }) },
    grow: { actions: assign({ list: [0, 1] }) },
  },
});

function trace(events: readonly EventLike[], reached: (leaves: readonly string[]) => boolean) {
  const never = always("never", ({ configuration, context }) => {
    const { user, list } = context as { user: { name: string }; list: readonly number[] };
    return !(reached(configuration.leaves) && user.name === "b" && list.length === 2);
  });
  const { verdicts } = checkMachine(cart, { events, properties: [never], deadlock: false });
  const found = verdicts[0]?.trace;
  if (!found) throw new Error("expected a trace");
  return traceText(found);
}

test("a trace says each event, and only what it changed", () => {
  const events = [{ type: "rename" }, { type: "grow", by: 1 }, { type: "next" }, { type: "both" }];
  expect(
    trace(events, (leaves) => leaves.includes("page.desk") && leaves.includes("light.on")),
  ).toBe(
    [
      '  start  page.shop, light.off; user {"name":"a","age":1}; list [0]; note null',
      '    1  rename: user.name "a" -> "b"',
      '    2  grow {"by":1}: list [0] -> [0,1]',
      "    3  next: page.shop -> page.desk",
      "    4  both: light.off -> light.on",
    ].join("\n"),
  );
});

test("a trace without end says what repeats, or that nothing happens any more", () => {
  const desk = leadsTo("light", {
    when: ({ configuration }) => configuration.has("page.desk"),
    holds: ({ configuration }) => configuration.has("light.on"),
  });
  const ends = [[], [{ strength: "weak", name: "next", includes: () => true } as const]].map(
    (fairness) => {
      const { verdicts } = checkMachine(cart, {
        events: [{ type: "next" }],
        properties: [{ ...desk, fairness }],
      });
      const found = verdicts[0]?.trace;
      return found && traceText(found).split("\n").at(-1);
    },
  );
  expect(ends).toEqual([
    "  ... and nothing happens any more",
    "  ... and steps 2 to 3 repeat for ever",
  ]);
});
