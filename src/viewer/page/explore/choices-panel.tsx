import { type Choice, choicesOf } from "../state/choices.ts";
import { type Playback, stateAt } from "../state/playback.ts";
import { goToStep, step } from "../state/session.ts";
import { walkOn } from "./walk-on.ts";

/** What can happen in the current state, where it leads, and what cannot and why. */
export function ChoicesPanel({ playback }: { readonly playback: Playback }) {
  const now = step.value;
  const choices = choicesOf(playback.simulation, stateAt(playback, now));
  const open = choices.filter(({ leads }) => leads !== null);
  const closed = choices.filter(({ leads }) => leads === null);
  const next = JSON.stringify(playback.steps[now]?.event ?? null);
  if (choices.length === 0) {
    return <p class="empty">Nothing can happen any more: this is the end.</p>;
  }
  return (
    <div class="choices scroll">
      <ol aria-label="What can happen">
        {open.map((choice, i) => (
          <li key={JSON.stringify(choice.event)}>
            <Open
              choice={choice}
              number={i + 1}
              isNext={JSON.stringify(choice.event) === next}
              onTake={(isNext) =>
                isNext ? goToStep(now + 1) : walkOn(playback, now, choice.event)
              }
            />
          </li>
        ))}
      </ol>
      {closed.length > 0 && (
        <>
          <h3>Cannot happen here</h3>
          <ul aria-label="What cannot happen">
            {closed.map(({ event, label, refusedBy }) => (
              <li key={JSON.stringify(event)} class="closed">
                <code>{label}</code>
                <span class="muted">
                  {refusedBy.length === 0
                    ? " no transition"
                    : ` ${refusedBy.length > 1 ? "none of" : "not"} [${refusedBy.join("] [")}]`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Open({
  choice: { label, leads },
  number,
  isNext,
  onTake,
}: {
  readonly choice: Choice;
  readonly number: number;
  readonly isNext: boolean;
  readonly onTake: (isNext: boolean) => void;
}) {
  const where = leads?.leaves.join(", ") ?? "";
  return (
    <button type="button" class={isNext ? "choice next" : "choice"} onClick={() => onTake(isNext)}>
      {number <= 9 && <kbd>{number}</kbd>}
      <code>{label}</code>
      <span class="muted">→ {where === "" ? "the same states" : where}</span>
      {isNext && <span class="chip">next here</span>}
    </button>
  );
}
