import { shapes } from "../base/shapes.ts";
import { type KernelName, kernelNames, suiteWorlds, type World } from "../model/worlds.ts";
import { modelHash } from "../testgen/model-hash.ts";
import { groupNames, type Suite } from "../testgen/suite.ts";
import { checkEvent } from "./check-event.ts";

/** A file that is no suite, or one of another model; the message says what differs. */
export class SuiteError extends Error {
  override readonly name = "SuiteError";
}

const suiteShapes = shapes((message) => new SuiteError(message));
const { object, list, text, integer, oneOf, wrong } = suiteShapes;

const FORMAT: Suite["format"] = "kexec-model suite 1";

/**
 * Checks that a value is a suite that this model can run.
 *
 * @param json what was parsed from the file
 * @throws SuiteError naming the place, what was expected there and what was found
 */
export function checkSuite(json: unknown): Suite {
  const suite = object(json, "suite");
  oneOf(suite["format"], "format", [FORMAT]);
  text(suite["tool"], "tool");
  const kernel = oneOf(suite["kernel"], "kernel", kernelNames);
  checkHash(text(suite["model"], "model"), modelHash(kernel), kernel);
  text(suite["cover"], "cover");
  if (suite["seed"] !== null) integer(suite["seed"], "seed");
  const ids = new Set<string>();
  const worlds = new Map(suiteWorlds(kernel).map((world) => [world.name, world]));
  for (const [i, group] of list(suite["groups"], "groups").entries()) {
    const at = `groups[${i}]`;
    const { name, tests } = object(group, at);
    oneOf(name, `${at}.name`, groupNames);
    for (const [j, test] of list(tests, `${at}.tests`).entries()) {
      const place = `${at}.tests[${j}]`;
      const id = checkTest(test, place, worlds);
      if (ids.has(id)) throw wrong(`${place}.id`, "an id of its own", id);
      ids.add(id);
    }
  }
  for (const [i, thing] of list(suite["uncovered"], "uncovered").entries()) {
    const { item, reason } = object(thing, `uncovered[${i}]`);
    text(item, `uncovered[${i}].item`);
    text(reason, `uncovered[${i}].reason`);
  }
  return json as Suite; // every field was checked
}

function checkHash(found: string, expected: string, kernel: KernelName): void {
  if (found === expected) return;
  const what = `the model of kernel ${kernel} with hash ${expected}`;
  throw new SuiteError(
    `model: expected ${what}, got ${found}: the suite was made from another version of the ` +
      "statechart or its worlds; generate it again",
  );
}

/** @returns the test's id */
function checkTest(json: unknown, at: string, worlds: ReadonlyMap<string, World>): string {
  const test = object(json, at);
  const id = text(test["id"], `${at}.id`);
  const world = worlds.get(oneOf(test["world"], `${at}.world`, [...worlds.keys()]));
  texts(test["covers"], `${at}.covers`);
  for (const [i, step] of list(test["steps"], `${at}.steps`).entries()) {
    const place = `${at}.steps[${i}]`;
    const { event, label, transitions, expect } = object(step, place);
    if (world) checkEvent(event, `${place}.event`, { world, shapes: suiteShapes });
    text(label, `${place}.label`);
    texts(transitions, `${place}.transitions`);
    checkObservables(object(expect, `${place}.expect`), `${place}.expect`);
  }
  return id;
}

function checkObservables(expect: Fields, at: string): void {
  oneOf(expect["kexec_loaded"], `${at}.kexec_loaded`, [0, 1]);
  oneOf(expect["kexec_crash_loaded"], `${at}.kexec_crash_loaded`, [0, 1]);
  if (expect["lock"] !== null) integer(expect["lock"], `${at}.lock`);
  integer(expect["owned_frames"], `${at}.owned_frames`);
  if (expect["result"] !== null) integer(expect["result"], `${at}.result`);
}

type Fields = Readonly<Record<string, unknown>>;

function texts(value: unknown, at: string): void {
  for (const [i, item] of list(value, at).entries()) text(item, `${at}[${i}]`);
}
