import { assert } from "../base/assert.js";
import { checks, lookedAt } from "../base/checks.js";
import { shapes } from "../base/shapes.js";
import { checkEvents } from "../conformance/check-event.js";
import { kernels } from "../model/worlds.js";
import { savedWorlds } from "./trace-world.js";
/** A file that is no run, or one that no model of ours can show; the message says where. */
export class RunFileError extends Error {
    name = "RunFileError";
}
const runShapes = shapes((message) => new RunFileError(message));
const { list, text, count, object, oneOf, wrong } = runShapes;
const { record, kinds, listOf } = checks(runShapes);
const FORMAT = "kexec-model run 1";
const kernelNames = Object.keys(kernels); // the object's own keys
/**
 * Checks that a value is a run whose tests this model can show.
 *
 * @param json what was parsed from the file
 * @throws RunFileError naming the place, what was expected there and what was found
 */
export function parseRun(json) {
    const run = object(json, "run");
    oneOf(run["format"], "run.format", [FORMAT]);
    const kernel = oneOf(run["kernel"], "run.kernel", kernelNames);
    const worlds = new Map(savedWorlds(kernel, "suite").map((world) => [world.name, world]));
    record({
        format: lookedAt,
        kernel: lookedAt,
        tool: text,
        system: text,
        tests: (tests, at) => checkTests(tests, at, worlds),
        transitions: record({
            executed: listOf(record({ transition: text, times: count })),
            missing: listOf(record({ transition: text, reason: text })),
        }),
    })(json, "run");
    return json; // every field was checked
}
function checkTests(json, at, worlds) {
    const ids = new Set();
    for (const [i, test] of list(json, at).entries()) {
        const id = checkTest(test, `${at}[${i}]`, worlds);
        if (ids.has(id))
            throw wrong(`${at}[${i}].id`, "an id of its own", id);
        ids.add(id);
    }
}
/** @returns the test's id */
function checkTest(json, at, worlds) {
    const test = object(json, at);
    const world = worlds.get(oneOf(test["world"], `${at}.world`, [...worlds.keys()]));
    assert(world !== undefined, `no world ${test["world"]}`);
    const events = checkEvents(test["events"], `${at}.events`, { world, shapes: runShapes });
    record({
        id: text,
        group: text,
        world: lookedAt,
        events: lookedAt,
        outcome: outcomeOf(events.length),
    })(json, at);
    return text(test["id"], `${at}.id`);
}
/** @param steps the test's */
function outcomeOf(steps) {
    const step = (value, at) => {
        count(value, at, steps);
    };
    const difference = record({ step, what: text, model: text, system: text });
    return kinds({
        conforms: record({ kind: lookedAt }),
        diverges: record({ kind: lookedAt, differences: listOf(difference) }),
        error: record({ kind: lookedAt, message: text }),
        skipped: record({ kind: lookedAt, reason: text }),
    });
}
//# sourceMappingURL=run-file.js.map