import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Rect } from "./wires.ts";

/**
 * Where the cells of frames are in their box. They are measured, since a cell is as high as its
 * text, and text as large as the reader likes it. In the order of the document.
 *
 * @param drawn changes when other cells are drawn
 */
export function useCells(
  box: RefObject<HTMLElement | null>,
  drawn: unknown,
): ReadonlyMap<number, Rect> {
  const [cells, setCells] = useState<ReadonlyMap<number, Rect>>(new Map());
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const update = (): void =>
      setCells((known) => {
        const found = measure(element);
        return isSame(known, found) ? known : found;
      });
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, drawn]);
  return cells;
}

function measure(box: HTMLElement): Map<number, Rect> {
  const origin = box.getBoundingClientRect();
  const found = new Map<number, Rect>();
  for (const cell of box.querySelectorAll<HTMLElement>("[data-pfn]")) {
    const { x, y, width, height } = cell.getBoundingClientRect();
    const place = { x: x - origin.x, y: y - origin.y, width, height };
    found.set(Number(cell.dataset["pfn"]), place);
  }
  return found;
}

function isSame(one: ReadonlyMap<number, Rect>, other: ReadonlyMap<number, Rect>): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([pfn, a]) => {
    const b = other.get(pfn);
    return b && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
  });
}
