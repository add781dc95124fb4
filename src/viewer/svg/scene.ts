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
  readonly label: { readonly rectangle: Rectangle; readonly content: Content } | null;
}

/** The dot and the arrow that lead to the state entered first. */
export interface PlacedInitial {
  readonly dot: Point;
  readonly points: readonly Point[];
}

/** Whether two rectangles share an area. */
export function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** The straight pieces of a line, each as the rectangle that it spans; lines have no width. */
export function spansOf(points: readonly Point[]): readonly Rectangle[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    return {
      x: Math.min(start.x, end.x),
      y: Math.min(start.y, end.y),
      width: Math.abs(start.x - end.x),
      height: Math.abs(start.y - end.y),
    };
  });
}
