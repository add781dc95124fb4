import { expect, test } from "vitest";
import { and, assign, not, or, raise, stateIn } from "xstate";
import { actionNames, eventName, guardName, resultOf } from "../../src/viewer/svg/names.ts";

test.each([
  ["kexec_trylock", "kexec_trylock"],
  ["", ""], // always
  ["*", "any event"],
  ["xstate.after.1000.m.a", "after 1000 ms"],
  ["xstate.after.patience.m.a", "after patience"],
  ["xstate.done.state.m.a", "done"],
  ["xstate.done.actor.job", "job is done"],
  ["xstate.error.actor.job", "job failed"],
])("the event %j is shown as %j", (eventType, shown) => {
  expect(eventName(eventType)).toBe(shown);
});

test.each([
  [undefined, null],
  ["lockTaken", "lockTaken"],
  [{ type: "outcomeIs", params: { outcome: "ENOMEM" } }, "outcomeIs(ENOMEM)"],
  [and(["a", not("b")]), "a and not b"],
  [or(["a", { type: "b", params: { n: 1 } }]), "a or b(1)"],
  [stateIn("#m.b"), "in #m.b"],
  [() => true, "condition"],
  [
    function isRoot() {
      return true;
    },
    "isRoot",
  ],
])("a guard is shown by its name", (guard, shown) => {
  expect(guardName(guard)).toBe(shown);
});

test("what joins guards is told without the names of functions, which a page does not keep", () => {
  const made = Object.defineProperty(and(["a", "b"]), "name", { value: "t" });
  expect(guardName(made)).toBe("a and b");
  expect(guardName(Object.defineProperty(not("a"), "name", { value: "t" }))).toBe("not a");
});

test.each([
  [[{ type: "setResult", params: { errno: "EINVAL" } }], { text: "EINVAL", failed: true }],
  [["free", { type: "setResult", params: { errno: "0" } }], { text: "0", failed: false }],
  [["failAsLsm"], { text: "its errno", failed: true }],
  [["setLockdownResult"], { text: "its errno", failed: true }],
  [[{ type: "failAsArchitecture", params: { errno: "ENOMEM" } }], { text: "ENOMEM", failed: true }],
  [["setAside"], null],
  [[], null],
])("the result of the actions %j is %j", (actions, result) => {
  expect(resultOf(actions)).toEqual(result);
});

test("only actions with a name of their own are named, and results are not", () => {
  const actions = ["free", assign({}), raise({ type: "X" }), () => {}, { type: "setResult" }];
  expect(actionNames(actions)).toEqual(["free"]);
});
