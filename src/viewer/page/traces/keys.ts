import { walkOn } from "../explore/walk-on.ts";
import { choicesOf } from "../state/choices.ts";
import { stateAt } from "../state/playback.ts";
import { goToStep, shown, step } from "../state/session.ts";
import { undoWalk } from "./player.tsx";

/** Keys of the traces view: steps back and forth, undo, and choices by their number. */
export function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const { key } = event;
  if (isInside(event.target, "[role=listbox], [data-own-keys]") && /^(Arrow|Home|End)/.test(key))
    return;
  if (key === "ArrowRight" || key === "l") goToStep(step.peek() + 1);
  else if (key === "ArrowLeft" || key === "h") goToStep(step.peek() - 1);
  else if (key === "j") goToStep(step.peek() + 1);
  else if (key === "k") goToStep(step.peek() - 1);
  else if (key === "Home") goToStep(0);
  else if (key === "End") goToStep(shown.peek()?.playback?.steps.length ?? 0);
  else if (key === "u") undoWalk();
  else if (/^[1-9]$/.test(key)) choose(Number(key));
  else return;
  event.preventDefault();
}

function choose(number: number): void {
  const playback = shown.peek()?.playback;
  if (!playback) return;
  const now = step.peek();
  const open = choicesOf(playback.simulation, stateAt(playback, now)).filter(({ leads }) => leads);
  const choice = open[number - 1];
  if (!choice) return;
  const next = playback.steps[now]?.event;
  if (JSON.stringify(choice.event) === JSON.stringify(next)) goToStep(now + 1);
  else walkOn(playback, now, choice.event);
}

function isTyping(target: EventTarget | null): boolean {
  return isInside(target, "input, select, textarea, dialog");
}

function isInside(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
