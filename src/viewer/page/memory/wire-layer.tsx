import { useMemo } from "preact/hooks";
import type { Arrow } from "./image-cards.ts";
import { imageClass } from "./image-chip.tsx";
import { type Rect, routeWires } from "./wires.ts";

interface WireLayerProps {
  readonly cells: ReadonlyMap<number, Rect>;
  readonly arrows: readonly Arrow[];
  readonly selected: string | null;
  /** The frame that the reader points at. */
  readonly peeked: number | null;
}

/** The arrows of the entry lists. Cells and lists say the same in words. */
export function WireLayer({ cells, arrows, selected, peeked }: WireLayerProps) {
  const wires = useMemo(() => routeWires(cells, arrows), [cells, arrows]);
  const prominent = (arrow: Arrow): boolean => isAbout(arrow, selected) || isAt(arrow, peeked);
  const some = arrows.some(prominent);
  return (
    <svg class="wires" aria-hidden="true" width="100%" height="100%">
      {arrows.map((arrow, i) => {
        const wire = wires[i];
        if (!wire) return null;
        const faded = some && !prominent(arrow) ? " faded" : "";
        const next = arrow.isNext ? " next" : "";
        return (
          <g
            key={`${arrow.image}-${arrow.to}`}
            class={`wire ${imageClass(arrow.image)}${faded}${next}`}
          >
            <path class="halo" d={wire.line} />
            <path class={`line dash-${((arrow.image - 1) % 5) + 1}`} d={wire.line} />
            <path class="head" d={wire.head} />
          </g>
        );
      })}
    </svg>
  );
}

function isAbout({ image, from, to }: Arrow, selected: string | null): boolean {
  return [`image:${image}`, `frame:${from}`, `frame:${to}`].some((id) => id === selected);
}

function isAt({ from, to }: Arrow, pfn: number | null): boolean {
  return pfn === from || pfn === to;
}
