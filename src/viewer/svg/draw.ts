import type { AnyStateMachine } from "xstate";
import { collapse, collapseAll } from "./collapse.ts";
import { readDiagram } from "./diagram.ts";
import { elkLayout, type LayoutFunction, placeWithElk } from "./layout.ts";
import { placeAsList } from "./list.ts";
import { contentsOf, type PartsOptions, partsOf } from "./parts.ts";
import { renderScene } from "./render.ts";
import type { Scene } from "./scene.ts";

export interface DrawOptions extends Pick<PartsOptions, "descriptions"> {
  /**
   * Paths of states, such as `call.returning`. Early exits to them are written into the box of
   * the state that they leave, in the order of the guards, instead of drawn as edges.
   */
  readonly exits?: readonly string[];
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
  const parts = partsOf(diagram, collapsed, options);
  const scene = await placeWithElk(parts, options.layout ?? elkLayout);
  return scene ?? placeAsList(diagram, contentsOf(diagram, collapseAll(diagram), options));
}
