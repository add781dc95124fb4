import { shapes } from "../base/shapes.js";
import { kernels, suiteWorlds } from "../model/worlds.js";
import { modelHash } from "../testgen/model-hash.js";
import { groupNames } from "../testgen/suite.js";
import { checkEvent } from "./check-event.js";
/** A file that is no suite, or one of another model; the message says what differs. */
export class SuiteError extends Error {
    name = "SuiteError";
}
const suiteShapes = shapes((message) => new SuiteError(message));
const { object, list, text, integer, oneOf, wrong } = suiteShapes;
const FORMAT = "kexec-model suite 1";
/**
 * Checks that a value is a suite that this model can run.
 *
 * @param json what was parsed from the file
 * @throws SuiteError naming the place, what was expected there and what was found
 */
export function checkSuite(json) {
    const suite = object(json, "suite");
    oneOf(suite["format"], "format", [FORMAT]);
    text(suite["tool"], "tool");
    const kernel = oneOf(suite["kernel"], "kernel", Object.keys(kernels));
    checkHash(text(suite["model"], "model"), modelHash(kernel), kernel);
    text(suite["cover"], "cover");
    if (suite["seed"] !== null)
        integer(suite["seed"], "seed");
    const ids = new Set();
    const worlds = new Map(suiteWorlds(kernel).map((world) => [world.name, world]));
    for (const [i, group] of list(suite["groups"], "groups").entries()) {
        const at = `groups[${i}]`;
        const { name, tests } = object(group, at);
        oneOf(name, `${at}.name`, groupNames);
        for (const [j, test] of list(tests, `${at}.tests`).entries()) {
            const place = `${at}.tests[${j}]`;
            const id = checkTest(test, place, worlds);
            if (ids.has(id))
                throw wrong(`${place}.id`, "an id of its own", id);
            ids.add(id);
        }
    }
    for (const [i, thing] of list(suite["uncovered"], "uncovered").entries()) {
        const { item, reason } = object(thing, `uncovered[${i}]`);
        text(item, `uncovered[${i}].item`);
        text(reason, `uncovered[${i}].reason`);
    }
    return json; // every field was checked
}
function checkHash(found, expected, kernel) {
    if (found === expected)
        return;
    const what = `the model of kernel ${kernel} with hash ${expected}`;
    throw new SuiteError(`model: expected ${what}, got ${found}: the suite was made from another version of the ` +
        "statechart or its worlds; generate it again");
}
/** @returns the test's id */
function checkTest(json, at, worlds) {
    const test = object(json, at);
    const id = text(test["id"], `${at}.id`);
    const world = worlds.get(oneOf(test["world"], `${at}.world`, [...worlds.keys()]));
    texts(test["covers"], `${at}.covers`);
    for (const [i, step] of list(test["steps"], `${at}.steps`).entries()) {
        const place = `${at}.steps[${i}]`;
        const { event, label, transitions, expect } = object(step, place);
        if (world)
            checkEvent(event, `${place}.event`, { world, shapes: suiteShapes });
        text(label, `${place}.label`);
        texts(transitions, `${place}.transitions`);
        checkObservables(object(expect, `${place}.expect`), `${place}.expect`);
    }
    return id;
}
function checkObservables(expect, at) {
    oneOf(expect["kexec_loaded"], `${at}.kexec_loaded`, [0, 1]);
    oneOf(expect["kexec_crash_loaded"], `${at}.kexec_crash_loaded`, [0, 1]);
    if (expect["lock"] !== null)
        integer(expect["lock"], `${at}.lock`);
    integer(expect["owned_frames"], `${at}.owned_frames`);
    if (expect["result"] !== null)
        integer(expect["result"], `${at}.result`);
}
function texts(value, at) {
    for (const [i, item] of list(value, at).entries())
        text(item, `${at}[${i}]`);
}
//# sourceMappingURL=check-suite.js.map