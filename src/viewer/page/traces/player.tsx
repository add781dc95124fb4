import type { ComponentChildren } from "preact";
import type { CheckReport } from "../../../model/report.ts";
import { checks } from "../state/review.ts";
import { go, param, setParams } from "../state/route.ts";
import { goToStep, type Played, shownItem, step } from "../state/session.ts";
import { subjectText } from "../state/subjects.ts";
import { checkKinds } from "../state/trace-groups.ts";
import type { TraceItem } from "../state/trace-item.ts";
import { traceItems } from "../state/traces.ts";

/** What is played, and the buttons that play it. */
export function Player({
  played: { item, playback },
  children,
}: {
  readonly played: Played;
  readonly children?: ComponentChildren;
}) {
  const length = playback?.steps.length ?? 0;
  return (
    <section class="panel player" aria-label="Trace">
      <div class="what">
        <h1>
          {item.bug !== null && `${item.bug}: `}
          {item.title}
        </h1>
        <p>{item.statement}</p>
        {item.notes.length > 0 && (
          <details>
            <summary>More about it</summary>
            {item.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </details>
        )}
        <p class="muted subject">{subjectText(item.subject)}</p>
      </div>
      <div class="controls">
        <StepButtons length={length} />
        <BesideChoice />
        {item.kind === "walk" && <Undo length={item.events.length} />}
        {children}
      </div>
    </section>
  );
}

function StepButtons({ length }: { readonly length: number }) {
  const now = step.value;
  return (
    <fieldset class="buttons">
      <legend class="visually-hidden">Steps</legend>
      <StepButton sign="«" name="First state (Home)" to={0} disabled={now === 0} />
      <StepButton sign="‹" name="Step back (←)" to={now - 1} disabled={now === 0} />
      <input
        type="range"
        min={0}
        max={length}
        value={now}
        aria-label="Step"
        onInput={({ currentTarget }) => goToStep(Number(currentTarget.value))}
      />
      <StepButton sign="›" name="Step forward (→)" to={now + 1} disabled={now === length} />
      <StepButton sign="»" name="Last state (End)" to={length} disabled={now === length} />
      <output aria-live="polite" class="position">
        {now} / {length}
      </output>
    </fieldset>
  );
}

function StepButton({
  sign,
  name,
  to,
  disabled,
}: {
  readonly sign: string;
  readonly name: string;
  readonly to: number;
  readonly disabled: boolean;
}) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={() => goToStep(to)}
    >
      {sign}
    </button>
  );
}

const besideMax = 300;

/** What stands beside it: the right model, or any other trace. */
function BesideChoice() {
  const item = shownItem.value;
  const chosen = param("beside") ?? "";
  const others = traceItems.value.filter(({ id, kind }) => {
    return id !== item?.id && (kind !== "test" || id === chosen);
  });
  return (
    <label class="beside">
      beside{" "}
      <select
        value={chosen}
        onChange={({ currentTarget }) => setParams({ beside: currentTarget.value || null })}
      >
        <option value="">{item?.system ? item.system.name : "nothing"}</option>
        {item?.beside && <option value="right">the right model</option>}
        {others.slice(0, besideMax).map((one) => (
          <option key={one.id} value={one.id}>
            {besideName(one, checks.value ?? [])}
          </option>
        ))}
      </select>
    </label>
  );
}

/** @param reports where there are several, the name of a property is the name of several traces */
function besideName({ kind, title, subject }: TraceItem, reports: readonly CheckReport[]): string {
  return checkKinds.has(kind) && reports.length > 1 ? `${title} (${subject.kernel})` : title;
}

function Undo({ length }: { readonly length: number }) {
  return (
    <button type="button" disabled={length === 0} onClick={() => undoWalk()} title="Undo (u)">
      Undo
    </button>
  );
}

/** Takes the last step of a walk back. */
export function undoWalk(): void {
  const text = param("walk");
  if (shownItem.value?.kind !== "walk" || text === null) return;
  const shorter = text.replace(/(\/|\.)?[^./]*$/, (_, before) => (before === "/" ? "/" : ""));
  const length = Math.max(0, shownItem.value.events.length - 1);
  go("traces", { ...kept(), trace: "walk", walk: shorter, step: String(length) });
}

/** Choices that stay when a walk goes on. */
export function kept(): Readonly<Record<string, string>> {
  const names = ["find", "open", "chart", "collapsed", "tab"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = param(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
