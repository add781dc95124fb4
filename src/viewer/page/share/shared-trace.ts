import { type TraceFile, traceText } from "../../../formats/trace-file.ts";
import type { TraceReport } from "../../../model/report.ts";
import { changesOf, type Playback } from "../state/playback.ts";
import type { TraceItem } from "../state/trace-item.ts";

/** A trace as it is shared: what it is, and its steps as they were played. */
export interface SharedTrace {
  readonly item: TraceItem;
  readonly playback: Playback;
}

/** The steps of a trace as a check reports them. */
export function traceReport({ item, playback }: SharedTrace): TraceReport {
  const { steps, states, simulation } = playback;
  return {
    world: simulation.world.name,
    steps: steps.map(({ event, label }, i) => ({
      event,
      label,
      states: states[i + 1]?.configuration.leaves ?? [],
      changes: changesOf(playback, i + 1),
    })),
    loop: item.loop,
  };
}

/** Why a trace has no file of its own; null when it has one. */
export function whyNoFile({ item }: SharedTrace): string | null {
  const { mended } = item.subject;
  if (mended === undefined) return null;
  return `a trace file cannot say that ${mended} is mended`;
}

/**
 * The text of the file that `kexec-model replay` reads.
 *
 * @param tool who saves it: `kexec-model 0.1.0`
 */
export function savedTrace({ item, playback }: SharedTrace, tool: string): string {
  const { kernel, preset, world, mutant } = item.subject;
  const file: TraceFile = {
    format: "kexec-model trace 1",
    tool,
    kernel,
    preset,
    world,
    ...(mutant !== null && { mutant }),
    property: propertyOf(item) ?? "",
    // a run that was refused on its way does not come to what repeats
    ...(item.loop !== null && item.loop <= playback.steps.length && { loop: item.loop }),
    events: playback.steps.map(({ event }) => event),
    labels: playback.steps.map(({ label }) => label),
  };
  return traceText(file);
}

/** The property whose counterexample or witness a trace is, if a check found it. */
export function propertyOf({ id, title }: TraceItem): string | null {
  return id.startsWith("check:") ? title : null;
}

/** A name for the file of a trace, which every system takes and no shell reads twice. */
export function fileNameOf({ id }: TraceItem): string {
  const plain = id.replace(/\.json$/, "").replace(/[^A-Za-z0-9]+/g, "-");
  return `${plain.replace(/^-+|-+$/g, "").slice(0, 80) || "trace"}.trace.json`;
}
