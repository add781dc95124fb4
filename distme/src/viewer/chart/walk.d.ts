import type { Rectangle } from "../svg/scene.ts";
export type Direction = "up" | "down" | "left" | "right";
/**
 * Returns the place that lies next in a direction, or -1.
 *
 * A place counts as further away the more it lies aside; what is nested begins where it begins.
 */
export declare function nextPlace(places: readonly (Rectangle | null)[], from: Rectangle, direction: Direction): number;
