import type { RunFile, RunTest } from "../../../formats/run-file.ts";
import type { TraceFile } from "../../../formats/trace-file.ts";
import type { Suite } from "../../../testgen/suite.ts";
import type { SystemRun, TraceItem } from "./trace-item.ts";

/** A trace file that was checked, as an item. @param name what it is called in the address */
export function traceFileItem(name: string, trace: TraceFile): TraceItem {
  const { kernel, preset, world, mutant = null, property, events } = trace;
  return {
    id: `file:${name}`,
    kind: "file",
    title: name,
    bug: null,
    statement: property === "" ? "A saved trace." : `Saved as a run that shows ${property}.`,
    notes: [],
    subject: { kernel, preset, world, mutant },
    events,
    loop: trace.loop ?? null,
    beside: null,
    system: null,
  };
}

/** The tests of a suite. */
export function suiteItems(suite: Suite | null): TraceItem[] {
  if (!suite) return [];
  const { kernel, cover } = suite;
  return suite.groups.flatMap(({ name, tests }) =>
    tests.map(
      ({ id, world, covers, steps }): TraceItem => ({
        id: `test:${kernel}:${id}`,
        kind: "test",
        title: `${kernel} ${id}`,
        bug: null,
        statement: `A generated test of group ${name}, criterion ${cover}.`,
        notes: covers.length === 0 ? [] : [`The first to cover: ${covers.join("; ")}.`],
        subject: { kernel, preset: "suite", world, mutant: null },
        events: steps.map(({ event }) => event),
        loop: null,
        beside: null,
        system: null,
      }),
    ),
  );
}

/** A test as a system ran it. */
export function runItem({ kernel, system }: RunFile, test: RunTest): TraceItem {
  const { id, group, world, events, outcome } = test;
  return {
    id: `run:${system}:${kernel}:${id}`,
    kind: "kernel run",
    title: `${system}: ${id}`,
    bug: null,
    statement: `A test of group ${group}, run on ${system} and compared with profile ${kernel}.`,
    notes: [],
    subject: { kernel, preset: "suite", world, mutant: null },
    events,
    loop: null,
    beside: null,
    system: systemRun(system, outcome),
  };
}

function systemRun(name: string, outcome: RunTest["outcome"]): SystemRun {
  const base = { name, differences: [], message: null };
  switch (outcome.kind) {
    case "conforms":
      return { ...base, outcome: "conforms" };
    case "diverges":
      return { ...base, outcome: "diverges", differences: outcome.differences };
    case "error":
      return { ...base, outcome: "error", message: outcome.message };
    case "skipped":
      return { ...base, outcome: "skipped", message: outcome.reason };
  }
}
