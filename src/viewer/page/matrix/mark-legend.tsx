import { markSigns } from "../../chart/looks.ts";

/** What the signs mean that say what a system did with a transition. */
export function MarkLegend() {
  const { done, missing, impossible, diverged } = markSigns;
  return (
    <span class="muted">
      {done} taken · {missing} not taken · {impossible} cannot be taken there · {diverged} diverged
    </span>
  );
}
