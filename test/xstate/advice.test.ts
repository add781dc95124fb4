import { expect, test } from "vitest";
import { assign, createMachine, spawnChild } from "xstate";
import { acting, type Options, refusal } from "./refusal.ts";

const reads = assign({ n: ({ event }) => (event as unknown as { user: { id: number } }).user.id });

/** What a message says between where it happened and the way there. */
function advice(message: string): string {
  const lines = message.split("\n").slice(1);
  return lines.filter((line) => !line.startsWith("reached by: ")).join("\n");
}

function adviceFor(action: unknown, context: Record<string, unknown> = {}, rest: Options = {}) {
  return advice(refusal(acting(action, context), rest));
}

const payload =
  "The event was tried without a payload: list it in `events` once for each payload to try, " +
  'such as { type: "go", value: 1 }.';

test("an action that misses a payload asks for it, when the event has none", () => {
  expect(adviceFor(reads, { n: 0 })).toBe(payload);
});

test("an action that misses a part of a payload is not told that there is none", () => {
  const events = [{ type: "go", other: 1 }];
  expect(adviceFor(reads, { n: 0 }, { events })).toBe("");
});

test("a context that gets `undefined` from a missing payload asks for it, too", () => {
  const copies = assign({ n: ({ event }) => (event as unknown as { value: number }).value });
  expect(adviceFor(copies, { n: 0 })).toBe(
    `${payload}\nInstead of undefined, use null, or leave the key out.`,
  );
});

test("the payload of an actor that is done is called output", () => {
  const type = "xstate.done.actor.job";
  const machine = createMachine({ context: { n: 0 }, on: { [type]: { actions: reads as never } } });
  expect(advice(refusal(machine, { events: [{ type }] }))).toContain(
    `such as { type: "${type}", output: ... }`,
  );
});

test.each([
  [new Map(), "Instead of a Map, use an object."],
  [new Set(), "Instead of a Set, use a sorted array."],
  [() => 1, "Instead of function, use a named action or guard"],
  [new Error("x"), "Instead of a Error, keep its message."],
  [/x/, "Instead of a RegExp, use a plain object, or leave it out of the context."],
])("a context with %s says what to use instead", (bad, expected) => {
  expect(adviceFor(assign({ bad: () => bad }))).toContain(expected);
});

test("a machine that needs input is told to be given some", () => {
  const machine = createMachine({
    context: ({ input }) => ({ n: (input as { n: number }).n }),
    on: { go: {} },
  });
  expect(refusal(machine)).toMatch(/cannot start: .*\nThe machine was started without input: give/);
  expect(() => refusal(machine, { inputs: [{ n: 1 }] })).toThrow("expected a MachineError");
});

test("an action that changes its context, one that is not there and one that spawns say how", () => {
  const mutates = assign(({ context }) => {
    context.list.push(1);
    return {};
  });
  expect(adviceFor(mutates, { list: [] })).toMatch(/^An action changes the context/);
  expect(adviceFor("missing")).toMatch(/^Give it with setup\(\.\.\.\) or machine\.provide/);
  expect(adviceFor(spawnChild("x"))).toMatch(/^Name the action in setup\(\.\.\.\) and replace it/);
});

test("a step that is taken twice with two results is told what it must not use", () => {
  let calls = 0;
  expect(adviceFor(assign({ n: () => calls++ }), { n: 0 })).toMatch(/^Guards and actions must/);
});
