/** Marks of change and of difference: never a colour alone, always a sign and words. */

export function Was({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span class="was">
      <span aria-hidden="true">● </span>
      <span class="visually-hidden">changed, </span>was {text}
    </span>
  );
}

export function Differs({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span class="differs-text">
      <span aria-hidden="true">≠ </span>
      <span class="visually-hidden">differs, </span>beside: {text}
    </span>
  );
}

/** A closed lock: may only be read. */
export function LockSign() {
  return (
    <svg class="sign" viewBox="0 0 12 14" width="10" height="12" aria-hidden="true">
      <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" stroke-width="1.6" />
      <rect x="1.2" y="6" width="9.6" height="7" rx="1.4" fill="currentColor" />
    </svg>
  );
}

/** The classes of something that changed in this step, or is something else in another model. */
export function markClass(was: unknown, differs: unknown): string {
  return `${was === null ? "" : " changed"}${differs === null ? "" : " differs"}`;
}
