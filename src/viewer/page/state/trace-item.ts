import type { KexecEvent } from "../../../../machines/events.ts";
import type { RunDifference } from "../../../formats/run-file.ts";
import type { Subject } from "../../subject.ts";

/** Where a trace comes from: the sections of the list, in this order. */
export const traceKinds = [
  "story",
  "violated",
  "known violation",
  "wish",
  "bug",
  "witness",
  "file",
  "kernel run",
  "test",
  "walk",
] as const;
export type TraceKind = (typeof traceKinds)[number];

/** A run that can be played, whatever it comes from. */
export interface TraceItem {
  /** In the address; the same in every page that has it. */
  readonly id: string;
  readonly kind: TraceKind;
  /** The property, bug, test or file. */
  readonly title: string;
  /** The id of the known bug that it shows, and null for any other. */
  readonly bug: string | null;
  /** What it shows, in a sentence or two. */
  readonly statement: string;
  /** Further sentences: why, since when, what is not claimed. */
  readonly notes: readonly string[];
  readonly subject: Subject;
  readonly events: readonly KexecEvent[];
  /** See `TraceReport.loop`. */
  readonly loop: number | null;
  /** The model that is right, for a run of one that is not. */
  readonly beside: Subject | null;
  /** For a run of a kernel: which, and what it did. */
  readonly system: SystemRun | null;
}

export interface SystemRun {
  readonly name: string;
  /** In one word: conforms, diverges, error, skipped. */
  readonly outcome: "conforms" | "diverges" | "error" | "skipped";
  readonly differences: readonly RunDifference[];
  /** Why there is an error, or the test was skipped. */
  readonly message: string | null;
}
