import { changesOf, type Playback, stateAt } from "../state/playback.ts";
import type { SystemRun } from "../state/trace-item.ts";

/** What the second column says of a step. */
export interface OtherSide {
  /** `same`: as the first column. `none`: it took no step here. */
  readonly kind: "same" | "differs" | "none";
  /** What it did, where that is not the same. */
  readonly lines: readonly string[];
}

/** The first step (from 1) in which two runs differ; null: nowhere, as far as both go. */
export function firstDifference(one: Playback, other: Playback): number | null {
  const length = Math.max(one.steps.length, other.steps.length);
  for (let i = 1; i <= length; i++) {
    if (!isSameStep(one, other, i)) return i;
  }
  return null;
}

/** A second run at step `i` (from 1). */
export function runBeside(one: Playback, other: Playback, i: number): OtherSide {
  const step = other.steps[i - 1];
  if (!step) {
    const why = other.refused && other.steps.length === i - 1 ? [other.refused.why] : [];
    return { kind: "none", lines: why };
  }
  if (isSameStep(one, other, i)) return { kind: "same", lines: [] };
  const said = changesOf(other, i);
  const label = step.label === one.steps[i - 1]?.label ? [] : [step.label];
  const where = isSameText(leavesAt(one, i), leavesAt(other, i)) ? [] : [wayText(one, other, i)];
  return { kind: "differs", lines: [...label, ...said, ...where] };
}

/** What a system did at step `i` (from 1). */
export function systemBeside({ outcome, differences, message }: SystemRun, i: number): OtherSide {
  const at = differences[0]?.step ?? null;
  if (outcome === "skipped" || outcome === "error") {
    return { kind: "none", lines: i === 1 && message !== null ? [message] : [] };
  }
  if (at === null || i - 1 < at) return { kind: "same", lines: [] };
  if (i - 1 > at) return { kind: "none", lines: [] };
  const lines = differences.map(({ what, model, system }) => {
    return `${what}: expected ${model}, got ${system}`;
  });
  return { kind: "differs", lines };
}

/** The first step (from 1) in which a system differs from the model. */
export function systemDifference({ differences }: SystemRun): number | null {
  const [first] = differences;
  return first ? first.step + 1 : null;
}

function isSameStep(one: Playback, other: Playback, i: number): boolean {
  const [a, b] = [one.steps[i - 1], other.steps[i - 1]];
  if (!a || !b || a.label !== b.label) return false;
  return (
    isSameText(leavesAt(one, i), leavesAt(other, i)) &&
    isSameText(changesOf(one, i), changesOf(other, i))
  );
}

function leavesAt(playback: Playback, i: number): readonly string[] {
  return stateAt(playback, i).configuration.leaves;
}

function isSameText(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

/** Where the second run went and the first did not. */
function wayText(one: Playback, other: Playback, i: number): string {
  const known = new Set(leavesAt(one, i));
  const own = leavesAt(other, i).filter((leaf) => !known.has(leaf));
  return `goes to ${own.map((leaf) => leaf.replace(/^running\./, "")).join(", ")}`;
}
