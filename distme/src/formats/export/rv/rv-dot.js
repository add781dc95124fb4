/**
 * An automaton in the part of DOT that every version of the kernel's own reader understands: dot2c
 * of 5.19 to 6.15, which reads line by line and word by word, and rvgen of later kernels.
 *
 * So the spaces are where they are, a label comes last, nothing is a comment or a bare number, two
 * states have one line with all of its events, and a state's label is its name.
 */
export function rvDot({ states, next }) {
    const [initial = "", ...others] = states;
    const sorted = [...states].sort();
    const lines = [
        "digraph state_automaton {",
        "\tcenter = true;",
        '\tsize = "7,11";',
        ...[...others].sort().map((state) => `\t{node [shape = circle] "${state}"};`),
        `\t{node [shape = plaintext, style=invis, label=""] "__init_${initial}"};`,
        `\t{node [shape = doublecircle] "${initial}"};`,
        `\t{node [shape = circle] "${initial}"};`,
        `\t"__init_${initial}" -> "${initial}";`,
        ...sorted.flatMap((state) => [
            state === initial
                ? `\t"${state}" [label = "${state}", color = green3];`
                : `\t"${state}" [label = "${state}"];`,
            ...arrowsFrom(state, next.get(state) ?? new Map()),
        ]),
        "\t{ rank = min ;",
        `\t\t"__init_${initial}";`,
        `\t\t"${initial}";`,
        "\t}",
        "}",
    ];
    return `${lines.join("\n")}\n`;
}
function arrowsFrom(state, moves) {
    const byTarget = new Map();
    for (const [event, to] of moves)
        byTarget.set(to, [...(byTarget.get(to) ?? []), event]);
    return [...byTarget]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([to, events]) => `\t"${state}" -> "${to}" [ label = "${events.sort().join("\\n")}" ];`);
}
//# sourceMappingURL=rv-dot.js.map