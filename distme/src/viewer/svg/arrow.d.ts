import type { Point } from "./scene.ts";
/** The two paths of an arrow, as SVG writes them. */
export interface Arrow {
    /** A line with rounded corners, which ends where the head begins. */
    readonly line: string;
    readonly head: string;
}
/**
 * Draws an arrow through some points; null for less than two.
 *
 * The head is a path of its own: a marker would not take the colour of its line.
 */
export declare function arrowOf(points: readonly Point[]): Arrow | null;
/** One digit after the point: enough for the eye, and the same bytes on every machine. */
export declare function round(coordinate: number): string;
