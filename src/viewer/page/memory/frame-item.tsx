import type { FrameCell } from "./frame-cells.ts";
import { imageClass } from "./image-chip.tsx";
import { LockSign, markClass } from "./marks.tsx";

interface FrameItemProps {
  readonly cell: FrameCell;
  readonly isSelected: boolean;
  /** Whether the Tab key comes here. */
  readonly isTabStop: boolean;
  readonly onSelect: (cell: FrameCell) => void;
  readonly onPeek: (cell: FrameCell | null) => void;
  readonly onKey: (event: KeyboardEvent, cell: FrameCell) => void;
}

/** The cell of a page frame. */
export function FrameItem({
  cell,
  isSelected,
  isTabStop,
  onSelect,
  onPeek,
  onKey,
}: FrameItemProps) {
  const { pfn, fate, image, segmentOf, was, differs, label } = cell;
  const [loaded] = segmentOf;
  const own = imageClass(image ?? loaded ?? null);
  const kind = image === null && loaded ? `${fate} segment` : fate;
  return (
    <div
      role="option"
      class={`frame ${kind} ${own}${markClass(was, differs)}`}
      aria-selected={isSelected}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      data-pfn={pfn}
      onClick={() => onSelect(cell)}
      onKeyDown={(event) => onKey(event, cell)}
      onFocus={() => onPeek(cell)}
      onBlur={() => onPeek(null)}
      onMouseEnter={() => onPeek(cell)}
      onMouseLeave={() => onPeek(null)}
    >
      <FrameHead cell={cell} />
      <span class="use">
        {hyphenated(cell.use)} <Place cell={cell} />
      </span>
      <span class={cell.isWritten ? "content" : "content unwritten"}>
        {cell.isReadonly && <LockSign />} {cell.content}
      </span>
      <Foot cell={cell} />
      <Corner cell={cell} />
    </div>
  );
}

function FrameHead({ cell: { pfn, image } }: { readonly cell: FrameCell }) {
  return (
    <span class="frame-head">
      <span class="pfn">{pfn}</span>
      {image !== null && <span class="owner">image {image}</span>}
    </span>
  );
}

/** A cell may be narrower than the longest word in it. */
function hyphenated(use: string): string {
  return use.replace("vmcoreinfo", "vmcore\u00adinfo");
}

/** Where a source page goes. */
function Place({ cell: { pfn, goesTo } }: { readonly cell: FrameCell }) {
  if (goesTo === null) return null;
  return <span class="place">{goesTo === pfn ? "↺ in place" : `→ ${goesTo}`}</span>;
}

function Foot({ cell: { isOverLimit, was, differs } }: { readonly cell: FrameCell }) {
  return (
    <span class="foot">
      {isOverLimit && <span class="over">over limit</span>}
      {was !== null && <span class="was">● was {was.short}</span>}
      {differs !== null && <span class="differs-text">≠ {differs.short}</span>}
    </span>
  );
}

/** A destination: filled for a segment of an image that exists, hollow for any other request. */
function Corner({ cell: { destinations } }: { readonly cell: FrameCell }) {
  const [first] = destinations;
  if (!first) return null;
  const [image] = first.images;
  const kind = image === undefined ? "hollow" : `filled ${imageClass(image)}`;
  return (
    <svg class={`corner ${kind}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d="M11 2V11H2Z" />
    </svg>
  );
}
