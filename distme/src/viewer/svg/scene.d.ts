import type { Content } from "./content.ts";
import type { DiagramState, DiagramTransition } from "./diagram.ts";
/** A drawing with the size and place of everything, in pixels from the upper left corner. */
export interface Scene {
    readonly width: number;
    readonly height: number;
    /** The name of the machine, written above everything else. */
    readonly heading: Content;
    /** A box stands before those that it contains. */
    readonly boxes: readonly PlacedBox[];
    readonly edges: readonly PlacedEdge[];
    readonly initials: readonly PlacedInitial[];
    /** Which entry of the chain of layouts made it. */
    readonly layout: string;
}
export interface Point {
    readonly x: number;
    readonly y: number;
}
export interface Rectangle extends Point {
    readonly width: number;
    readonly height: number;
}
export interface PlacedBox {
    readonly state: DiagramState;
    readonly rectangle: Rectangle;
    readonly content: Content;
    /** The upper left corner of the content. */
    readonly origin: Point;
}
export interface PlacedEdge {
    readonly transitions: readonly DiagramTransition[];
    /** From the source to the head of the arrow; at least two points. */
    readonly points: readonly Point[];
    readonly label: {
        readonly rectangle: Rectangle;
        readonly content: Content;
    } | null;
}
/** The dot and the arrow that lead to the state entered first. */
export interface PlacedInitial {
    readonly dot: Point;
    readonly points: readonly Point[];
}
/** Whether two rectangles share an area. */
export declare function overlap(one: Rectangle, other: Rectangle): boolean;
/** The straight pieces of a line, each as the rectangle that it spans; lines have no width. */
export declare function spansOf(points: readonly Point[]): readonly Rectangle[];
