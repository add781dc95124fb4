import type { AnyStateMachine } from "xstate";
import { type LayoutFunction } from "./layout.ts";
import { type PartsOptions } from "./parts.ts";
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
export declare function drawStatechart(machine: AnyStateMachine, options?: DrawOptions): Promise<string>;
/** Returns the sizes and places of everything in the drawing of a machine. */
export declare function placeStatechart(machine: AnyStateMachine, options?: DrawOptions): Promise<Scene>;
