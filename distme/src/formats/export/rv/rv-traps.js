/** Lines that look right to a person, and what one of the kernel's readers makes of them. */
const traps = [
    [/^(\/\/|\/\*|#)/, "no comment: dot2c takes what follows one for the end, rvgen refuses it"],
    [/^$/, "no empty line: dot2c looks at the first word of every line"],
    [/^(edge|node) \[/, "no defaults for edges and nodes: rvgen gives them to the arrow of __init_"],
    [
        /= [\d.]+/,
        'a number in quotation marks, as in size = "7,11": rvgen has no word for a bare one',
    ],
    [
        /^"[^"]*" -> "[^"]*" \[ label = "[^"]*",/,
        "the label as the last attribute: dot2c takes the last word but one for the events",
    ],
    [
        /^"[^"]*" -> "[^"]*" ?\[/,
        'an arrow of the form "A" -> "B" [ label = "event" ]; with these spaces: dot2c goes by them',
    ],
    [/^"[^"]*" -> "[^"]*";$/, "events on every arrow but the one of __init_"],
    [/^"[^"]*" ?\[/, 'a state of the form "A" [label = "A"]; with a C identifier for a name'],
    [/^\{node/, 'a node of the form {node [shape = circle] "A"}; with a C identifier for a name'],
];
const expected = {
    header: 'the line "digraph state_automaton {", which some versions look for word by word',
    preamble: 'an attribute such as center = true; or the first line of nodes, {node [...] "A"};',
    nodes: 'another node, or behind the last one the arrow "__init_X" -> "X";',
    arrows: "a state's label, an arrow, or the end",
    rank: 'a state such as "A"; or the end of the rank',
    end: "nothing behind the end",
};
/** Says what is wrong with a line in a part of the file, and who stumbles over it. */
export function reasonFor(line, part) {
    const reason = traps.find(([pattern]) => pattern.test(line))?.[1];
    const got = line.length > 60 ? `${line.slice(0, 60)}...` : line;
    return `expected ${part === "header" ? expected.header : (reason ?? expected[part])}; got ${got}`;
}
//# sourceMappingURL=rv-traps.js.map