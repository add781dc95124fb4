import { basename } from "node:path";
import { unreachable } from "../base/assert.ts";
import { aldebaran } from "../formats/export/aut.ts";
import { chartDot } from "../formats/export/chart-dot.ts";
import { ExportError } from "../formats/export/export-error.ts";
import { graphDot } from "../formats/export/graph-dot.ts";
import { kexecChart } from "../formats/export/kexec-charts.ts";
import { mermaid } from "../formats/export/mermaid.ts";
import { plantuml } from "../formats/export/plantuml.ts";
import { eventMap } from "../formats/export/rv/event-map.ts";
import { loadMonitor } from "../formats/export/rv/monitor.ts";
import { rvDot } from "../formats/export/rv/rv-dot.ts";
import { readRvDot } from "../formats/export/rv/rv-lint.ts";
import { scxml } from "../formats/export/scxml.ts";
import { worldGraph } from "../formats/export/state-graph.ts";
import type { Statechart } from "../formats/export/statechart.ts";
import { xstateJson } from "../formats/export/xstate-json.ts";
import { itfOf, itfText } from "../formats/itf.ts";
import { type SavedPreset, savedWorlds } from "../formats/trace-world.ts";
import type { KernelName } from "../model/worlds.ts";
import type { ChartName } from "../viewer/chart/charts.ts";
import { type ChosenTrace, traceIn } from "./export-trace.ts";
import { readText, write } from "./files.ts";
import { count, paint, wrap } from "./text.ts";
import { oneOf, UsageError } from "./usage.ts";

export const chartFormats = ["scxml", "mermaid", "plantuml", "dot", "xstate-json"] as const;
export const graphFormats = ["dot", "aut"] as const;
export const monitorFormats = ["rv-dot", "rv-events"] as const;

/** What is exported, in which format. */
export type ExportRequest =
  | {
      readonly kind: "chart";
      readonly format: (typeof chartFormats)[number];
      readonly part: ChartName;
      /** null: what any kernel has. */
      readonly kernel: KernelName | null;
    }
  | {
      readonly kind: "graph";
      readonly format: (typeof graphFormats)[number];
      readonly kernel: KernelName;
      readonly preset: SavedPreset;
      readonly world: string;
      readonly statesMax: number;
    }
  | {
      readonly kind: "monitor";
      readonly format: (typeof monitorFormats)[number];
      readonly kernel: KernelName;
    }
  | { readonly kind: "trace"; readonly chosen: ChosenTrace };

/** An export, and what is said of it when it goes to a file. */
interface Exported {
  readonly text: string;
  readonly about: string;
}

/** Writes a part of the model for another tool. @param out null: the standard output */
export function exportCommand(request: ExportRequest, out: string | null): number {
  if (request.kind === "monitor" && request.format === "rv-dot" && out !== null) {
    expectMonitorName(out);
  }
  try {
    const { text, about } = exported(request);
    if (out === null) process.stdout.write(text);
    else {
      write(out, text);
      process.stdout.write(`${out}: ${about}\n`);
    }
    return 0;
  } catch (error) {
    if (error instanceof ExportError) throw new UsageError(error.message);
    throw error;
  }
}

/**
 * Says what the kernel's readers would misunderstand in a monitor's file. @returns the exit status
 */
export function lintCommand(file: string): number {
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

function exported(request: ExportRequest): Exported {
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
      if (!world) throw new RangeError(`no world ${name}`);
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

function chartText(chart: Statechart, format: (typeof chartFormats)[number]): string {
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

const nameRule =
  "expected a file named after the monitor, a C identifier before .dot, as kexec_load.dot: " +
  "dot2c and rvgen take the name from there";

/** The name that the kernel's readers give a monitor; null where they give it none. */
function monitorName(file: string): string | null {
  return /^([A-Za-z_]\w*)\.(dot|gv)$/.exec(basename(file))?.[1] ?? null;
}

/** @throws UsageError */
function expectMonitorName(file: string): void {
  if (monitorName(file) === null) throw new UsageError(`${nameRule}; got ${file}`);
}

/** `12 states, 1 event`: how many there are of each. */
function sizes(lists: Readonly<Record<string, readonly unknown[]>>): string {
  const parts = Object.entries(lists).map(([noun, { length }]) => {
    return `${count(length)} ${noun}${length === 1 ? "" : "s"}`;
  });
  return parts.join(", ");
}
