import type { RunFile } from "../../formats/run-file.ts";
import type { TraceFile } from "../../formats/trace-file.ts";
import type { SavedPreset } from "../../formats/trace-world.ts";
import type { BugId } from "../../model/bugs.ts";
import type { CheckReport } from "../../model/report.ts";
import type { KernelName } from "../../model/worlds.ts";
import type { MutationResult } from "../../mutation/result.ts";
import type { Suite } from "../../testgen/suite.ts";

/** What a page holds, part by part; a part is unpacked when it is first needed. */
export interface ReviewParts {
  readonly index: ReviewIndex;
  /** One for each kernel, preset and mutant that was checked. */
  readonly checks: readonly CheckReport[];
  readonly suites: readonly Suite[];
  readonly runs: readonly RunFile[];
  /** What became of every mutant; null when nobody has judged them. */
  readonly mutation: MutationResult | null;
  readonly bugs: readonly BugTrace[];
  /** Runs that explain how kexec works, for somebody who has never seen it. */
  readonly stories: readonly StoryTrace[];
  /** Traces that somebody asked to be shown. */
  readonly traces: readonly NamedTrace[];
  readonly specification: readonly SpecificationSection[];
}

/** Small, and needed at once. */
export interface ReviewIndex {
  readonly format: "kexec-model review 1";
  readonly tool: string;
  readonly kernel: KernelName;
  /** Worlds whose compiled module is in the page, under `module:<kernel>:<preset>:<world>`. */
  readonly modules: readonly ModuleName[];
}

export interface ModuleName {
  readonly kernel: KernelName;
  readonly preset: SavedPreset;
  readonly world: string;
}

/** The run that shows a bug of the museum. */
export interface BugTrace {
  readonly id: BugId;
  readonly trace: TraceFile;
}

export interface StoryTrace {
  readonly id: string;
  /** What it shows, as a headline. */
  readonly title: string;
  /** What to look at, in a few sentences. */
  readonly text: string;
  readonly trace: TraceFile;
}

export interface NamedTrace {
  /** Where it comes from: the name of its file. */
  readonly name: string;
  readonly trace: TraceFile;
}

/** What `spec/` says of a state or property: one section of one page. */
export interface SpecificationSection {
  /** `call.md`, `panic.md`, ... */
  readonly page: string;
  /** The path of a state, or the name of a property. */
  readonly subject: string;
  /** Markdown, without the heading. */
  readonly text: string;
}

/** The name of the part that holds the compiled module of a world. */
export function modulePart({ kernel, preset, world }: ModuleName): string {
  return `module:${kernel}:${preset}:${world}`;
}
