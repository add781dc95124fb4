import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

export interface VirtualOptions {
  /** How many rows or columns there are. */
  readonly count: number;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** The size of a row before it is measured, in pixels. */
  readonly estimate: (index: number) => number;
  /** Rows are columns. */
  readonly horizontal?: boolean;
  /** Says which list it is: another one has rows of other sizes. */
  readonly of?: string;
}

export interface Virtual {
  /** What is near enough to be seen, with its place. */
  readonly items: readonly VirtualItem[];
  /** All of them together, in pixels. */
  readonly total: number;
  /** A `ref` for rows whose size is not known before: they carry `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

/** Decides which rows of a long list exist. */
export function useVirtual({ count, scroller, estimate, horizontal, of }: VirtualOptions): Virtual {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: estimate,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 8,
    horizontal: horizontal === true,
    onChange: () => redraw(0),
    getItemKey: (index: number) => `${of} ${index}`, // what was measured counts for its list only
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    items: virtualizer.getVirtualItems(),
    total: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}
