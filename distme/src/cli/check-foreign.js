import { checkMachine } from "../xstate/check.js";
import { environmentAsEvents, eventsOf } from "../xstate/environment.js";
import { loadModule } from "./foreign/load.js";
import { readModule } from "./foreign/read-module.js";
import { renderMachine } from "./foreign/render.js";
import { machineReport } from "./foreign/report.js";
import { resultsOfMachine } from "./foreign/results.js";
import { prepareOutputs, writeOutputs } from "./outputs.js";
import { createStatusLine } from "./status-line.js";
import { count } from "./text.js";
import { UsageError } from "./usage.js";
import { tool } from "./version.js";
/**
 * Where a search ends when nobody says. A context without bound goes ever deeper, and is told by
 * that long before memory is full.
 */
const standardLimits = { statesMax: 1_000_000, depthMax: 1_000 };
/** Checks the machine that a module exports, and prints what was found. @returns the exit status */
export async function checkForeignCommand(request) {
    const { json, outputs } = request;
    prepareOutputs(outputs, request); // a bad path is told before the search
    const began_ms = Date.now();
    const report = await checkForeign(request);
    const document = JSON.stringify(report, null, 2);
    process.stdout.write(`${json ? document : renderMachine(report)}\n`);
    if (outputs.length > 0) {
        const results = resultsOfMachine(report, { began_ms, ended_ms: Date.now() });
        writeOutputs(outputs, { results, json: document });
    }
    return { holds: 0, violated: 1, incomplete: 3 }[report.verdict];
}
/** Checks the machine that a module exports. @throws UsageError, MachineError */
export async function checkForeign(request) {
    const { file, json, limits } = request;
    const module = readModule(await loadModule(file), file);
    const { properties, options } = module;
    const machine = environmentAsEvents(module.machine);
    const isOpen = machine !== module.machine;
    const status = createStatusLine(json);
    const result = checkMachine(machine, {
        ...options,
        events: alphabetOf(module, machine),
        properties,
        limits: { ...standardLimits, ...options.limits, ...limits },
        onProgress: ({ states, depth }) => {
            status.say(`${count(states)} states, depth ${depth}`);
        },
    });
    status.say("");
    const notes = isOpen
        ? ["clocks and invoked actors are events, which may come at any moment, or never"]
        : [];
    return machineReport({ tool, file, machine: module.machine.id, notes }, result);
}
/** The events that the module lists, and those of clocks and actors that it does not speak of. */
function alphabetOf({ events }, machine) {
    if (typeof events === "function")
        return events;
    if (events === null)
        return eventsOf(machine);
    const listed = new Set(events.map(({ type }) => type));
    const own = environmentEvents(machine).filter(({ type }) => !listed.has(type));
    return [...events, ...own];
}
function environmentEvents(machine) {
    const types = machine.events.filter((type) => /^xstate\.(after|done\.actor|error\.actor|snapshot)\./.test(type));
    return types.map((type) => ({ type }));
}
/** Options of `check` that make sense with a module; all others are about the model of kexec. */
const meaningful = [
    "json",
    "junit",
    "output",
    "statesMax",
    "timeMax",
    "memoryMax",
];
/** @throws UsageError for an option that is about the model of kexec */
export function refuseKexecOptions(file, command) {
    for (const option of command.options) {
        const name = option.attributeName();
        if (command.getOptionValueSource(name) !== "cli" || meaningful.includes(name))
            continue;
        throw new UsageError(`expected no ${option.long} with ${file}: it is about the model of kexec`);
    }
}
//# sourceMappingURL=check-foreign.js.map