import type { AnyStateMachine } from "xstate";
import { type Collapsed, collapse, collapseAll } from "./collapse.ts";
import { boxContent, type Content, labelContent } from "./content.ts";
import { type Diagram, type DiagramState, readDiagram } from "./diagram.ts";
import { isCrossedAbove } from "./elk-graph.ts";
import { elkLayout, type LayoutFunction, placeWithElk } from "./layout.ts";
import { withLegend } from "./legend.ts";
import { placeAsList } from "./list.ts";
import { renderScene } from "./render.ts";
import type { Scene } from "./scene.ts";

export interface DrawOptions {
  /**
   * Paths of states, such as `call.returning`. Early exits to them are written into the box of
   * the state that they leave, in the order of the guards, instead of drawn as edges.
   */
  readonly exits?: readonly string[];
  /** Whether the descriptions of the states are written into their boxes; true by default. */
  readonly descriptions?: boolean;
  /** Places the nodes; elkjs by default. */
  readonly layout?: LayoutFunction;
}

/**
 * Draws an XState machine as a standalone SVG document, for a light and a dark ground.
 *
 * The same machine and options give the same bytes. No guard and no action is run. When a layout
 * fails the next simpler one is taken, and a nested list of the states in the end; the attribute
 * `data-layout` of the document says which it was.
 *
 * @throws RangeError for an exit that is not the path of a state
 */
export async function drawStatechart(
  machine: AnyStateMachine,
  options: DrawOptions = {},
): Promise<string> {
  const scene = await placeStatechart(machine, options);
  return renderScene(scene, {
    title: `Statechart of ${machine.id}`,
    description: machine.root.description ?? "",
  });
}

/** Returns the sizes and places of everything in the drawing of a machine. */
export async function placeStatechart(
  machine: AnyStateMachine,
  options: DrawOptions = {},
): Promise<Scene> {
  const diagram = readDiagram(machine);
  const collapsed = collapse(diagram, options.exits ?? []);
  const edges = collapsed.edges.map((edge) => ({
    ...edge,
    label: labelContent(edge.transitions),
  }));
  const contentOf = contents(diagram, collapsed, options);
  const scene = await placeWithElk({ diagram, contentOf, edges }, options.layout ?? elkLayout);
  return scene ?? placeAsList(diagram, contents(diagram, collapseAll(diagram), options));
}

function contents(
  diagram: Diagram,
  collapsed: Collapsed,
  options: DrawOptions,
): ReadonlyMap<DiagramState, Content> {
  const { root, states } = diagram;
  const contentOf = new Map(
    [root, ...states].map((state) => [
      state,
      boxContent(state, collapsed.rows.get(state) ?? [], {
        descriptions: options.descriptions ?? true,
        exits_count: collapsed.exitsInto.get(state) ?? 0,
        note_width_px: noteWidth(state, collapsed),
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
