import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useVirtual } from "../shell/virtual.ts";
import { actorOf } from "../state/actors.ts";
import type { Playback } from "../state/playback.ts";
import { param, setParams } from "../state/route.ts";
import { goToStep, step } from "../state/session.ts";
import { subjectKey } from "../state/subjects.ts";
import type { SystemRun } from "../state/trace-item.ts";
import {
  firstDifference,
  type OtherSide,
  runBeside,
  systemBeside,
  systemDifference,
} from "./compare.ts";
import { actorsOf } from "./lanes.ts";
import { stepsThatChange, variablesOf } from "./rows.ts";
import { StartRow, StepRow } from "./step-row.tsx";
import "./steps.css";

interface StepTableProps {
  readonly playback: Playback;
  readonly loop: number | null;
  /** A second run, or what a system did; null: none. */
  readonly other: Playback | SystemRun | null;
  readonly otherName: string;
  /** What goes wrong in the last step; null for a run in which nothing does. */
  readonly breaks: string | null;
}

/** The steps of a run: who acts and who holds the lock, what happens, what changes. */
export function StepTable(props: StepTableProps) {
  const { playback, loop, other, otherName, breaks } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const filter = param("changes") ?? "";
  const rows = [0, ...stepsThatChange(playback, filter)];
  const virtual = useVirtual({
    count: rows.length,
    scroller,
    estimate: (row) => (row === 0 ? 30 : 52),
    of: `${subjectKey(playback.subject)} ${playback.steps.length} ${filter} ${otherName}`,
  });
  const actors = actorsOf(playback);
  const differs = other && differenceOf(playback, other);
  const now = useComputed(() => step.value).value;
  const row = rows.indexOf(now);
  useEffect(() => {
    if (row >= 0) virtual.scrollTo(row);
  }, [row]);
  const isDrawn = virtual.items.some(({ index }) => rows[index] === now);
  const move = (by: number): void => {
    const at = rows.findIndex((one) => one >= now);
    const next = rows[Math.max(0, Math.min((at < 0 ? rows.length : at) + by, rows.length - 1))];
    if (next !== undefined) goToStep(next);
  };
  return (
    <section class="panel steps" aria-label="Steps">
      <header>
        <h2>
          Steps{" "}
          <span class="muted">
            {filter === ""
              ? playback.steps.length
              : `${rows.length - 1} of ${playback.steps.length}`}
          </span>
        </h2>
        {differs !== null && (
          <button type="button" class="differs" onClick={() => goToStep(differs)}>
            ≠ first difference: step {differs}
          </button>
        )}
        <ChangesFilter playback={playback} value={filter} />
      </header>
      <div class={`lane-head lanes-${actors.length}`} aria-hidden="true">
        <span class="number">#</span>
        {actors.map(({ id, name }) => (
          <span key={id} class="lane-name" title={name}>
            {laneTitle(name)}
          </span>
        ))}
        <span class="what">
          step and what it changes · <i class="held-sign" /> holds the lock
        </span>
        {other && <span class="other">{otherName}</span>}
      </div>
      <div
        class="scroll rows"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label="Steps of the trace; arrow keys move"
        aria-activedescendant={isDrawn ? `step-${now}` : undefined}
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
          if (event.key === "Home") goToStep(0);
          else if (event.key === "End") goToStep(playback.steps.length);
          else if (by === undefined) return;
          else move(by);
          event.preventDefault();
        }}
      >
        <div class="virtual" style={{ height: `${virtual.total}px` }}>
          {virtual.items.map(({ index, start, key }) => {
            const i = rows[index] ?? 0;
            const place = {
              index,
              top: start,
              measure: virtual.measure,
              isCurrent: i === now,
            };
            if (i === 0) return <StartRow key={key} place={place} actors={actors} />;
            return (
              <StepRow
                key={key}
                place={place}
                playback={playback}
                i={i}
                actors={actors}
                actor={actorOf(playback.steps[i - 1]?.event ?? { type: "relocate_kernel" }).id}
                repeats={loop !== null && i === loop + 1}
                other={other && sideOf(playback, other, i)}
                isFirstDifference={i === differs}
                breaks={i === playback.steps.length ? breaks : null}
              />
            );
          })}
        </div>
        {playback.refused && (
          <p class="refused" role="alert">
            ✗ Step {playback.steps.length + 1}, {playback.refused.event.type}:{" "}
            {playback.refused.why}. The rest of the trace is not shown.
          </p>
        )}
        {loop !== null && loop >= playback.steps.length && (
          <p class="refused">↻ From here on nothing happens any more, for ever.</p>
        )}
      </div>
    </section>
  );
}

function laneTitle(name: string): string {
  return name
    .replace(/^task /, "T")
    .replace("panicking CPU", "panic")
    .replace(" worker", "");
}

function isPlayback(other: Playback | SystemRun): other is Playback {
  return "simulation" in other;
}

function differenceOf(playback: Playback, other: Playback | SystemRun): number | null {
  return isPlayback(other) ? firstDifference(playback, other) : systemDifference(other);
}

function sideOf(playback: Playback, other: Playback | SystemRun, i: number): OtherSide {
  return isPlayback(other) ? runBeside(playback, other, i) : systemBeside(other, i);
}

function ChangesFilter({
  playback,
  value,
}: {
  readonly playback: Playback;
  readonly value: string;
}) {
  return (
    <>
      <input
        type="search"
        class="changes"
        placeholder="only steps that change …"
        aria-label="Only steps that change"
        list="variables"
        value={value}
        onInput={({ currentTarget }) => setParams({ changes: currentTarget.value || null })}
      />
      <datalist id="variables">
        {variablesOf(playback).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
