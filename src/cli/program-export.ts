import { type Command, Option } from "commander";
import { savedPresets } from "../formats/trace-world.ts";
import { kernelNames } from "../model/worlds.ts";
import { chartNames } from "../viewer/chart/charts.ts";
import {
  chartFormats,
  type ExportRequest,
  exportCommand,
  graphFormats,
  lintCommand,
  monitorFormats,
} from "./export.ts";
import { count, type Done } from "./options.ts";
import { oneOf, UsageError } from "./usage.ts";

interface ExportFlags {
  readonly format?: string;
  readonly part?: string;
  readonly kernel?: string;
  readonly preset?: string;
  readonly world?: string;
  readonly statesMax?: number;
  readonly trace?: string;
  readonly property?: string;
  readonly test?: string;
  readonly lint?: string;
  readonly out?: string;
}

/** The formats, each once. */
export const exportFormats = [
  ...new Set([...chartFormats, ...graphFormats, ...monitorFormats, "itf" as const]),
];
type Format = (typeof exportFormats)[number];

/** More states than a drawing shows; a reader of .aut files takes many more. */
const states_max = { dot: 5_000, aut: 1_000_000 } as const;

const help = `
Formats:
  scxml, mermaid, plantuml, dot, xstate-json
              the statechart, or one part of it; with --kernel, without what
              that kernel lacks
  dot, aut    with --world: every state and step of a world, up to symmetry
  rv-dot      a monitor of kexec_load for Linux Runtime Verification, in the
              DOT that every dot2c and rvgen reads; rv-events says what each
              of its events is in the kernel
  itf         a trace of ours, one of a check's report, or a suite's test

Examples:
  kexec-model export --format scxml --out kexec.scxml
  kexec-model export --format mermaid --part crash_size --kernel 7.2
  kexec-model export --format aut --world size --out size.aut
  kexec-model export --format rv-dot --kernel 7.2 --out kexec_load.dot
  kexec-model export --format rv-events --kernel 7.2
  kexec-model export --format itf --trace trace.json --out trace.itf.json
  kexec-model export --lint kexec_load.dot`;

/** The command that hands the model to other tools: export. */
export function addExportCommand(program: Command, done: Done): void {
  program
    .command("export")
    .description("write the statechart, a state graph, a monitor or a trace for other tools")
    .option("--format <name>", `one of ${exportFormats.join(", ")}`)
    .option("--part <name>", `the chart (default: whole): ${chartNames.join(", ")}`)
    .option("--kernel <name>", `which kernel: ${kernelNames.join(", ")}`)
    .option("--world <name>", "the graph of this world, as check prints it")
    .addOption(
      new Option("--preset <name>", `its bounds (default: quick): ${savedPresets.join(", ")}`),
    )
    .option("--states-max <n>", "refuse a world with more states", count)
    .option("--trace <file>", "the run: a trace, a report with --property, a suite with --test")
    .option("--property <name>", "whose trace of the report")
    .option("--test <id>", "which test of the suite")
    .option("--lint <file>", "instead: say what the kernel would misunderstand in a monitor's file")
    .option("--out <file>", "where to write it (default: the standard output)")
    .addHelpText("after", help)
    .action((flags: ExportFlags) => {
      const { lint, out = null } = flags;
      if (lint === undefined) done(exportCommand(requestOf(flags), out));
      else done(lintCommand(alone(flags, lint)));
    });
}

function alone(flags: ExportFlags, file: string): string {
  const [other] = Object.keys(flags).filter((name) => name !== "lint");
  if (other === undefined) return file;
  throw new UsageError(`expected nothing else with --lint, got --${optionName(other)}`);
}

function requestOf(flags: ExportFlags): ExportRequest {
  if (flags.format === undefined) {
    throw new UsageError(`expected --format with one of ${exportFormats.join(", ")}, got none`);
  }
  const format = oneOf("format", exportFormats, flags.format);
  const kernel = flags.kernel === undefined ? null : oneOf("kernel", kernelNames, flags.kernel);
  if (format === "itf") return traceRequest(flags);
  const monitor = monitorFormats.find((one) => one === format);
  if (monitor) {
    allow(flags, format, []);
    if (kernel === null)
      throw new UsageError(`expected --kernel with --format ${format}, got none`);
    return { kind: "monitor", format: monitor, kernel };
  }
  const graph = graphFormats.find((one) => one === format);
  if (graph && (flags.world !== undefined || graph === "aut")) {
    allow(flags, format, ["world", "preset", "statesMax"]);
    const { world, preset = "quick", statesMax = states_max[graph] } = flags;
    if (world === undefined)
      throw new UsageError(`expected --world with --format ${format}, got none`);
    return {
      kind: "graph",
      format: graph,
      kernel: kernel ?? "seed",
      preset: oneOf("preset", savedPresets, preset),
      world,
      statesMax,
    };
  }
  allow(flags, format, ["part"]);
  const part = oneOf("part", chartNames, flags.part ?? "whole");
  return { kind: "chart", format: oneOf("format", chartFormats, format), part, kernel };
}

function traceRequest(flags: ExportFlags): ExportRequest {
  allow(flags, "itf", ["trace", "property", "test"]);
  const { trace: file, property = null, test = null, kernel } = flags;
  if (kernel !== undefined)
    throw new UsageError("expected no --kernel with --format itf: the trace says");
  if (file === undefined) throw new UsageError("expected --trace with --format itf, got none");
  return { kind: "trace", chosen: { file, property, test } };
}

/** @throws UsageError for an option that the format knows nothing of */
function allow(flags: ExportFlags, format: Format, own: readonly (keyof ExportFlags)[]): void {
  const known: readonly string[] = ["format", "kernel", "out", ...own];
  const [other] = Object.entries(flags).filter(([name]) => !known.includes(name));
  if (other === undefined) return;
  const [name, value] = other;
  throw new UsageError(`expected no --${optionName(name)} with --format ${format}, got ${value}`);
}

/** `statesMax` as it is typed: `states-max`. */
function optionName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
