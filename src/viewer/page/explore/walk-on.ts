import type { KexecEvent } from "../../../../machines/events.ts";
import type { Subject } from "../../subject.ts";
import type { Playback } from "../state/playback.ts";
import { go } from "../state/route.ts";
import { walkText } from "../state/walks.ts";
import { kept } from "../traces/player.tsx";

/** Leaves a trace behind step `i` with other events: a walk that the address spells out. */
export function walkOn(playback: Playback, i: number, ...events: readonly KexecEvent[]): void {
  const before = playback.steps.slice(0, i).map(({ event }) => event);
  openWalk(playback.subject, [...before, ...events]);
}

/** Shows a walk at its end. */
export function openWalk(subject: Subject, events: readonly KexecEvent[]): void {
  const walk = walkText(subject, events);
  go("traces", { ...kept(), trace: "walk", walk, step: String(events.length) });
}
