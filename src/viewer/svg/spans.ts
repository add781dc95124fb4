import type { DiagramTransition } from "./diagram.ts";
import { cutText, type Font, textWidth } from "./text.ts";

/** The role of a piece of text, which decides its font and its colour. */
export type Ink = keyof typeof FONTS;

export interface Span {
  readonly text: string;
  readonly ink: Ink;
}

export const FONTS = {
  title: { size_px: 13, bold: true },
  note: { size_px: 11 },
  event: { size_px: 11 },
  guard: { size_px: 11 },
  success: { size_px: 11, bold: true },
  failure: { size_px: 11, bold: true },
  target: { size_px: 11 },
} as const satisfies Record<string, Font>;

/** A longer text is cut. */
export const TEXT_WIDTH_MAX_PX = 340;

/** Returns the width of the spans of one line in pixels. */
export function lineWidth(spans: readonly Span[]): number {
  return spans.reduce((total, { text, ink }) => total + textWidth(text, FONTS[ink]), 0);
}

/** Neighbours with one event, so that the order of the guards stays. */
export function groupByEvent(transitions: readonly DiagramTransition[]): DiagramTransition[][] {
  const groups: DiagramTransition[][] = [];
  for (const transition of transitions) {
    const last = groups.at(-1);
    if (last?.[0]?.event === transition.event) last.push(transition);
    else groups.push([transition]);
  }
  return groups;
}

export function keysOf(transitions: readonly DiagramTransition[]): readonly string[] {
  return transitions.map(({ key }) => key);
}

export function conditionSpans(transition: DiagramTransition): readonly Span[] {
  const { event, guard } = transition;
  if (event === "") return guardSpans(transition);
  if (guard === null) return [span(event, "event")];
  return [span(event, "event"), span(` [${guard}]`, "guard")];
}

export function guardSpans({ guard, otherwise }: DiagramTransition): readonly Span[] {
  if (guard !== null) return [span(`[${guard}]`, "guard")];
  return [span(otherwise ? "otherwise" : "always", "note")];
}

export function resultSpans({ result }: DiagramTransition, before: string): readonly Span[] {
  if (result === null) return [];
  const value = span(result.text, result.failed ? "failure" : "success");
  return before === "" ? [value] : [span(before, "guard"), value];
}

export function targetSpans({ source, target, actions }: DiagramTransition): readonly Span[] {
  const stays = target === null || target === source;
  const text = stays ? ["↻", ...actions.slice(0, 1)].join(" ") : `→ ${target.key}`;
  return [span(text, "target")];
}

export function span(text: string, ink: Ink): Span {
  return { text: cutText(onOneLine(text), FONTS[ink], TEXT_WIDTH_MAX_PX), ink };
}

/** SVG draws a run of white space as one space, so it has to be measured as one. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
