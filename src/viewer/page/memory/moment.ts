import type { Layout, Mem } from "../../../memory/layout.ts";

/** The memory of one model at one moment. */
export interface Moment {
  readonly layout: Layout;
  readonly mem: Mem;
}

/** 0 .. length-1. */
export function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** The references of all images that can exist at once. */
export function imagesOf({ layout }: Moment): number[] {
  return range(layout.imagesMax).map((i) => i + 1);
}

/** "1 page", "2 pages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The differences of two lists as one text: what the first has and the second has not. */
export function missing(one: readonly string[], other: readonly string[]): string[] {
  return one.filter((text) => !other.includes(text));
}
