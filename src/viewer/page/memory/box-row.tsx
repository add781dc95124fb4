import type { Box } from "./boxes.ts";
import { ImageChip } from "./image-chip.tsx";
import { Differs, markClass, Was } from "./marks.tsx";

interface BoxRowProps {
  readonly boxes: readonly Box[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** The variables of the kernel that are neither frame nor image, and the tasks. */
export function BoxRow({ boxes, selected, onSelect }: BoxRowProps) {
  return (
    <ul class="boxes" aria-label="Variables of the kernel and its tasks">
      {boxes.map((box) => (
        <BoxItem key={box.id} box={box} selected={selected} onSelect={onSelect} />
      ))}
    </ul>
  );
}

interface BoxItemProps extends Omit<BoxRowProps, "boxes"> {
  readonly box: Box;
}

function BoxItem({ box, selected, onSelect }: BoxItemProps) {
  const { kind, label, value, image, notes, was, differs } = box;
  return (
    <li class={`box ${kind}${markClass(was, differs)}`}>
      <span class="box-label">{label}</span>
      <span class="box-value">
        {value !== "" && <span class={value === "NULL" ? "null" : ""}>{value}</span>}
        {image !== null && (
          <span class="leads">
            <span aria-hidden="true">→ </span>
            <ImageChip image={image} selected={selected} onSelect={onSelect} />
          </span>
        )}
      </span>
      {notes.map((note) => (
        <span key={note} class="box-note">
          {note}
        </span>
      ))}
      <Was text={was} />
      <Differs text={differs} />
    </li>
  );
}
