import { drawnArrows, drawnInside } from "./arrows.js";
import { dotAttributes, dotString } from "./dot.js";
/**
 * A statechart for Graphviz: states in clusters.
 *
 * DOT has no arrow between clusters. One that leaves a cluster begins at the point in it that its
 * initial arrow begins at, and is cut off at the cluster's border; so for one that leads to it.
 */
export function chartDot(chart) {
    const inside = new Map(drawnInside(chart).map(({ state, labels }) => [state, labels]));
    const lines = [
        `digraph ${dotString(chart.name)} {`,
        "  compound=true;",
        "  rankdir=TB;",
        '  fontname="sans-serif";',
        '  node [fontname="sans-serif", fontsize=11, shape=box, style=rounded];',
        '  edge [fontname="sans-serif", fontsize=9];',
        ...indented(contentOf(chart.root, inside)),
        ...indented(drawnArrows(chart).map(arrowLine)),
        "}",
    ];
    return `${lines.join("\n")}\n`;
}
function stateLines(state, inside) {
    const { id, children, kind, history, description } = state;
    const name = history === null ? state.key : `${state.key} ${history === "deep" ? "H*" : "H"}`;
    const rows = inside.get(state) ?? [];
    const label = dotString([name, ...rows]);
    const tooltip = description === "" ? null : dotString(description);
    if (children.length === 0) {
        const peripheries = kind === "final" ? "2" : null;
        return [`${id}${dotAttributes({ label, tooltip, peripheries })};`];
    }
    return [
        `subgraph ${cluster(state)} {`,
        ...indented([
            `label=${label};`,
            ...(tooltip === null ? [] : [`tooltip=${tooltip};`]),
            `style=${kind === "parallel" ? '"rounded,dashed"' : "rounded"};`,
            ...contentOf(state, inside),
        ]),
        "}",
    ];
}
function contentOf(state, inside) {
    const point = `${pointOf(state)}${dotAttributes({ shape: "point", label: '""' })};`;
    return [
        point,
        ...state.children.flatMap((child) => stateLines(child, inside)),
        ...state.initial.map((first) => {
            const lhead = first.children.length > 0 ? cluster(first) : null;
            return `${pointOf(state)} -> ${endOf(first)}${dotAttributes({ lhead })};`;
        }),
    ];
}
function arrowLine({ source, target, labels }) {
    const ltail = source.children.length > 0 ? cluster(source) : null;
    const lhead = target.children.length > 0 ? cluster(target) : null;
    const label = dotString(labels, "l");
    return `${endOf(source)} -> ${endOf(target)}${dotAttributes({ label, ltail, lhead })};`;
}
/** The node that stands for a state at the end of an arrow. */
function endOf(state) {
    return state.children.length > 0 ? pointOf(state) : state.id;
}
function pointOf(state) {
    return `${state.id}__initial`;
}
function cluster(state) {
    return `cluster_${state.id}`;
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
}
//# sourceMappingURL=chart-dot.js.map