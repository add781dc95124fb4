import { basename } from "node:path";
import { unreachable } from "../base/assert.js";
import { aldebaran } from "../formats/export/aut.js";
import { chartDot } from "../formats/export/chart-dot.js";
import { ExportError } from "../formats/export/export-error.js";
import { graphDot } from "../formats/export/graph-dot.js";
import { kexecChart } from "../formats/export/kexec-charts.js";
import { mermaid } from "../formats/export/mermaid.js";
import { plantuml } from "../formats/export/plantuml.js";
import { eventMap } from "../formats/export/rv/event-map.js";
import { loadMonitor } from "../formats/export/rv/monitor.js";
import { rvDot } from "../formats/export/rv/rv-dot.js";
import { readRvDot } from "../formats/export/rv/rv-lint.js";
import { scxml } from "../formats/export/scxml.js";
import { worldGraph } from "../formats/export/state-graph.js";
import { xstateJson } from "../formats/export/xstate-json.js";
import { itfOf, itfText } from "../formats/itf.js";
import { savedWorlds } from "../formats/trace-world.js";
import { traceIn } from "./export-trace.js";
import { readText, write } from "./files.js";
import { count, paint, wrap } from "./text.js";
import { oneOf, UsageError } from "./usage.js";
export const chartFormats = ["scxml", "mermaid", "plantuml", "dot", "xstate-json"];
export const graphFormats = ["dot", "aut"];
export const monitorFormats = ["rv-dot", "rv-events"];
/** Writes a part of the model for another tool. @param out null: the standard output */
export function exportCommand(request, out) {
    if (request.kind === "monitor" && request.format === "rv-dot" && out !== null) {
        expectMonitorName(out);
    }
    try {
        const { text, about } = exported(request);
        if (out === null)
            process.stdout.write(text);
        else {
            write(out, text);
            process.stdout.write(`${out}: ${about}\n`);
        }
        return 0;
    }
    catch (error) {
        if (error instanceof ExportError)
            throw new UsageError(error.message);
        throw error;
    }
}
/**
 * Says what the kernel's readers would misunderstand in a monitor's file. @returns the exit status
 */
export function lintCommand(file) {
    const { automaton, problems } = readRvDot(readText(file));
    const misnamed = monitorName(file) === null ? [`${file}: ${nameRule}`] : [];
    const found = problems.map(({ line, message }) => `${file}:${line}: ${message}`);
    const lines = [...misnamed, ...found].map((line) => wrap(line, 2));
    if (lines.length === 0 && automaton) {
        const { states, events } = automaton;
        const size = sizes({ state: states, event: events });
        process.stdout.write(`${file}: ${size}; dot2c and rvgen read the same\n`);
        return 0;
    }
    process.stdout.write(`${lines.join("\n")}\n${paint("red", sizes({ problem: lines }))}\n`);
    return 1;
}
function exported(request) {
    switch (request.kind) {
        case "chart": {
            const chart = kexecChart(request);
            const { states, transitions } = chart;
            const about = sizes({ state: states, transition: transitions });
            return { text: chartText(chart, request.format), about };
        }
        case "graph": {
            const { kernel, preset, statesMax, format } = request;
            const worlds = savedWorlds(kernel, preset);
            const name = oneOf("world", [...new Set(worlds.map((world) => world.name))], request.world);
            const world = worlds.find((one) => one.name === name);
            if (!world)
                throw new RangeError(`no world ${name}`);
            const graph = worldGraph(world, statesMax);
            const about = sizes({ state: graph.states, step: graph.steps });
            return { text: format === "aut" ? aldebaran(graph) : graphDot(graph), about };
        }
        case "monitor": {
            const monitor = loadMonitor(request.kernel);
            const { automaton } = monitor;
            const { states, events } = automaton;
            const about = sizes({ state: states, event: events });
            return { text: request.format === "rv-dot" ? rvDot(automaton) : eventMap(monitor), about };
        }
        case "trace": {
            const trace = traceIn(request.chosen);
            const { status } = itfOf(trace)["#meta"];
            return { text: itfText(trace), about: `${sizes({ step: trace.events })}, ${status}` };
        }
        default:
            return unreachable(request);
    }
}
function chartText(chart, format) {
    switch (format) {
        case "scxml":
            return scxml(chart);
        case "mermaid":
            return mermaid(chart);
        case "plantuml":
            return plantuml(chart);
        case "dot":
            return chartDot(chart);
        case "xstate-json":
            return xstateJson(chart);
        default:
            return unreachable(format);
    }
}
const nameRule = "expected a file named after the monitor, a C identifier before .dot, as kexec_load.dot: " +
    "dot2c and rvgen take the name from there";
/** The name that the kernel's readers give a monitor; null where they give it none. */
function monitorName(file) {
    return /^([A-Za-z_]\w*)\.(dot|gv)$/.exec(basename(file))?.[1] ?? null;
}
/** @throws UsageError */
function expectMonitorName(file) {
    if (monitorName(file) === null)
        throw new UsageError(`${nameRule}; got ${file}`);
}
/** `12 states, 1 event`: how many there are of each. */
function sizes(lists) {
    const parts = Object.entries(lists).map(([noun, { length }]) => {
        return `${count(length)} ${noun}${length === 1 ? "" : "s"}`;
    });
    return parts.join(", ");
}
//# sourceMappingURL=export.js.map