import { traceFile } from "../formats/trace-file.js";
import { savedWorlds } from "../formats/trace-world.js";
import { simulate } from "../model/simulation.js";
import { readFile } from "./review-folder.js";
import { oneOf, RunError, UsageError } from "./usage.js";
import { tool } from "./version.js";
/**
 * The run that is meant.
 *
 * @throws UsageError when it is not said which one of a file
 * @throws RunError when the file has none
 */
export function traceIn({ file, property, test }) {
    const read = readFile(file);
    if (property !== null && read.kind !== "check") {
        throw new UsageError(`expected no --property with a ${read.kind}, got ${property}`);
    }
    if (test !== null && read.kind !== "suite") {
        throw new UsageError(`expected no --test with a ${read.kind}, got ${test}`);
    }
    switch (read.kind) {
        case "trace":
            return read.trace;
        case "check":
            return ofProperty(read.check, property);
        case "suite":
            return ofTest(read.suite, test);
        default:
            throw new RunError(`${file}: expected a trace, the report of a check or a suite, got a ${read.kind}`);
    }
}
function ofProperty(report, asked) {
    const traced = report.properties.flatMap(({ name, trace }) => (trace ? [{ name, trace }] : []));
    const names = traced.map(({ name }) => name);
    if (asked === null) {
        throw new UsageError(`expected --property with one of the ${names.length} properties that have a trace, got none`);
    }
    const name = oneOf("property with a trace", names, asked);
    const found = traced.find((one) => one.name === name);
    if (!found)
        throw new RangeError(`no trace of ${name}`);
    return traceFile(report, name, found.trace);
}
function ofTest({ kernel, groups }, asked) {
    const tests = groups.flatMap((group) => group.tests);
    if (asked === null) {
        throw new UsageError(`expected --test with one of ${tests.length} tests of the suite, got none`);
    }
    const ids = tests.map(({ id }) => id);
    const id = oneOf("test", ids, asked);
    const test = tests.find((one) => one.id === id);
    const world = savedWorlds(kernel, "suite").find(({ name }) => name === test?.world);
    if (!test || !world)
        throw new RangeError(`no test ${id}`);
    const { label } = simulate(world);
    const events = test.steps.map(({ event }) => event);
    return {
        format: "kexec-model trace 1",
        tool,
        kernel,
        preset: "suite",
        world: world.name,
        property: "",
        events,
        labels: events.map(label),
    };
}
//# sourceMappingURL=export-trace.js.map