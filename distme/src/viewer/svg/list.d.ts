import { type Content } from "./content.ts";
import type { Diagram, DiagramState } from "./diagram.ts";
import type { Scene } from "./scene.ts";
/**
 * Places the states below each other, nested, without any layout engine: what is drawn when every
 * other layout fails. The contents have to hold all transitions, since no edge is drawn.
 */
export declare function placeAsList(diagram: Diagram, contentOf: ReadonlyMap<DiagramState, Content>): Scene;
