import { LockSign } from "./marks.tsx";

/** What the signs of the map mean. */
export function Legend({ compares }: { readonly compares: boolean }) {
  return (
    <ul class="legend" aria-label="Signs">
      <li>
        <LockSign /> read-only
      </li>
      <li>
        <svg class="corner filled" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
          <path d="M11 2V11H2Z" />
        </svg>
        destination of an image
      </li>
      <li>
        <svg class="corner hollow" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
          <path d="M11 2V11H2Z" />
        </svg>
        of a request
      </li>
      <li>● changed by this step</li>
      {compares && <li>≠ something else in the model beside</li>}
      <li>↺ source page in place</li>
    </ul>
  );
}
