import { type MutantName, mutants } from "../../../model/mutants.ts";
import { transitionInfo } from "../../chart/info.ts";
import { changedBy } from "../details/mutants-about.ts";
import type { Actor } from "../state/actors.ts";
import { type Playback, shownChanges } from "../state/playback.ts";
import { goToStep } from "../state/session.ts";
import type { OtherSide } from "./compare.ts";
import { lockLane } from "./lanes.ts";

/** Where a row stands in the list. */
export interface RowPlace {
  readonly index: number;
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly isCurrent: boolean;
}

interface StepRowProps {
  readonly place: RowPlace;
  readonly playback: Playback;
  /** Counted from 1. */
  readonly i: number;
  readonly actors: readonly Actor[];
  readonly actor: string;
  /** A run without end comes back to this step. */
  readonly repeats: boolean;
  readonly other: OtherSide | null;
  readonly isFirstDifference: boolean;
  /** What goes wrong here, on the last step of a run that shows it; null elsewhere. */
  readonly breaks: string | null;
}

/** One step: its number, the lanes, what happens and what it changes. */
export function StepRow(props: StepRowProps) {
  const { place, playback, i, actors, actor, repeats, other, isFirstDifference, breaks } = props;
  const label = playback.steps[i - 1]?.label ?? "";
  const who = actors.find(({ id }) => id === actor)?.name ?? "";
  const [held, holds] = [lockLane(playback, i - 1), lockLane(playback, i)];
  return (
    <Row place={place} i={i} differs={isFirstDifference}>
      <span class="number">{i}</span>
      {actors.map(({ id }) => (
        <Lane key={id} acts={id === actor} above={held === id} below={holds === id} />
      ))}
      <span class="what">
        <span class="label">
          {repeats && <span title="a run without end comes back to this step">↻ </span>}
          {label}
          <span class="visually-hidden"> by {who}</span>
        </span>
        <Why
          transitions={playback.steps[i - 1]?.transitions ?? []}
          mutant={playback.subject.mutant}
        />
        {shownChanges(playback, i).map((text) => (
          <span key={text} class="change">
            {text}
          </span>
        ))}
        {breaks !== null && <span class="breaks">{breaks}</span>}
      </span>
      {other && <Other other={other} />}
    </Row>
  );
}

/**
 * Which guards decided the step, and what the statechart says of that. Where a wrong version changes
 * something it is not what the statechart says.
 */
function Why({
  transitions,
  mutant,
}: {
  readonly transitions: readonly string[];
  readonly mutant: MutantName | null;
}) {
  const infos = transitions.flatMap((key) => transitionInfo(key) ?? []);
  const guards = infos.flatMap(({ guard }) => (guard === null ? [] : [`[${guard}]`]));
  const said =
    mutant !== null && transitions.some((key) => changedBy(mutant).has(key))
      ? [`Changed in this wrong version: ${mutants[mutant].breaks}.`]
      : infos.map(({ description }) => description).filter((text) => text !== "");
  return (
    <>
      {guards.length > 0 && <span class="guards">{guards.join(" ")}</span>}
      {said.map((text) => (
        <span key={text} class="said">
          {text}
        </span>
      ))}
    </>
  );
}

/** The state before the first step. */
export function StartRow({
  place,
  actors,
}: {
  readonly place: RowPlace;
  readonly actors: readonly Actor[];
}) {
  return (
    <Row place={place} i={0} differs={false}>
      <span class="number">0</span>
      {actors.map(({ id }) => (
        <Lane key={id} acts={false} above={false} below={false} />
      ))}
      <span class="what">
        <span class="change">the start: nothing is loaded</span>
      </span>
    </Row>
  );
}

function Row({
  place,
  i,
  differs,
  children,
}: {
  readonly place: RowPlace;
  readonly i: number;
  readonly differs: boolean;
  readonly children: preact.ComponentChildren;
}) {
  const { index, top, measure, isCurrent } = place;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box that it is in takes the keys
    <div
      id={`step-${i}`}
      class={`row${isCurrent ? " current" : ""}${differs ? " first-difference" : ""}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      data-index={index}
      ref={measure}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => goToStep(i)}
    >
      {children}
    </div>
  );
}

/** One piece of a lane: a line, thick where its actor holds the lock, and a dot where it acts. */
function Lane({
  acts,
  above,
  below,
}: {
  readonly acts: boolean;
  readonly above: boolean;
  readonly below: boolean;
}) {
  return (
    <span class="lane" aria-hidden="true">
      <i class={above ? "above held" : "above"} />
      <i class={below ? "below held" : "below"} />
      {acts && <i class={above || below ? "dot held" : "dot"} />}
    </span>
  );
}

function Other({ other: { kind, lines } }: { readonly other: OtherSide }) {
  const sign = { same: "✓ the same", differs: "≠", none: lines.length === 0 ? "–" : "✗" }[kind];
  return (
    <span class={`other ${kind}`}>
      <span class="sign">{sign}</span>
      {lines.map((text) => (
        <span key={text} class="change">
          {text}
        </span>
      ))}
    </span>
  );
}
