import { literalName } from "../../../model/compose.ts";
import type { KexecState } from "../../../model/simulation.ts";
import { type ChartName, chartNames, chartOf } from "../../chart/charts.ts";
import { param } from "../state/route.ts";

/** The literal paths of all active states, with everything that they lie in. */
export function activePaths(state: KexecState): ReadonlySet<string> {
  return new Set(state.configuration.leaves.flatMap((leaf) => withAncestors(literalName(leaf))));
}

function withAncestors(path: string): string[] {
  const parts = path.split(".");
  return parts.map((_, i) => parts.slice(0, i + 1).join("."));
}

/** The chart that the reader chose, or the one where the current step happens. */
export function shownChart(taken: readonly string[], state: KexecState | null): ChartName {
  const chosen = chartNames.find((name) => name === param("chart"));
  if (chosen) return chosen;
  const [key] = taken;
  if (key !== undefined) return chartOf(key);
  const inside = state?.configuration.leaves.map(literalName).find((leaf) => leaf.includes("."));
  return inside === undefined ? "kexec_load" : chartOf(inside);
}
