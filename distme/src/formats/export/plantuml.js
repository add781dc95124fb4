import { drawnArrows, drawnInside } from "./arrows.js";
import { isInside } from "./statechart.js";
/**
 * A statechart in PlantUML's notation. Arrows stand behind all states, since any may cross a box.
 *
 * PlantUML refuses a diagram in which an arrow crosses the border of a second region: such regions
 * are drawn as dashed boxes side by side.
 */
export function plantuml(chart) {
    const { root, name } = chart;
    const arrows = drawnArrows(chart);
    const inside = new Map(drawnInside(chart).map(({ state, labels }) => [state, labels]));
    const lines = [
        `@startuml ${name}`,
        "hide empty description",
        ...contentOf(root, { arrows, inside }),
        ...arrows.map(arrowLine),
        "@enduml",
    ];
    return `${lines.join("\n")}\n`;
}
function stateLines(state, drawing) {
    const { id, key, kind, history, children, parent } = state;
    const name = history === null ? key : history === "deep" ? `${key} (H*)` : `${key} (H)`;
    const isBoxed = parent !== null && parent.kind === "parallel" && !hasRegions(parent, drawing);
    const declared = `state "${escaped(name)}" as ${id}${isBoxed ? " ##[dashed]" : ""}`;
    const rows = (drawing.inside.get(state) ?? []).map((row) => `${id} : ${escaped(row)}`);
    const end = kind === "final" ? [`${id} --> [*]`] : [];
    if (children.length === 0)
        return [declared, ...rows, ...end];
    const content = contentOf(state, drawing).map((line) => `  ${line}`);
    return [`${declared} {`, ...content, "}", ...rows];
}
function contentOf(state, drawing) {
    const { kind, children, initial } = state;
    const between = kind === "parallel" && hasRegions(state, drawing) ? ["--"] : [];
    return [
        ...children.flatMap((child, i) => [...(i > 0 ? between : []), ...stateLines(child, drawing)]),
        ...initial.map(({ id }) => `[*] --> ${id}`),
    ];
}
/** Whether PlantUML can draw the children of a parallel state as its regions. */
function hasRegions({ children }, { arrows }) {
    const isIn = (region, state) => state === region || isInside(region, state);
    return children
        .slice(1)
        .every((region) => arrows.every(({ source, target }) => isIn(region, source) === isIn(region, target)));
}
function arrowLine({ source, target, labels }) {
    return `${source.id} --> ${target.id} : ${labels.map(escaped).join("\\n")}`;
}
/** PlantUML's own letters: creole's, those of its preprocessor, and the quotation mark. */
function escaped(text) {
    return text.replaceAll(/[~*/_-]{2,}|["<>\\]/g, (letters) => [...letters].map((letter) => `<U+${hex(letter)}>`).join(""));
}
function hex(letter) {
    return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
//# sourceMappingURL=plantuml.js.map