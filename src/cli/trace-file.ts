import type { KexecEvent } from "../../machines/events.ts";
import type { CheckReport, TraceReport } from "../model/report.ts";
import { UsageError } from "./usage.ts";

/** A saved trace: what is needed to take the same steps again. */
export interface TraceFile {
  readonly format: "kexec-model trace 1";
  readonly tool: string;
  readonly kernel: string;
  readonly preset: string;
  readonly world: string;
  /** The property that the trace violates or witnesses. */
  readonly property: string;
  readonly events: readonly KexecEvent[];
  /** The events as a person reads them. */
  readonly labels: readonly string[];
}

export function traceFile(report: CheckReport, property: string, trace: TraceReport): TraceFile {
  return {
    format: "kexec-model trace 1",
    tool: report.tool,
    kernel: report.kernel,
    preset: report.preset,
    world: trace.world,
    property,
    events: trace.steps.map(({ event }) => event),
    labels: trace.steps.map(({ label }) => label),
  };
}

/** @throws UsageError naming what is missing; the events are judged by the statechart */
export function parseTrace(json: unknown): TraceFile {
  const given = typeof json === "object" && json !== null ? (json as Partial<TraceFile>) : {};
  if (given.format !== "kexec-model trace 1") {
    throw new UsageError(
      `expected the format "kexec-model trace 1" or "kexec-model suite 1", got ` +
        JSON.stringify(given.format ?? null),
    );
  }
  for (const field of ["kernel", "preset", "world", "property", "tool"] as const) {
    if (typeof given[field] !== "string") {
      throw new UsageError(`expected a text in "${field}", got ${JSON.stringify(given[field])}`);
    }
  }
  const events: readonly unknown[] = Array.isArray(given.events) ? given.events : [];
  const wrong = events.findIndex((event) => !isEvent(event));
  if (!Array.isArray(given.events) || wrong >= 0) {
    const got = JSON.stringify(wrong >= 0 ? events[wrong] : given.events);
    throw new UsageError(`expected events with a type in "events", got ${got}`);
  }
  return given as TraceFile; // every field that is used was checked
}

function isEvent(event: unknown): boolean {
  return (
    typeof event === "object" && event !== null && "type" in event && typeof event.type === "string"
  );
}
