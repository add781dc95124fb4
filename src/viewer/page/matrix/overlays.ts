import { computed } from "@preact/signals";
import type { Overlay } from "../../chart/looks.ts";
import { checks, runs, suiteFor, suiteKernels } from "../state/review.ts";
import { checkSystem, runSystem, type System, suiteSystem } from "./systems.ts";

/** Everybody of whom the page knows which transitions were taken: checks, suites, runs. */
export const systems = computed<readonly System[]>(() => [
  ...(checks.value ?? []).map(checkSystem),
  ...suiteKernels().flatMap((kernel) => {
    const suite = suiteFor(kernel);
    return suite ? [suiteSystem(suite)] : [];
  }),
  ...(runs.value ?? []).map((run) => runSystem(run, suiteFor(run.kernel))),
]);

export function overlayNames(): readonly string[] {
  return systems.value.map(({ name }) => name);
}

/** What a system took, as marks on the statechart; null for a system that the page does not know. */
export function overlayFor(name: string): Overlay | null {
  const system = systems.value.find((one) => one.name === name);
  return system ? { name, marks: system.marks } : null;
}
