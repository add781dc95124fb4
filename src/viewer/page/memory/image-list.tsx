import type { EntryLine, ImageCard } from "./image-cards.ts";
import { ImageChip, imageClass } from "./image-chip.tsx";
import { Differs, markClass, Was } from "./marks.tsx";

interface ImageListProps {
  readonly images: readonly ImageCard[];
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

/** The images that exist or are remembered, each with its entry list. */
export function ImageList({ images, selected, onSelect }: ImageListProps) {
  return (
    <section class="images" aria-label="Images">
      <h3>Images</h3>
      {images.length === 0 && <p class="none">No image is allocated.</p>}
      {images.map((card) => (
        <Card key={card.id} card={card} selected={selected} onSelect={onSelect} />
      ))}
    </section>
  );
}

interface CardProps extends Omit<ImageListProps, "images"> {
  readonly card: ImageCard;
}

function Card({ card, selected, onSelect }: CardProps) {
  const { id, image, isLive, status, facts, holders, entries, was, differs } = card;
  const marks = markClass(was, differs);
  const state = `${isLive ? "" : " gone"}${selected === id ? " selected" : ""}`;
  return (
    <article
      class={`image-card ${imageClass(image)}${marks}${state}`}
      aria-label={`image ${image}`}
    >
      <div class="card-head">
        <ImageChip image={image} selected={selected} onSelect={onSelect} />
        <span class={isLive ? "status" : "status gone"}>{status}</span>
        <span class="holders">{holdersText(isLive, holders)}</span>
      </div>
      {facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {isLive && <EntryList image={image} entries={entries} />}
      <Was text={was} />
      <Differs text={differs} />
    </article>
  );
}

function holdersText(isLive: boolean, holders: readonly string[]): string {
  if (holders.length > 0) return `held by ${holders.join(", ")}`;
  return isLive ? "held by nobody" : "";
}

interface EntryListProps {
  readonly image: number;
  readonly entries: readonly EntryLine[];
}

function EntryList({ image, entries }: EntryListProps) {
  if (entries.length === 0) return <p class="none">entry list: empty</p>;
  return (
    <ol class="entries" aria-label={`Entry list of image ${image}`}>
      {entries.map(({ text, page, isNew }, i) => (
        <li key={i} class={isNew ? "entry new" : "entry"}>
          {isNew && (
            <>
              <span aria-hidden="true">● </span>
              <span class="visually-hidden">new: </span>
            </>
          )}
          {text}
          {page !== null && <span class="page"> in frame {page}</span>}
        </li>
      ))}
    </ol>
  );
}
