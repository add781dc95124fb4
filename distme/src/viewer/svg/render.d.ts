import type { DiagramState } from "./diagram.ts";
import type { Scene } from "./scene.ts";
/** The words of a drawing that belong to no state. */
export interface Caption {
    readonly title: string;
    readonly description: string;
}
/** Returns the scene as a standalone SVG document that ends in a newline. */
export declare function renderScene(scene: Scene, caption: Caption): string;
/** Escapes a text for an element or a quoted attribute; drops what XML 1.0 cannot hold. */
export declare function escapeXml(text: string): string;
/** The radius of the corners; those of a state that is left at once are rounder. */
export declare function cornerOf(state: DiagramState): number;
