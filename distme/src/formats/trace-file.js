import { assert } from "../base/assert.js";
import { shapes } from "../base/shapes.js";
import { checkEvents } from "../conformance/check-event.js";
import { mutants } from "../model/mutants.js";
import { kernels } from "../model/worlds.js";
import { savedPresets, savedWorlds } from "./trace-world.js";
/** A file that is no trace, or one that no model of ours can take; the message says where. */
export class TraceFileError extends Error {
    name = "TraceFileError";
}
const traceShapes = shapes((message) => new TraceFileError(message));
const { object, list, text, count, oneOf } = traceShapes;
const FORMAT = "kexec-model trace 1";
const kernelNames = Object.keys(kernels); // the object's own keys
const mutantNames = Object.keys(mutants); // the object's own keys
/** The trace of a property in a report, as it is saved. */
export function traceFile(report, property, trace) {
    const mutant = mutantNames.find((name) => name === report.mutant);
    assert(report.mutant === null || mutant !== undefined, `no mutant ${report.mutant}`);
    return {
        format: FORMAT,
        tool: report.tool,
        kernel: report.kernel,
        preset: report.preset,
        world: trace.world,
        ...(mutant !== undefined && { mutant }),
        property,
        ...(trace.loop !== null && { loop: trace.loop }),
        events: trace.steps.map(({ event }) => event),
        labels: trace.steps.map(({ label }) => label),
    };
}
/** A trace as text: JSON, one line per event, so that two of them are compared line by line. */
export function traceText(trace) {
    const fields = Object.entries(trace).map(([name, value]) => {
        if (!Array.isArray(value))
            return `"${name}": ${JSON.stringify(value)}`;
        return [`"${name}": [`, value.map((item) => JSON.stringify(item)).join(",\n"), "]"].join("\n");
    });
    return `{\n${fields.join(",\n")}\n}\n`;
}
/**
 * Reads a parsed trace. Every event is one of its world's; whether the model takes it there is found
 * out when it is replayed.
 *
 * @throws TraceFileError naming the place, what was expected there and what was found
 */
export function parseTrace(json) {
    const trace = object(json, "trace");
    const format = oneOf(trace["format"], "format", [FORMAT]);
    const kernel = oneOf(trace["kernel"], "kernel", kernelNames);
    const preset = oneOf(trace["preset"], "preset", savedPresets);
    const worlds = new Map(savedWorlds(kernel, preset).map((world) => [world.name, world]));
    const name = oneOf(trace["world"], "world", [...worlds.keys()]);
    const world = worlds.get(name);
    assert(world !== undefined, `no world ${name}`);
    const { mutant = null, loop = null } = trace;
    const events = checkEvents(trace["events"], "events", { world, shapes: traceShapes });
    return {
        format,
        tool: text(trace["tool"], "tool"),
        kernel,
        preset,
        world: name,
        ...(mutant !== null && { mutant: oneOf(mutant, "mutant", mutantNames) }),
        property: text(trace["property"], "property"),
        ...(loop !== null && { loop: count(loop, "loop", events.length) }),
        events,
        labels: list(trace["labels"], "labels").map((label, i) => text(label, `labels[${i}]`)),
    };
}
//# sourceMappingURL=trace-file.js.map