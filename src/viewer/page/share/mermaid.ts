import { type Actor, actorOf, lockActor } from "../state/actors.ts";
import type { Playback } from "../state/playback.ts";
import { subjectText } from "../state/subjects.ts";
import { actorsOf } from "../traces/lanes.ts";
import { type SharedTrace, traceReport } from "./shared-trace.ts";

/** Mermaid refuses longer texts, unless it is told otherwise. */
export const mermaidMax_characters = 50_000;

/**
 * A trace as a sequence diagram in Mermaid's language: who acts is a participant, who holds the lock
 * is active, and a note says what a step changes.
 */
export function mermaidText(trace: SharedTrace): string {
  const { item, playback } = trace;
  const actors = everybody(playback);
  const { steps } = traceReport(trace);
  const lines = steps.flatMap(({ event, label, changes }, i) => {
    const who = actorOf(event).id;
    return [
      ...(item.loop === i ? ["loop for ever"] : []),
      `${who}->>${who}: ${mermaidLabel(label)}`,
      ...lockLines(playback, i + 1),
      ...(changes.length === 0
        ? []
        : [`Note over ${who}: ${changes.map(mermaidLabel).join("<br/>")}`]),
    ];
  });
  return [
    "sequenceDiagram",
    "autonumber",
    ...actors.map(({ id, name }) => `participant ${id} as ${name}`),
    // Mermaid cuts a title that is wider than the diagram
    ...noteOverAll(actors, [item.title, subjectText(item.subject)]),
    ...lines,
    ...endLines(trace, actors),
    "",
  ].join("\n");
}

/** Those who act, and those who hold the lock, without a step of their own. */
function everybody(playback: Playback): readonly Actor[] {
  const acting = actorsOf(playback);
  const holders = playback.states.flatMap((_, i) => holderAt(playback, i) ?? []);
  const all = new Map([...acting, ...holders].map((actor) => [actor.id, actor]));
  return [...all.values()];
}

function holderAt({ simulation, states }: Playback, i: number): Actor | null {
  const state = states[i];
  return state ? lockActor(simulation.layout, state.context.mem) : null;
}

/** The lock goes from one to another. */
function lockLines(playback: Playback, i: number): readonly string[] {
  const [before, after] = [holderAt(playback, i - 1)?.id, holderAt(playback, i)?.id];
  if (before === after) return [];
  return [
    ...(before === undefined ? [] : [`deactivate ${before}`]),
    ...(after === undefined ? [] : [`activate ${after}`]),
  ];
}

/** Mermaid draws who is active only where that ends. */
function endLines({ item, playback }: SharedTrace, actors: readonly Actor[]): readonly string[] {
  const length = playback.steps.length;
  const holder = holderAt(playback, length)?.id;
  return [
    ...(item.loop !== null && item.loop < length ? ["end"] : []),
    ...(item.loop === length ? noteOverAll(actors, ["nothing happens any more, for ever"]) : []),
    ...(holder === undefined
      ? []
      : [`Note over ${holder}: still holds the lock`, `deactivate ${holder}`]),
  ];
}

function noteOverAll(actors: readonly Actor[], texts: readonly string[]): readonly string[] {
  const [first, last] = [actors[0]?.id, actors.at(-1)?.id];
  if (first === undefined) return [];
  const span = first === last ? first : `${first},${last}`;
  return [`Note over ${span}: ${texts.map(mermaidLabel).join("<br/>")}`];
}

const labelMax = 300;

/**
 * A text as a label that means nothing to Mermaid: what is neither a letter nor a harmless sign is
 * spelt by its number. Its words for such a number begin with `#` and end with `;`.
 */
export function mermaidLabel(text: string): string {
  const letters = [...text.slice(0, 2 * labelMax)];
  const kept = letters.slice(0, labelMax).map((letter) => {
    if (/[\p{L}\p{M}\p{N} .,()_=/'*!?+-]/u.test(letter)) return letter;
    if (/\s/u.test(letter)) return " ";
    const code = letter.codePointAt(0) ?? 0;
    // control characters and marks that turn the direction of writing must be seen
    if (/\p{C}/u.test(letter)) return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    return `#${code};`;
  });
  const more = kept.length < letters.length || text.length > 2 * labelMax ? "…" : "";
  return `${kept.join("").trim()}${more}` || "(no name)";
}
