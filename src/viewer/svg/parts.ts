import type { Collapsed } from "./collapse.ts";
import { boxContent, type Content, labelContent, type SummaryLine } from "./content.ts";
import type { Diagram, DiagramState } from "./diagram.ts";
import { isCrossedAbove, type Parts } from "./elk-graph.ts";
import { withLegend } from "./legend.ts";

export interface PartsOptions {
  /** Whether the descriptions of the states are written into their boxes; true by default. */
  readonly descriptions?: boolean;
  /** What is said of the inside of a state that is drawn without it. */
  readonly summaries?: ReadonlyMap<DiagramState, readonly SummaryLine[]>;
  /** Room kept free for a mark beside each name, row and line of a label; none by default. */
  readonly mark_px?: number;
}

/** Returns what has to be placed: every state with its text, and the edges with their labels. */
export function partsOf(diagram: Diagram, collapsed: Collapsed, options: PartsOptions): Parts {
  return {
    diagram,
    contentOf: contentsOf(diagram, collapsed, options),
    edges: collapsed.edges.map((edge) => ({
      ...edge,
      label: labelContent(edge.transitions, options.mark_px),
    })),
  };
}

/** Returns the text in the box of every state, and the heading as that of the root. */
export function contentsOf(
  diagram: Diagram,
  collapsed: Collapsed,
  options: PartsOptions,
): ReadonlyMap<DiagramState, Content> {
  const { root, states } = diagram;
  const contentOf = new Map(
    [root, ...states].map((state) => [
      state,
      boxContent(state, collapsed.rows.get(state) ?? [], {
        descriptions: options.descriptions ?? true,
        exits_count: collapsed.exitsInto.get(state) ?? 0,
        note_width_px: noteWidth(state, collapsed),
        summary: options.summaries?.get(state) ?? [],
        mark_px: options.mark_px ?? 0,
      }),
    ]),
  );
  const heading = contentOf.get(root);
  if (heading) contentOf.set(root, withLegend(heading, [...collapsed.rows.values()].flat()));
  return contentOf;
}

/** A header that shares its lines with edges is narrow; the heading has the whole width. */
function noteWidth(state: DiagramState, { edges }: Collapsed): number {
  if (state.parent === null) return 500;
  return isCrossedAbove(state, edges) ? 100 : 170;
}
