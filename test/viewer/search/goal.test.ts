import { describe, expect, test } from "vitest";
import { kexecProperties } from "../../../properties/index.ts";
import { kernelNames } from "../../../src/model/worlds.ts";
import { goalChoices } from "../../../src/viewer/search/choices.ts";
import {
  type Condition,
  conditionText,
  GoalError,
  goalProperty,
} from "../../../src/viewer/search/goal.ts";
import {
  askPredicate,
  type Predicate,
  type PredicateName,
  predicates,
} from "../../../src/viewer/search/predicates.ts";
import { scopeOf } from "../../../src/viewer/search/search.ts";
import { subjectModel } from "../../../src/viewer/search/subject.ts";
import type { Subject } from "../../../src/viewer/subject.ts";
import { isLiveness } from "../../../src/xstate/property.ts";
import { eachState } from "../../model/explored.ts";
import { at, broken, is, lengthOf, not, quick, search, seen } from "./subjects.ts";

const race = quick("race");

test("every predicate is true in some reachable state, and not in all", () => {
  const subjects: readonly Subject[] = [
    ...["race", "memory", "limits", "size", "panic-file"].map((name) => quick(name, later)),
    quick("reboot"),
    { ...race, mutant: "double-free-at-out" },
  ];
  const names = Object.keys(predicates) as PredicateName[]; // its own keys
  const [yes, no] = [new Set<PredicateName>(), new Set<PredicateName>()];
  for (const subject of subjects) {
    const model = subjectModel(subject);
    const asked = names.map((name): Asked => {
      const predicate: Predicate = predicates[name];
      return [name, askPredicate(predicate, model.layout, null)];
    });
    eachState(model, (state) => {
      for (const [name, ask] of asked) (ask(state) ? yes : no).add(name);
    });
  }
  expect([...yes].sort()).toEqual([...names].sort());
  expect([...no].sort()).toEqual([...names].sort());
});

type Asked = readonly [name: PredicateName, ask: ReturnType<typeof askPredicate>];
const later = { kernel: "7.2" } as const;

describe.each(kernelNames)("of the properties of kernel %s", (kernel) => {
  const subject = quick("panic", { kernel });
  const scope = scopeOf(subjectModel(subject));

  test("all but those of liveness can be looked for", () => {
    for (const property of scope.properties.filter((one) => !isLiveness(one))) {
      const { name, kind } = property;
      const goal = goalProperty(scope, [kind === "sometimes" ? seen(name) : broken(name)]);
      expect(goal.kind).toBe(kind === "alwaysStep" ? "alwaysStep" : "sometimes");
    }
  });

  test("those of liveness cannot, and the reason is told", () => {
    const live = scope.properties.filter((one) => isLiveness(one)).map(({ name }) => name);
    expect(live.length).toBeGreaterThan(0);
    expect(goalChoices(subject).excluded.map(({ name }) => name)).toEqual(live);
    for (const name of live) {
      expect(() => goalProperty(scope, [broken(name)])).toThrow(
        `${name}: it speaks of what happens in the end: no single state or step breaks it`,
      );
    }
  });

  test("every choice that is offered is one that can be asked", () => {
    const { states, breakable, seeable } = goalChoices(subject);
    const all = [...breakable, ...seeable].map(({ name }) => name);
    const known = kexecProperties(subjectModel(subject).layout).filter((one) => !isLiveness(one));
    expect(all.sort()).toEqual(known.map(({ name }) => name).sort());
    for (const { path, ofTask } of states) {
      expect(goalProperty(scope, [at(path)]).kind).toBe("sometimes");
      const ofFirst = (): unknown => goalProperty(scope, [at(path, 0)]);
      if (ofTask) expect(ofFirst).not.toThrow();
      else expect(ofFirst).toThrow(`expected a state of task 0 of this model, got "${path}"`);
    }
  });
});

describe("a goal is met where all its conditions are:", () => {
  const table: readonly [string, readonly Condition[], number | string][] = [
    ["a state of any task", [at("call.locked")], 3],
    ["a state of one task", [at("call.locked", 1)], 3],
    ["a state of both tasks", [at("call.locked", 0), at("call.locked", 1)], "none"],
    ["a state of a region", [at("panic.calm")], 0],
    ["a state of the root", [at("newKernel")], "none"],
    ["a predicate and its opposite", [is("lock-free"), { ...is("lock-free"), not: true }], "none"],
    [
      "one task in a call, the other not",
      [is("in-call", 0), { ...is("in-call", 1), not: true }],
      1,
    ],
    ["a result", [{ kind: "result", errno: "EBUSY", task: 1, not: false }], 6],
    [
      "a result that no caller gets",
      [{ kind: "result", errno: "EPERM", task: null, not: false }],
      "none",
    ],
  ];

  test.each(table)("%s", (_name, goal, length) => {
    expect(lengthOf(search(race, goal))).toBe(length);
  });

  test("a step that breaks a property, and the state behind it", () => {
    const subject: Subject = { ...race, mutant: "lock-kept-after-efault" };
    const step = broken("no-lock-at-return");
    const alone = search(subject, [step]);
    expect(lengthOf(search(subject, [step, is("in-call")]))).toBe(15);
    expect(lengthOf(search(subject, [step, is("lock-free")]))).toBe("none");
    expect(lengthOf(alone)).toBe(14);
  });
});

describe("refused is a goal", () => {
  const table: readonly [string, readonly Condition[], string][] = [
    ["without a condition", [], "expected at least one condition, got none"],
    ["of no state", [at("call.lost")], 'expected a state of this model, got "call.lost"'],
    ["of no property", [broken("lost")], 'expected a property of this model, got "lost"'],
    ["of a third task", [is("killed", 2)], "expected one of 2 tasks, got task 2"],
    [
      "of a witness that is broken",
      [broken("both-images-are-loaded")],
      "both-images-are-loaded wants to be seen: no state breaks it",
    ],
    [
      "of a promise that is seen",
      [seen("mutual-exclusion")],
      "mutual-exclusion is a promise: only a `sometimes` is seen",
    ],
  ];

  test.each(table)("%s", (_name, goal, message) => {
    expect(() => search(race, goal)).toThrow(new GoalError(message));
  });
});

test("a condition is told in words", () => {
  const conditions: readonly Condition[] = [
    at("call.locked"),
    at("call.locked", 1),
    broken("mutual-exclusion"),
    seen("both-images-are-loaded"),
    is("lock-free"),
    is("killed"),
    not(is("killed", 0)),
    { kind: "result", errno: "EBUSY", task: null, not: false },
  ];
  expect(conditions.map(conditionText)).toEqual([
    "call.locked is active",
    "task 1 is in call.locked",
    "mutual-exclusion is violated",
    "both-images-are-loaded is seen",
    "nobody holds the lock",
    "some task is killed (a fatal signal is pending)",
    "not: task 0 is killed (a fatal signal is pending)",
    "the call of some task is about to return -EBUSY",
  ]);
});
