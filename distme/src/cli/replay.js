import { assert } from "../base/assert.js";
import { messageOf } from "../base/message.js";
import { checkSuite, SuiteError } from "../conformance/check-suite.js";
import { referenceSystem } from "../conformance/reference/system.js";
import { differenceText } from "../conformance/system.js";
import { isItf, itfDifference, parseItf } from "../formats/itf-read.js";
import { parseTrace, TraceFileError } from "../formats/trace-file.js";
import { traceWorld } from "../formats/trace-world.js";
import { changes } from "../model/describe.js";
import { mutants } from "../model/mutants.js";
import { simulate } from "../model/simulation.js";
import { readJson } from "./files.js";
import { renderTrace } from "./render.js";
import { paint } from "./text.js";
import { oneOf, RunError, UsageError } from "./usage.js";
export const replayTargets = ["model", "reference"];
/** Runs a saved trace, or one test of a suite, again. @returns the exit status */
export function replayCommand({ file, target, test }) {
    const json = readJson(file);
    const { world, mutant, events, saysOtherwise } = runOf(file, json, test);
    const onReference = target === "reference";
    const edit = mutant === null ? {} : mutants[mutant];
    const replayed = replay(simulate(world, edit), events, onReference);
    const { steps } = replayed;
    const stopped = replayed.stopped ?? differs(saysOtherwise?.() ?? null);
    const model = mutant === null ? "the statechart" : `mutant ${mutant} of the statechart`;
    const title = `${file} on ${onReference ? "the reference kernel, beside " : ""}${model}`;
    process.stdout.write(`${paint("bold", title)}\n`);
    process.stdout.write(`${renderTrace({ world: world.name, steps, loop: null }, 0)}\n`);
    process.stdout.write(`${stopped ?? paint("green", `all ${steps.length} steps agree`)}\n`);
    return stopped === null ? 0 : 1;
}
function differs(said) {
    return said === null ? null : paint("red", said);
}
function runOf(file, json, test) {
    const format = typeof json === "object" && json !== null && "format" in json ? json.format : null;
    try {
        if (format === "kexec-model suite 1")
            return suiteRun(json, test);
        if (isItf(json)) {
            const trace = parseItf(json);
            const saysOtherwise = () => itfDifference(json, trace);
            return { ...traceWorld(trace), events: trace.events, saysOtherwise };
        }
        if (format !== "kexec-model trace 1") {
            const known = 'the format "kexec-model trace 1", "kexec-model suite 1" or ITF';
            throw new UsageError(`expected ${known}, got ${JSON.stringify(format)}`);
        }
        const trace = parseTrace(json);
        return { ...traceWorld(trace), events: trace.events };
    }
    catch (error) {
        const known = [SuiteError, TraceFileError, UsageError];
        if (error instanceof Error && known.some((kind) => error instanceof kind)) {
            throw new RunError(`${file}: ${error.message}`);
        }
        throw error;
    }
}
function suiteRun(json, test) {
    const { kernel, groups } = checkSuite(json);
    const tests = groups.flatMap((group) => group.tests);
    const ids = tests.map(({ id }) => id);
    if (test === null)
        throw new UsageError(`expected --test with one of ${ids.length} tests of the suite`);
    const id = oneOf("test", ids, test);
    const chosen = tests.find((one) => one.id === id);
    assert(chosen !== undefined, `no test ${id}`);
    const { world, steps } = chosen;
    const events = steps.map(({ event }) => event);
    return { ...traceWorld({ kernel, preset: "suite", world }), events };
}
/** Takes the events one by one, up to the first that does not fit. */
function replay(simulation, events, onReference) {
    const system = onReference ? referenceSystem() : null;
    system?.start(simulation.world);
    const steps = [];
    let state = simulation.initial;
    try {
        for (const [i, event] of events.entries()) {
            const next = simulation.step(state, event);
            if (!next)
                return { steps, stopped: refused(i, JSON.stringify(event)) };
            const label = simulation.label(event);
            const said = changes(simulation.layout, state.context.mem, next.state.context.mem);
            steps.push({ event, label, states: next.state.configuration.leaves, changes: said });
            const differences = system?.perform(event, next.state) ?? [];
            if (differences.length > 0) {
                const text = differences.map((one) => `  ${differenceText(one)}`).join("\n");
                return { steps, stopped: `${paint("red", `diverges at step ${i + 1}`)}\n${text}` };
            }
            state = next.state;
        }
        return { steps, stopped: null };
    }
    catch (error) {
        return { steps, stopped: `step ${steps.length}: ${messageOf(error)}` };
    }
    finally {
        system?.end();
    }
}
function refused(index, event) {
    return paint("red", `step ${index + 1}: the statechart does not take ${event} here`);
}
//# sourceMappingURL=replay.js.map