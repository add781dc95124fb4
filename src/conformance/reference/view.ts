import type { Difference } from "../system.ts";

/** What can be compared of a kernel between two steps: by name, spelt as a person reads it. */
export type View = ReadonlyMap<string, string>;

/** Where the system is not what the model says; what the model does not say is not compared. */
export function viewDifferences(model: View, system: View): Difference[] {
  const differences: Difference[] = [];
  for (const [what, expected] of model) {
    const got = system.get(what) ?? "none";
    if (got !== expected) differences.push({ what, model: expected, system: got });
  }
  return differences;
}

interface ImageFacts {
  readonly entry: bigint;
  readonly crash: boolean;
  readonly preservesContext: boolean;
  readonly segments: number;
}

/** An image in a few words, the same for both sides. */
export function imageText({ entry, crash, preservesContext, segments }: ImageFacts): string {
  const kind = crash ? "crash" : "normal";
  const context = preservesContext ? ", preserves context" : "";
  return `${kind}, entry 0x${entry.toString(16)}, ${segments} segments${context}`;
}

/** The local variable `image` of a task's call. */
export function localName(task: number): string {
  return `image of task ${task}`;
}

/** Every variable that can point to an image. */
export function imagePointers(tasks: number): string[] {
  const locals = Array.from({ length: tasks }, (_, task) => localName(task));
  return ["kexec_image", "kexec_crash_image", ...locals];
}
