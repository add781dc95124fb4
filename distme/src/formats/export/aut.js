/**
 * A state graph in the Aldebaran format, which CADP, mCRL2 and LTSmin read: one line a step.
 *
 * The format knows states by their number only, and no letter stands for a quotation mark in a
 * label: an apostrophe takes its place.
 */
export function aldebaran({ states, steps }) {
    const lines = steps.map(({ from, to, label }) => `(${from}, "${spelt(label)}", ${to})`);
    return `des (0, ${steps.length}, ${states.length})\n${lines.map((line) => `${line}\n`).join("")}`;
}
function spelt(label) {
    return label.replaceAll('"', "'").replaceAll("\\", "/");
}
//# sourceMappingURL=aut.js.map