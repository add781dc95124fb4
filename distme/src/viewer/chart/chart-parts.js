import { collapse } from "../svg/collapse.js";
import { partsOf } from "../svg/parts.js";
import { charts } from "./charts.js";
import { cutDiagram } from "./cut.js";
/** Room for a mark such as `✓ 1.2k` beside a name, a row or a line of a label. */
export const MARK_PX = 44;
/** Returns everything that has to be placed in a chart, with its text. */
export function chartParts(name, cut) {
    const whole = cutDiagram(name, cut);
    const exits = charts[name].exits.filter((path) => whole.boxOf.get(path) === path);
    const divided = collapse(whole.diagram, exits);
    const summaries = new Map();
    const rows = new Map(divided.rows);
    for (const [state, inside] of whole.collapsed) {
        const all = rows.get(state) ?? [];
        const fromInside = all.filter((row) => !isOwn(state, row));
        rows.set(state, all.filter((row) => isOwn(state, row)));
        summaries.set(state, [
            {
                text: `${counted(inside.states_count, "state")} inside`,
                keys: inside.transitions.map(({ key }) => key),
            },
            ...exitLines(fromInside),
        ]);
    }
    const options = { summaries, mark_px: MARK_PX };
    return { ...whole, parts: partsOf(whole.diagram, { ...divided, rows }, options) };
}
/** Whether a transition begins in the state itself, and not somewhere inside. */
function isOwn({ path }, { key }) {
    return key.startsWith(`${path} `);
}
/** One line for each state that early exits from inside end in. */
function exitLines(exits) {
    const byTarget = new Map();
    for (const { key, target } of exits) {
        const name = target?.key ?? "";
        byTarget.set(name, [...(byTarget.get(name) ?? []), key]);
    }
    return [...byTarget].map(([name, keys]) => ({
        text: `${counted(keys.length, "early exit")} → ${name}`,
        keys,
    }));
}
function counted(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
//# sourceMappingURL=chart-parts.js.map