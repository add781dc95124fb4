import { computed } from "@preact/signals";
import { messageOf } from "../../../base/message.ts";
import { readyPlayback } from "./play-ahead.ts";
import { type Playback, play } from "./playback.ts";
import { numberParam, param, setParams } from "./route.ts";
import type { TraceItem } from "./trace-item.ts";
import { traceItem, traceItems } from "./traces.ts";
import { walkItem } from "./walks.ts";

/** The trace that is shown: the one that the address names, or a walk that it spells out. */
export const shownItem = computed<TraceItem | null>(() => {
  const id = param("trace");
  if (id === null) return null;
  return id === "walk" ? walkItem(param("walk") ?? "") : traceItem(id);
});

/** A trace shown beside it: another one, or the right model with the same events. */
export const besideItem = computed<TraceItem | null>(() => {
  const [id, item] = [param("beside"), shownItem.value];
  if (id === null || !item) return null;
  if (id === "right" && item.beside) {
    return { ...item, id: "right", subject: item.beside, beside: null, title: "the right model" };
  }
  return traceItem(id);
});

/** A run that is played, or why it cannot be. */
export interface Played {
  readonly item: TraceItem;
  readonly playback: Playback | null;
  readonly problem: string | null;
}

let last: Playback | null = null;

export const shown = computed<Played | null>(() => {
  const played = shownItem.value && playItem(shownItem.value, last);
  last = played?.playback ?? null;
  return played;
});

export const beside = computed<Played | null>(() => besideItem.value && playItem(besideItem.value));

function playItem(item: TraceItem, before: Playback | null = null): Played {
  const ready = readyPlayback(item);
  if (ready) return { item, playback: ready, problem: null };
  try {
    const same = before && before.subject === item.subject ? before : null;
    return { item, playback: play(item.subject, item.events, same), problem: null };
  } catch (error) {
    return { item, playback: null, problem: messageOf(error) };
  }
}

/** How many steps of the shown trace are taken: 0 is the start. */
export const step = computed<number>(() => {
  const length = shown.value?.playback?.steps.length ?? 0;
  return Math.min(numberParam("step") ?? length, length);
});

export function goToStep(wanted: number): void {
  const length = shown.peek()?.playback?.steps.length ?? 0;
  setParams({ step: Math.max(0, Math.min(wanted, length)) });
}

/** The path of a state, the key of a transition, or null. */
export const selection = computed<string | null>(() => param("select"));

export function select(pathOrKey: string | null): void {
  setParams({ select: pathOrKey });
}

/** Whether the page has the trace that the address names, or may still unpack it. */
export const isMissing = computed(
  () => param("trace") !== null && shownItem.value === null && traceItems.value.length > 0,
);
