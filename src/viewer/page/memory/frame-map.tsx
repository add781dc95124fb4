import { useMemo, useRef, useState } from "preact/hooks";
import type { FrameCell } from "./frame-cells.ts";
import type { FrameGroup } from "./frame-groups.ts";
import { FrameItem } from "./frame-item.tsx";
import type { Arrow } from "./image-cards.ts";
import { LockSign } from "./marks.tsx";
import { neighbourOf } from "./neighbour.ts";
import { useCells } from "./use-cells.ts";
import { WireLayer } from "./wire-layer.tsx";

interface FrameMapProps {
  readonly groups: readonly FrameGroup[];
  readonly arrows: readonly Arrow[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** Every page frame, and the arrows of the entry lists above them. */
export function FrameMap({ groups, arrows, selected, onSelect }: FrameMapProps) {
  const box = useRef<HTMLDivElement>(null);
  const cells = useCells(box, groups);
  const [peeked, setPeeked] = useState<FrameCell | null>(null);
  const [active, setActive] = useState(0);
  const all = useMemo(() => groups.flatMap((group) => group.cells), [groups]);
  const tabStop = all.some(({ pfn }) => pfn === active) ? active : (all[0]?.pfn ?? 0);
  const select = ({ id, pfn }: FrameCell): void => {
    setActive(pfn);
    onSelect(id === selected ? null : id);
  };
  const onKey = (event: KeyboardEvent, cell: FrameCell): void => {
    if (event.key === "Enter" || event.key === " ") select(cell);
    else if (event.key === "Escape") onSelect(null);
    else {
      const next = neighbourOf(cells, cell.pfn, event.key);
      if (next === null) return;
      setActive(next);
      box.current?.querySelector<HTMLElement>(`[data-pfn="${next}"]`)?.focus();
    }
    event.preventDefault();
    event.stopPropagation(); // arrows also go from step to step
  };
  // the cell of the step that is shown now, not of the one that was shown when it was entered
  const shown = all.find(({ pfn }) => pfn === peeked?.pfn) ?? null;
  return (
    <section class="frames" aria-label="Page frames">
      <div class={arrows.length > 0 ? "frame-box wired" : "frame-box"} ref={box}>
        <div role="listbox" aria-label="Page frames" aria-orientation="horizontal">
          {groups.map((group) => (
            <Group key={group.kind} group={group}>
              {group.cells.map((cell) => (
                <FrameItem
                  key={cell.id}
                  cell={cell}
                  isSelected={cell.id === selected}
                  isTabStop={cell.pfn === tabStop}
                  onSelect={select}
                  onPeek={setPeeked}
                  onKey={onKey}
                />
              ))}
            </Group>
          ))}
        </div>
        <WireLayer cells={cells} arrows={arrows} selected={selected} peeked={peeked?.pfn ?? null} />
      </div>
      <p class="peek" aria-hidden="true">
        {shown
          ? shown.label
          : "Point at a frame, or go there with the arrow keys, to read it here."}
      </p>
    </section>
  );
}

interface GroupProps {
  readonly group: FrameGroup;
  readonly children: preact.ComponentChildren;
}

function Group({ group: { kind, title, facts, was, isReadonly, cells }, children }: GroupProps) {
  const changed = was.length > 0 ? `, changed, was ${was.join(", ")}` : "";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box may own groups, and no field sets
    <div
      role="group"
      class={`frame-group ${kind}${was.length > 0 ? " changed" : ""}`}
      aria-label={`${[title, ...facts].join(", ")}${changed}`}
    >
      <div class="group-title" aria-hidden="true">
        <span class="title">{title}</span>
        {isReadonly && <LockSign />}
        <span class="group-facts">{facts.join(" · ")}</span>
        {was.length > 0 && <span class="was">● was {was.join(", ")}</span>}
      </div>
      {cells.length > 0 && <div class="cells">{children}</div>}
    </div>
  );
}
