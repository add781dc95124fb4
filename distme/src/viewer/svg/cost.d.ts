import { type Scene } from "./scene.ts";
/**
 * Returns how hard a drawing is to read, in pixels of width: a README shows a wide drawing small,
 * and scrolls through a tall one.
 */
export declare function cost(scene: Scene): number;
