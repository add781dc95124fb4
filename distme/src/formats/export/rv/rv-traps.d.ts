declare const expected: {
    readonly header: 'the line "digraph state_automaton {", which some versions look for word by word';
    readonly preamble: 'an attribute such as center = true; or the first line of nodes, {node [...] "A"};';
    readonly nodes: 'another node, or behind the last one the arrow "__init_X" -> "X";';
    readonly arrows: "a state's label, an arrow, or the end";
    readonly rank: 'a state such as "A"; or the end of the rank';
    readonly end: "nothing behind the end";
};
/** Says what is wrong with a line in a part of the file, and who stumbles over it. */
export declare function reasonFor(line: string, part: keyof typeof expected): string;
export {};
