import { unreachable } from "../../../base/assert.js";
import { reasonFor } from "./rv-traps.js";
/**
 * Reads a monitor's file, whoever wrote it, as strictly as all of the kernel's readers together.
 *
 * They differ: what one refuses another reads, and some lines are lost without a word. What is
 * reported here is what at least one of them gets wrong.
 */
export function readRvDot(text) {
    const reading = createReading();
    const lines = text.split("\n");
    if (lines.at(-1) === "")
        lines.pop();
    for (const [i, line] of lines.entries())
        readLine(reading, line, i + 1);
    const { problems } = reading;
    judge(reading);
    const { initial } = reading;
    if (problems.length > 0 || initial === null) {
        return { automaton: null, problems: problems.sort((a, b) => a.line - b.line) };
    }
    return { automaton: automatonOf(reading, initial), problems };
}
function createReading() {
    return {
        part: "header",
        problems: [],
        states: new Map(),
        labelled: new Set(),
        arrows: [],
        initial: null,
        begun: false,
    };
}
const name = '"([A-Za-z_][A-Za-z0-9_]*)"';
const patterns = {
    header: /^digraph state_automaton \{$/,
    preamble: /^[a-z]+ = (true|false|"[^"]*");$/,
    node: new RegExp(`^\\{node \\[shape = (circle|doublecircle|ellipse)\\] ${name}\\};$`),
    init: /^\{node \[shape = plaintext, style=invis, label=""\] "__init_([A-Za-z_]\w*)"\};$/,
    begin: new RegExp(`^"__init_([A-Za-z_]\\w*)" -> ${name};$`),
    state: new RegExp(`^${name} \\[label = ${name}(, color = [a-z]+\\d?)?\\];$`),
    arrow: new RegExp(`^${name} -> ${name} \\[ label = "([^"]*)" \\];$`),
    rank: /^\{ rank = min ;$/,
    ranked: /^"[A-Za-z_]\w*";$/,
};
function readLine(reading, line, number) {
    const text = line.trim();
    const { part } = reading;
    if (isExpected(reading, text, number))
        return;
    reading.problems.push({ line: number, message: reasonFor(text, part) });
}
/** Whether a line belongs where it stands; what it says is remembered. */
function isExpected(reading, text, number) {
    const { part } = reading;
    switch (part) {
        case "header":
            reading.part = "preamble";
            return patterns.header.test(text);
        case "preamble":
            return readNode(reading, text, number) || patterns.preamble.test(text);
        case "nodes":
            return readNode(reading, text, number) || readBegin(reading, text, number);
        case "arrows":
            if (patterns.rank.test(text))
                reading.part = "rank";
            else if (text === "}")
                reading.part = "end";
            return reading.part !== part || readArrow(reading, text, number);
        case "rank":
            if (text === "}")
                reading.part = "arrows";
            return reading.part !== part || patterns.ranked.test(text);
        case "end":
            return false;
        default:
            return unreachable(part);
    }
}
function readNode(reading, text, line) {
    const [, initial] = patterns.init.exec(text) ?? [];
    const [, , state] = patterns.node.exec(text) ?? [];
    if (initial === undefined && state === undefined)
        return false;
    reading.part = "nodes";
    if (initial !== undefined) {
        if (reading.initial !== null)
            reading.problems.push({ line, message: "a second initial state" });
        reading.initial = initial;
    }
    if (state !== undefined && !reading.states.has(state))
        reading.states.set(state, line);
    return true;
}
function readBegin(reading, text, line) {
    const [, from, to] = patterns.begin.exec(text) ?? [];
    if (from === undefined || to === undefined)
        return false;
    reading.part = "arrows";
    reading.begun = true;
    if (from !== to || from !== reading.initial) {
        const begin = `"__init_X" -> "X" for the initial state ${reading.initial}`;
        const message = `expected ${begin}, got ${text}`;
        reading.problems.push({ line, message });
    }
    return true;
}
function readArrow(reading, text, line) {
    const [, state, label] = patterns.state.exec(text) ?? [];
    if (state !== undefined) {
        reading.labelled.add(state);
        if (state !== label) {
            const message = `expected the label "${state}", got "${label}": rvgen knows states by it`;
            reading.problems.push({ line, message });
        }
        return true;
    }
    const [, from, to, events] = patterns.arrow.exec(text) ?? [];
    if (from === undefined || to === undefined || events === undefined)
        return false;
    reading.arrows.push({ from, to, events: events.split("\\n"), line });
    return true;
}
/** What no single line shows. */
function judge({ states, labelled, arrows, problems, initial, begun }) {
    if (initial === null || !begun) {
        const message = 'expected one node "__init_X" and, behind all nodes, one arrow from it to "X"';
        problems.push({ line: 1, message });
    }
    else if (!states.has(initial)) {
        problems.push({ line: 1, message: `expected a node for the initial state "${initial}"` });
    }
    for (const [state, line] of states) {
        if (labelled.has(state))
            continue;
        const own = `"${state}" [label = "${state}"];`;
        const message = `expected a line ${own} for it: no reader does without`;
        problems.push({ line, message });
    }
    problems.push(...twins(arrows), ...choices(arrows));
    for (const { from, to, events, line } of arrows) {
        for (const end of [from, to].filter((one) => !states.has(one))) {
            problems.push({ line, message: `expected a state that has a node, got "${end}"` });
        }
        for (const event of events.filter((one) => !/^[A-Za-z_]\w*$/.test(one))) {
            problems.push({ line, message: `expected an event that is a C identifier, got "${event}"` });
        }
    }
}
/** Two lines for one pair of states. */
function twins(arrows) {
    const first = new Map();
    return arrows.flatMap(({ from, to, line }) => {
        const other = first.get(`${from} ${to}`);
        first.set(`${from} ${to}`, other ?? line);
        if (other === undefined)
            return [];
        const arrow = `"${from}" -> "${to}"`;
        const message = `expected all events of ${arrow} in line ${other}: rvgen drops these`;
        return [{ line, message }];
    });
}
/** One event of one state that leads to two others. */
function choices(arrows) {
    const first = new Map();
    return arrows.flatMap((arrow) => arrow.events.flatMap((event) => {
        const place = `${arrow.from} ${event}`;
        const other = first.get(place) ?? arrow;
        first.set(place, other);
        if (other.to === arrow.to)
            return [];
        const targets = `"${other.to}" in line ${other.line}, and "${arrow.to}"`;
        const message = `expected one target of ${event} in "${arrow.from}", got ${targets}`;
        return [{ line: arrow.line, message }];
    }));
}
function automatonOf({ states, arrows }, initial) {
    const next = new Map([...states.keys()].map((s) => [s, new Map()]));
    for (const { from, to, events } of arrows) {
        for (const event of events)
            next.get(from)?.set(event, to);
    }
    const others = [...states.keys()].filter((state) => state !== initial);
    const events = [...new Set(arrows.flatMap((arrow) => arrow.events))].sort();
    return { states: [initial, ...others], events, next };
}
//# sourceMappingURL=rv-lint.js.map