import { computed, signal } from "@preact/signals";
import { type BugId, bugs } from "../../../model/bugs.ts";
import { mended } from "../../../model/kernels.ts";
import { type MutantName, mutants } from "../../../model/mutants.ts";
import type { CheckReport, PropertyReport } from "../../../model/report.ts";
import { kernels } from "../../../model/worlds.ts";
import type { BugTrace, StoryTrace } from "../../review/parts.ts";
import type { Subject } from "../../subject.ts";
import {
  bugTraces,
  checks,
  givenTraces,
  runs,
  storyTraces,
  suiteFor,
  suiteKernels,
} from "./review.ts";
import { runItem, suiteItems, traceFileItem } from "./trace-files.ts";
import type { TraceItem, TraceKind } from "./trace-item.ts";

/** Traces that the reader brought: files, and walks of the explorer. */
export const broughtItems = signal<readonly TraceItem[]>([]);

/** Adds a trace, or takes the place of the one with its id. */
export function bring(...items: readonly TraceItem[]): void {
  const ids = new Set(items.map(({ id }) => id));
  const others = broughtItems.value.filter(({ id }) => !ids.has(id));
  broughtItems.value = [...others, ...items];
}

/** Every run that can be played. */
export const traceItems = computed<readonly TraceItem[]>(() => [
  ...(storyTraces.value ?? []).map(storyItem),
  ...(checks.value ?? []).flatMap(checkItems),
  ...(bugTraces.value ?? []).map(bugItem),
  ...(givenTraces.value ?? []).map(({ name, trace }) => traceFileItem(name, trace)),
  ...(runs.value ?? []).flatMap((run) => run.tests.map((test) => runItem(run, test))),
  ...suiteKernels().flatMap((kernel) => suiteItems(suiteFor(kernel))),
  ...broughtItems.value,
]);

const byId = computed(() => new Map(traceItems.value.map((item) => [item.id, item])));

export function traceItem(id: string): TraceItem | null {
  return byId.value.get(id) ?? null;
}

/** The id of the trace of a property in a check. */
export function propertyTraceId({ kernel, preset, mutant }: CheckReport, name: string): string {
  return ["check", kernel, preset, ...(mutant === null ? [] : [mutant]), name].join(":");
}

function checkItems(report: CheckReport): TraceItem[] {
  const { kernel, preset } = report;
  const mutant = mutantNamed(report.mutant);
  return report.properties.flatMap((property): TraceItem[] => {
    const { trace } = property;
    if (!trace) return [];
    const subject = { kernel, preset, world: trace.world, mutant };
    return [
      {
        id: propertyTraceId(report, property.name),
        kind: kindOf(property),
        title: property.name,
        bug: property.expect.kind === "known-violation" ? property.expect.id : null,
        statement: property.statement,
        notes: notesOf(property),
        subject,
        events: trace.steps.map(({ event }) => event),
        loop: trace.loop,
        beside: besideSubject(subject, property),
        system: null,
      },
    ];
  });
}

function mutantNamed(name: string | null): MutantName | null {
  return name !== null && name in mutants ? (name as MutantName) : null; // a key of theirs
}

function kindOf({ expect, outcome }: PropertyReport): TraceKind {
  if (outcome === "witnessed") return "witness";
  if (expect.kind === "weakness") return "wish";
  return expect.kind === "known-violation" ? "known violation" : "violated";
}

function notesOf({ expect, notClaimed, source }: PropertyReport): string[] {
  const why = expect.kind === "holds" ? [] : [`Why: ${expect.reason}.`];
  const bug = expect.kind === "known-violation" ? [`Known bug ${expect.id}.`] : [];
  const not = notClaimed === null ? [] : [`Not claimed: ${notClaimed}.`];
  return [...bug, ...why, ...not, `Source: ${source}`];
}

/** The model that is right: the kernel without the mutant, or with the bug mended. */
function besideSubject(subject: Subject, { expect, outcome }: PropertyReport): Subject | null {
  if (outcome !== "violated") return null;
  if (subject.mutant !== null) return { ...subject, mutant: null };
  if (expect.kind !== "known-violation") return null;
  return mended(kernels[subject.kernel], expect.id) && { ...subject, mended: expect.id };
}

function bugItem({ id, trace }: BugTrace): TraceItem {
  const bug = bugs[id as BugId];
  const item = traceFileItem(`bug:${id}`, trace);
  return {
    ...item,
    id: `bug:${id}`,
    kind: "bug",
    title: `${id}: ${bug.title}`,
    statement: bug.what,
    notes: [
      `Since: ${bug.since}.`,
      `Fixed: ${bug.fixed ?? "in no kernel that was tried"}.`,
      `Seen: ${bug.evidence}.`,
      ...(bug.coarse === null ? [] : [`Coarse: ${bug.coarse}.`]),
      `Caught by: ${bug.property}.`,
    ],
    beside: { ...item.subject, mutant: null },
  };
}

function storyItem({ id, title, text, trace }: StoryTrace): TraceItem {
  const item = traceFileItem(`story:${id}`, trace);
  return { ...item, id: `story:${id}`, kind: "story", title, statement: text };
}
