import { commonState, drawnArrows, drawnInside } from "./arrows.js";
/**
 * A statechart in Mermaid's notation, as GitHub draws it.
 *
 * Mermaid moves a state into the last block that names it. So every state is declared in its own
 * block, and an arrow stands in the innermost block around both of its ends; but not between
 * regions, where it would belong to one of them.
 */
export function mermaid(chart) {
    const arrows = new Map();
    for (const arrow of drawnArrows(chart)) {
        const block = blockOf(arrow, chart.root);
        arrows.set(block, [...(arrows.get(block) ?? []), arrow]);
    }
    const inside = new Map(drawnInside(chart).map(({ state, labels }) => [state, labels]));
    const lines = contentOf(chart.root, { arrows, inside });
    return ["stateDiagram-v2", ...indented(lines), ""].join("\n");
}
function blockOf({ source, target }, root) {
    let block = commonState(source, target, root);
    while (block.kind === "parallel" && block.parent !== null)
        block = block.parent;
    return block;
}
function stateLines(state, drawing) {
    const { id, key, kind, history, children } = state;
    const name = history === null ? key : history === "deep" ? `${key} (H*)` : `${key} (H)`;
    const declared = `state "${escaped(name)}" as ${id}`;
    const rows = drawing.inside.get(state) ?? [];
    if (children.length === 0) {
        return [
            declared,
            ...rows.map((row) => `${id} : ${escaped(row)}`),
            ...(kind === "final" ? [`${id} --> [*]`] : []),
        ];
    }
    return [
        declared,
        `state ${id} {`,
        ...indented(contentOf(state, drawing)),
        "}",
        // a row of a block would take the place of its name
        ...(rows.length > 0 ? [`${id} --> ${id} : ${rows.map(escaped).join("<br/>")}`] : []),
    ];
}
function contentOf(state, drawing) {
    if (state.kind === "parallel") {
        return state.children.flatMap((region, i) => [
            ...(i > 0 ? ["--"] : []),
            ...stateLines(region, drawing),
        ]);
    }
    return [
        ...state.initial.map(({ id }) => `[*] --> ${id}`),
        ...state.children.flatMap((child) => stateLines(child, drawing)),
        ...(drawing.arrows.get(state) ?? []).map(arrowLine),
    ];
}
function arrowLine({ source, target, labels }) {
    return `${source.id} --> ${target.id} : ${labels.map(escaped).join("<br/>")}`;
}
/** Letters that end a label, begin another word of the notation or are taken for HTML. */
function escaped(text) {
    return text.replaceAll(/[#;:"<>{}%]/g, (letter) => `#${letter.charCodeAt(0)};`);
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
}
//# sourceMappingURL=mermaid.js.map