import { collapse } from "../svg/collapse.ts";
import type { SummaryLine } from "../svg/content.ts";
import type { DiagramState, DiagramTransition } from "../svg/diagram.ts";
import type { Parts } from "../svg/elk-graph.ts";
import { partsOf } from "../svg/parts.ts";
import { type ChartName, charts } from "./charts.ts";
import { type Cut, type CutDiagram, cutDiagram } from "./cut.ts";

/** Room for a mark such as `✓ 1.2k` beside a name, a row or a line of a label. */
export const MARK_PX = 44;

export interface ChartParts extends CutDiagram {
  readonly parts: Parts;
}

/** Returns everything that has to be placed in a chart, with its text. */
export function chartParts(name: ChartName, cut: Cut): ChartParts {
  const whole = cutDiagram(name, cut);
  const exits = charts[name].exits.filter((path) => whole.boxOf.get(path) === path);
  const divided = collapse(whole.diagram, exits);
  const summaries = new Map<DiagramState, readonly SummaryLine[]>();
  const rows = new Map(divided.rows);
  for (const [state, inside] of whole.collapsed) {
    const all = rows.get(state) ?? [];
    const fromInside = all.filter((row) => !isOwn(state, row));
    rows.set(
      state,
      all.filter((row) => isOwn(state, row)),
    );
    summaries.set(state, [
      {
        text: `${counted(inside.states_count, "state")} inside`,
        keys: inside.transitions.map(({ key }) => key),
      },
      ...exitLines(fromInside),
    ]);
  }
  const options = { summaries, mark_px: MARK_PX };
  return { ...whole, parts: partsOf(whole.diagram, { ...divided, rows }, options) };
}

/** Whether a transition begins in the state itself, and not somewhere inside. */
function isOwn({ path }: DiagramState, { key }: DiagramTransition): boolean {
  return key.startsWith(`${path} `);
}

/** One line for each state that early exits from inside end in. */
function exitLines(exits: readonly DiagramTransition[]): readonly SummaryLine[] {
  const byTarget = new Map<string, string[]>();
  for (const { key, target } of exits) {
    const name = target?.key ?? "";
    byTarget.set(name, [...(byTarget.get(name) ?? []), key]);
  }
  return [...byTarget].map(([name, keys]) => ({
    text: `${counted(keys.length, "early exit")} → ${name}`,
    keys,
  }));
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
