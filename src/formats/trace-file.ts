import type { KexecEvent } from "../../machines/events.ts";
import { assert } from "../base/assert.ts";
import { shapes } from "../base/shapes.ts";
import { checkEvents } from "../conformance/check-event.ts";
import { type MutantName, mutants } from "../model/mutants.ts";
import type { CheckReport, TraceReport } from "../model/report.ts";
import { type KernelName, kernelNames } from "../model/worlds.ts";
import { type SavedPreset, savedPresets, savedWorlds } from "./trace-world.ts";

/** A saved trace: what is needed to take the same steps again. */
export interface TraceFile {
  readonly format: "kexec-model trace 1";
  readonly tool: string;
  readonly kernel: KernelName;
  /** `suite`: the world is one that tests are made from. */
  readonly preset: SavedPreset;
  readonly world: string;
  /** The wrong version of the model that takes these steps; left out for the model itself. */
  readonly mutant?: MutantName;
  /** The property that the trace violates or witnesses; empty when it is about none. */
  readonly property: string;
  /** See `TraceReport.loop`; left out for a run that ends. */
  readonly loop?: number;
  readonly events: readonly KexecEvent[];
  /** The events as a person reads them. */
  readonly labels: readonly string[];
}

/** A file that is no trace, or one that no model of ours can take; the message says where. */
export class TraceFileError extends Error {
  override readonly name = "TraceFileError";
}

const traceShapes = shapes((message) => new TraceFileError(message));
const { object, list, text, count, oneOf } = traceShapes;

const FORMAT: TraceFile["format"] = "kexec-model trace 1";
const mutantNames = Object.keys(mutants) as MutantName[]; // the object's own keys

/** The trace of a property in a report, as it is saved. */
export function traceFile(report: CheckReport, property: string, trace: TraceReport): TraceFile {
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
export function traceText(trace: TraceFile): string {
  const fields = Object.entries(trace).map(([name, value]) => {
    if (!Array.isArray(value)) return `"${name}": ${JSON.stringify(value)}`;
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
export function parseTrace(json: unknown): TraceFile {
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
