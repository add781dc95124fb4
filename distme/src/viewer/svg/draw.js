import { collapse, collapseAll } from "./collapse.js";
import { readDiagram } from "./diagram.js";
import { elkLayout, placeWithElk } from "./layout.js";
import { placeAsList } from "./list.js";
import { contentsOf, partsOf } from "./parts.js";
import { renderScene } from "./render.js";
/**
 * Draws an XState machine as a standalone SVG document, for a light and a dark ground.
 *
 * The same machine and options give the same bytes. No guard and no action is run. When a layout
 * fails the next simpler one is taken, and a nested list of the states in the end; the attribute
 * `data-layout` of the document says which it was.
 *
 * @throws RangeError for an exit that is not the path of a state
 */
export async function drawStatechart(machine, options = {}) {
    const scene = await placeStatechart(machine, options);
    return renderScene(scene, {
        title: `Statechart of ${machine.id}`,
        description: machine.root.description ?? "",
    });
}
/** Returns the sizes and places of everything in the drawing of a machine. */
export async function placeStatechart(machine, options = {}) {
    const diagram = readDiagram(machine);
    const collapsed = collapse(diagram, options.exits ?? []);
    const parts = partsOf(diagram, collapsed, options);
    const scene = await placeWithElk(parts, options.layout ?? elkLayout);
    return scene ?? placeAsList(diagram, contentsOf(diagram, collapseAll(diagram), options));
}
//# sourceMappingURL=draw.js.map