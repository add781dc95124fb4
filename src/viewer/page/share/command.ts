import { type BugId, bugs } from "../../../model/bugs.ts";
import type { TraceItem } from "../state/trace-item.ts";
import { fileNameOf, propertyOf } from "./shared-trace.ts";

/** A command that shows a trace again. */
export interface ReplayCommand {
  readonly command: string;
  /** The file that has to be saved before, or null. */
  readonly file: string | null;
}

/** The command that takes the steps of a trace again; null when no command can. */
export function replayCommand(item: TraceItem): ReplayCommand | null {
  const { subject, system } = item;
  if (subject.mended !== undefined) return null;
  const found = explained(item) ?? bugOf(item);
  if (found) return { command: spelt(found), file: null };
  const file = fileNameOf(item);
  const onReference = system?.name === "reference kernel" ? ["--target", "reference"] : [];
  return { command: spelt(["replay", file, ...onReference]), file };
}

/** A check finds the shortest trace of a property again. */
function explained(item: TraceItem): readonly string[] | null {
  const property = propertyOf(item);
  const { kernel, preset, mutant } = item.subject;
  if (property === null || !/^[a-z][a-z0-9-]*$/.test(property)) return null;
  const options = ["--kernel", kernel, "--preset", preset];
  return ["explain", property, ...options, ...(mutant === null ? [] : ["--mutant", mutant])];
}

function bugOf({ kind, id }: TraceItem): readonly string[] | null {
  const name = Object.keys(bugs).find((bug): bug is BugId => id === `bug:${bug}`);
  return kind === "bug" && name !== undefined ? ["bugs", name] : null;
}

/** As a shell reads it: what is no plain word stands in quotes. */
function spelt(words: readonly string[]): string {
  const quoted = words.map((word) =>
    /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`,
  );
  return ["kexec-model", ...quoted].join(" ");
}
