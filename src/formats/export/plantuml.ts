import { type DrawnArrow, drawnArrows, drawnInside } from "./arrows.ts";
import type { ChartState, Statechart } from "./statechart.ts";

/** A statechart in PlantUML's notation. Arrows stand behind all states, since any may cross a box. */
export function plantuml(chart: Statechart): string {
  const inside = new Map(drawnInside(chart).map(({ state, labels }) => [state, labels]));
  const { root, name } = chart;
  const lines = [
    `@startuml ${name}`,
    "hide empty description",
    ...contentOf(root, inside),
    ...drawnArrows(chart).map(arrowLine),
    "@enduml",
  ];
  return `${lines.join("\n")}\n`;
}

type Inside = ReadonlyMap<ChartState, readonly string[]>;

function stateLines(state: ChartState, inside: Inside): readonly string[] {
  const { id, key, kind, history, children } = state;
  const name = history === null ? key : history === "deep" ? `${key} (H*)` : `${key} (H)`;
  const declared = `state "${escaped(name)}" as ${id}`;
  const rows = (inside.get(state) ?? []).map((row) => `${id} : ${escaped(row)}`);
  const end = kind === "final" ? [`${id} --> [*]`] : [];
  if (children.length === 0) return [declared, ...rows, ...end];
  const content = contentOf(state, inside).map((line) => `  ${line}`);
  return [`${declared} {`, ...content, "}", ...rows];
}

function contentOf(state: ChartState, inside: Inside): readonly string[] {
  if (state.kind === "parallel") {
    return state.children.flatMap((region, i) => [
      ...(i > 0 ? ["--"] : []),
      ...stateLines(region, inside),
    ]);
  }
  return [
    ...state.children.flatMap((child) => stateLines(child, inside)),
    ...state.initial.map(({ id }) => `[*] --> ${id}`),
  ];
}

function arrowLine({ source, target, labels }: DrawnArrow): string {
  return `${source.id} --> ${target.id} : ${labels.map(escaped).join("\\n")}`;
}

/** PlantUML's own letters: creole's, those of its preprocessor, and the quotation mark. */
function escaped(text: string): string {
  return text.replaceAll(/["<>~\\*/_-]{2,}|["<>\\]/g, (letters) =>
    [...letters].map((letter) => `<U+${hex(letter)}>`).join(""),
  );
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
