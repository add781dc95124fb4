/** The class that gives an image its colours; the number stands beside it wherever it is used. */
export function imageClass(image: number | null): string {
  return image === null ? "" : `own-${((image - 1) % 5) + 1}`;
}

interface ImageChipProps {
  readonly image: number;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** An image by colour and number; a click selects it. */
export function ImageChip({ image, selected, onSelect }: ImageChipProps) {
  const id = `image:${image}`;
  const isSelected = selected === id;
  return (
    <button
      type="button"
      class={`image-chip ${imageClass(image)}`}
      aria-pressed={isSelected}
      onClick={() => onSelect(isSelected ? null : id)}
    >
      image {image}
    </button>
  );
}
