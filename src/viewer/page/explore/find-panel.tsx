import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { KexecEvent } from "../../../../machines/events.ts";
import { type GoalChoices, goalChoices } from "../../search/choices.ts";
import { type Condition, conditionText } from "../../search/goal.ts";
import type { SearchRequest, SearchStart } from "../../search/search.ts";
import { engineText, progressText, resultText } from "../../search/tell.ts";
import type { Subject } from "../../subject.ts";
import { subjectKey } from "../state/subjects.ts";
import { ConditionRow, isOffered } from "./condition-row.tsx";
import { cancelFind, conditions, type Find, find, startFind } from "./find.ts";
import "./find-panel.css";

export interface FindPanelProps {
  readonly subject: Subject;
  /** The state that is shown; null: there is none but the beginning. */
  readonly from: SearchStart | null;
  /** Shows a path; it leads on from the state that is shown, or from the beginning. */
  readonly onFound: (events: readonly KexecEvent[], fromHere: boolean) => void;
}

const timeLimits_s = [10, 60, 600] as const;

/** Beyond this many states a page's memory would not do. */
const statesMax = 20_000_000;

const fallback: Condition = { kind: "predicate", name: "frame-lost", task: null, not: false };

/** Looks for a path to a state that the reader describes. */
export function FindPanel({ subject, from, onFound }: FindPanelProps) {
  const key = subjectKey(subject);
  const choices = useMemo(() => goalChoices(subject), [key]);
  const [here, setHere] = useState(true);
  const [time_s, setTime] = useState<number>(60);
  const fromHere = here && from !== null;
  useStoppedElsewhere(key);
  const asked = offered(conditions.value, choices);
  const isRunning = find.value.kind === "running";
  const search = (): void => {
    const limits = { states: statesMax, time_ms: time_s * 1000 };
    void startFind({ subject, from: fromHere ? copyOf(from) : null, goal: asked, limits });
  };
  return (
    <form
      class="find scroll"
      aria-label="Find a path"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) search();
      }}
    >
      <Conditions conditions={asked} choices={choices} />
      <Begin {...{ from, fromHere, time_s }} onHere={setHere} onTime={setTime} />
      <div class="run">
        <button type="submit" class="primary" disabled={isRunning}>
          Find a shortest path
        </button>
        <button type="button" disabled={!isRunning} onClick={cancelFind}>
          Cancel
        </button>
      </div>
      <Outcome find={isOf(find.value, key) ? find.value : nothing} from={from} onFound={onFound} />
    </form>
  );
}

/** Where the search begins, and when it gives up. */
function Begin({
  from,
  fromHere,
  time_s,
  onHere,
  onTime,
}: {
  readonly from: SearchStart | null;
  readonly fromHere: boolean;
  readonly time_s: number;
  readonly onHere: (here: boolean) => void;
  readonly onTime: (time_s: number) => void;
}) {
  return (
    <fieldset class="from">
      <legend>Begin</legend>
      <label>
        <input
          type="radio"
          name="find-from"
          checked={fromHere}
          disabled={from === null}
          onChange={() => onHere(true)}
        />
        at the step that is shown
      </label>
      <label>
        <input type="radio" name="find-from" checked={!fromHere} onChange={() => onHere(false)} />
        at the beginning
      </label>
      <label class="time">
        and search for
        <select
          value={String(time_s)}
          onChange={({ currentTarget: { value } }) => onTime(Number(value))}
        >
          {timeLimits_s.map((one) => (
            <option key={one} value={String(one)}>
              {one < 120 ? `${one} seconds` : `${one / 60} minutes`}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** A search, or what it found, is of one subject: with another one it is over. */
function useStoppedElsewhere(key: string): void {
  useEffect(() => {
    if (!isOf(find.value, key)) cancelFind();
  }, [key]);
}

const nothing: Find = { kind: "none" };

function isOf(found: Find, key: string): boolean {
  return found.kind !== "none" && subjectKey(found.request.subject) === key;
}

/** The conditions that make sense in this model. */
function offered(wanted: readonly Condition[], choices: GoalChoices): readonly Condition[] {
  const kept = wanted.filter((condition) => isOffered(condition, choices));
  return kept.length > 0 ? kept : [fallback];
}

function Conditions({
  conditions: asked,
  choices,
}: {
  readonly conditions: readonly Condition[];
  readonly choices: GoalChoices;
}) {
  return (
    <fieldset>
      <legend>Find a path to a state where</legend>
      <ol class="conditions">
        {asked.map((condition, i) => (
          <ConditionRow
            key={i}
            number={i + 1}
            condition={condition}
            choices={choices}
            onChange={(changed) => {
              conditions.value = asked.with(i, changed);
            }}
            onRemove={
              asked.length > 1
                ? () => {
                    conditions.value = asked.toSpliced(i, 1);
                  }
                : null
            }
          />
        ))}
      </ol>
      <button
        type="button"
        class="plain"
        onClick={() => {
          conditions.value = [...asked, fallback];
        }}
      >
        + and another condition
      </button>
      {asked.some(({ kind }) => kind === "property-broken") && (
        <p class="muted hint">
          A property of steps is violated by the last step of the path; the other conditions are
          then asked of the state behind it. Properties of what happens in the end are not in the
          list: no single state or step violates them.
        </p>
      )}
    </fieldset>
  );
}

function Outcome({
  find: shown,
  from,
  onFound,
}: Pick<FindPanelProps, "from" | "onFound"> & { readonly find: Find }) {
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown.kind === "done") outcome.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  return (
    <>
      {shown.kind === "running" && (
        <p class="progress">
          <progress aria-label="The search runs" /> {progressText(shown.progress, shown.time_ms)}
        </p>
      )}
      <div class="outcome" role="status" ref={outcome}>
        {shown.kind === "cancelled" && <p>Cancelled.</p>}
        {shown.kind === "failed" && <p class="failed">{shown.message}</p>}
        {shown.kind === "done" && <Done {...{ done: shown, from, onFound }} />}
      </div>
    </>
  );
}

function Done({
  done: { request, result },
  from,
  onFound,
}: Pick<FindPanelProps, "from" | "onFound"> & {
  readonly done: Extract<Find, { kind: "done" }>;
}) {
  const fits = request.from === null || (from !== null && sameStart(request.from, from));
  return (
    <>
      <p class={`said ${result.outcome}`}>{resultText(result, request)}</p>
      <p class="muted">Looked for: {request.goal.map(conditionText).join(", and ")}.</p>
      <p class="muted">{[engineText(result), ...result.notes].join("; ")}.</p>
      {!fits && <p class="muted">This is about another step than the one that is shown now.</p>}
      {result.outcome === "found" && result.events.length > 0 && (
        <button
          type="button"
          class="primary"
          disabled={!fits}
          onClick={() => onFound(result.events, request.from !== null)}
        >
          Show the path
        </button>
      )}
    </>
  );
}

/** The state as it is now: its memory may be a view of a state that changes. */
function copyOf({ value, mem }: SearchStart): SearchStart {
  return { value, mem: mem.slice() };
}

function sameStart(a: NonNullable<SearchRequest["from"]>, b: SearchStart): boolean {
  return (
    JSON.stringify(a.value) === JSON.stringify(b.value) &&
    a.mem.every((byte, i) => byte === b.mem[i])
  );
}
