import { kexecProperties } from "../../properties/index.ts";
import { itfText } from "../formats/itf.ts";
import { traceFile, traceText } from "../formats/trace-file.ts";
import { createLayout } from "../memory/layout.ts";
import { besideOf } from "../model/beside.ts";
import { mended } from "../model/kernels.ts";
import { type MutantName, mutants } from "../model/mutants.ts";
import type { CheckReport, PropertyReport } from "../model/report.ts";
import { type KernelName, kernelNames, type PresetName, worldsOf } from "../model/worlds.ts";
import { check } from "./check.ts";
import { write } from "./files.ts";
import { renderTrace } from "./render.ts";
import { renderBeside } from "./render-beside.ts";
import { count, paint, wrap } from "./text.ts";
import { oneOf, RunError, UsageError } from "./usage.ts";

export interface ExplainRequest {
  readonly name: string;
  readonly preset: PresetName;
  readonly kernel: KernelName;
  readonly mutant: MutantName | null;
  readonly json: boolean;
  /** Where to save the trace for `replay`. */
  readonly trace: string | null;
}

/** The names of all properties of a kernel: some exist only in kernels with a feature. */
export function propertyNames(kernel: KernelName): string[] {
  const [world] = worldsOf("quick", kernel);
  return world ? kexecProperties(createLayout(world.bounds)).map(({ name }) => name) : [];
}

/**
 * Says everything about one property: what it claims, why it holds, or how it fails.
 *
 * @returns the exit status: 0 when the outcome is the expected one
 */
export async function explainCommand(request: ExplainRequest): Promise<number> {
  const { preset, kernel, mutant } = request;
  const only = propertyNamed(request.name, kernel);
  const report = await check({ preset, kernel, mutant, only, quiet: request.json });
  const [property] = report.properties;
  if (!property) throw new RangeError(`no report of ${only}`);
  if (request.trace !== null) saveTrace(request.trace, report, property);
  const text = request.json ? JSON.stringify(property, null, 2) : render(report, property);
  process.stdout.write(`${text}\n`);
  return report.verdict === "incomplete" ? 3 : property.ok ? 0 : 1;
}

/** @throws UsageError that says which kernels have a property, if others do */
function propertyNamed(name: string, kernel: KernelName): string {
  const having = kernelNames.filter((one) => propertyNames(one).includes(name));
  if (having.length > 0 && !having.includes(kernel)) {
    throw new UsageError(
      `expected a property of kernel ${kernel}, got "${name}": only ${having.join(", ")} ` +
        `${having.length === 1 ? "has" : "have"} it; name one with --kernel`,
    );
  }
  return oneOf("property", propertyNames(kernel), name);
}

/** @throws RunError when there is no trace, or the file cannot be written */
export function saveTrace(
  file: string,
  report: CheckReport,
  { name, trace }: PropertyReport,
): void {
  if (!trace) throw new RunError(`expected a trace to save, but ${name} has none here`);
  const saved = traceFile(report, name, trace);
  write(file, file.endsWith(".itf.json") ? itfText(saved) : traceText(saved));
}

function render(report: CheckReport, property: PropertyReport): string {
  const { name, statement, source, notClaimed, refutedBy, expect } = property;
  const refuted = refutedBy && refutedBy in mutants ? mutants[refutedBy as MutantName] : null;
  return [
    `${paint("bold", name)}  ${outcomeText(property)}`,
    `  ${wrap(statement, 2)}`,
    ...(notClaimed ? [`  ${wrap(`Not claimed: ${notClaimed}.`, 2)}`] : []),
    `  Source: ${wrap(source, 10)}`,
    ...(expect.kind === "holds" ? [] : [`  ${wrap(`Why: ${expect.reason}.`, 2)}`]),
    ...(refuted ? [`  ${wrap(`${refutes(expect)} ${refutedBy}: ${refuted.breaks}.`, 2)}`] : []),
    ...report.worlds.map(
      ({ world, states, incomplete }) =>
        `  World ${world}: ${count(states)} states, ${incomplete ?? "complete"}`,
    ),
    ...shownTrace(property),
    ...besideText(report, property),
  ].join("\n");
}

/** The same events in a model that is right: the kernel itself, or the kernel with a bug mended. */
export function besideText(
  { kernel, preset, mutant }: CheckReport,
  { trace, outcome, expect }: PropertyReport,
): string[] {
  if (!trace || outcome !== "violated" || trace.loop !== null) return [];
  const own = worldsOf(preset, kernel).find(({ name }) => name === trace.world);
  if (!own) return [];
  if (mutant !== null)
    return [renderBeside(trace, besideOf(own, trace), `kernel ${kernel} itself`)];
  const features =
    expect.kind === "known-violation" ? mended(own.bounds.features, expect.id) : null;
  if (expect.kind !== "known-violation" || features === null) return [];
  const right = { ...own, bounds: { ...own.bounds, features } };
  return [renderBeside(trace, besideOf(right, trace), `kernel ${kernel} with ${expect.id} mended`)];
}

function refutes(expect: PropertyReport["expect"]): string {
  return expect.kind === "holds"
    ? "Refuted by the mutant"
    : "In a kernel without the bug it is refuted by the mutant";
}

function outcomeText({ outcome, ok, applied, kind }: PropertyReport): string {
  const on = kind === "sometimes" ? "" : `, judged on ${count(applied)} ${unit(kind)}`;
  return paint(ok ? "green" : "red", `${outcome}${on}`);
}

function unit(kind: string): string {
  return kind === "alwaysStep" ? "steps" : "states";
}

function shownTrace({ trace, outcome, kind }: PropertyReport): string[] {
  if (!trace) return [];
  const what = kind === "sometimes" ? "witness" : "counterexample";
  const title = outcome === "witnessed" || outcome === "violated" ? `The shortest ${what}` : what;
  return [`  ${title}, in world ${trace.world}:`, renderTrace(trace, 2)];
}
