import type { Parts } from "../svg/elk-graph.ts";
import type { Scene } from "../svg/scene.ts";
/** Where everything is in one drawing; what is written there is not stored. */
export interface Geometry {
    /** Which order of ELK's made it. */
    readonly layout: string;
    /** Width and height. */
    readonly size: readonly number[];
    /** For each state in document order: x, y, width, height, and where its text begins. */
    readonly boxes: readonly (readonly number[])[];
    /** For each state that has an initial marker: x and y of the dot, then of the arrow's points. */
    readonly initials: readonly (readonly number[])[];
    /** For each edge: x and y of its points. */
    readonly edges: readonly (readonly number[])[];
    /** For each edge: x, y, width and height of its label; empty for none. */
    readonly labels: readonly (readonly number[])[];
}
/** Returns the coordinates of a drawing, in halves of a pixel. */
export declare function geometryOf(scene: Scene): Geometry;
/**
 * Puts everything to its stored place.
 *
 * @throws Error when there is not a place for each part: the geometry is of another chart
 */
export declare function sceneOf({ diagram, contentOf, edges }: Parts, geometry: Geometry): Scene;
/** Identifies what was placed: every state and edge with its size. */
export declare function partsDigest({ diagram, contentOf, edges }: Parts): string;
