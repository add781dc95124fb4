import { dotAttributes, dotString } from "./dot.js";
/**
 * A state graph for Graphviz, or for a reader of such files. Its states are numbered as in every
 * other export of the same world; what each region does is what a pointer over a state shows.
 */
export function graphDot({ name, states, steps }) {
    const lines = [
        `digraph ${dotString(name)} {`,
        '  node [fontname="sans-serif", fontsize=10, shape=box, style=rounded];',
        '  edge [fontname="sans-serif", fontsize=8];',
        ...states.map(({ leaves }, state) => {
            const label = dotString([String(state), ...leaves.map(lastKeys)]);
            const tooltip = dotString(leaves.join(" "));
            const penwidth = state === 0 ? "3" : null;
            return `  ${state}${dotAttributes({ label, tooltip, penwidth })};`;
        }),
        ...steps.map(({ from, to, label }) => {
            return `  ${from} -> ${to}${dotAttributes({ label: dotString(label) })};`;
        }),
        "}",
    ];
    return `${lines.join("\n")}\n`;
}
/** The end of a path, which is enough to know it by: a whole one makes a wide box. */
function lastKeys(path) {
    return path.split(".").slice(-2).join(".");
}
//# sourceMappingURL=graph-dot.js.map