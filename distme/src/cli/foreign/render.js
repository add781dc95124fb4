import { endText } from "../../xstate/told.js";
import { columns, count, paint, wrap } from "../text.js";
/** The report on somebody's machine, as a person reads it. */
export function renderMachine(report) {
    const { properties } = report;
    const promises = properties.filter(({ expect, kind }) => expect.kind === "holds" && kind !== "sometimes");
    const witnesses = properties.filter(({ expect, kind }) => expect.kind === "holds" && kind === "sometimes");
    const known = properties.filter(({ expect }) => expect.kind !== "holds");
    return [
        renderSearch(report),
        section("Promises", promises.map(renderVerdict)),
        section("Witnesses", witnesses.map(renderVerdict)),
        section("Known to fail", known.map(renderExpected)),
        section("What broke", promises.filter(({ ok, trace }) => !ok && trace).map(renderBroken)),
        section("Deadlock", report.deadlock
            ? ["  nothing can happen behind this run", ...traceLines(report.deadlock)]
            : []),
        renderCoverage(report),
        renderConclusion(report),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}
function section(title, lines) {
    return lines.length === 0 ? "" : [paint("bold", title), ...lines].join("\n");
}
function renderSearch(report) {
    const { tool, machine, file, states, transitions, depth, incomplete, engine, notes } = report;
    const end = endOf(incomplete);
    const numbers = [count(states), count(transitions), String(depth)];
    const widths = [11, 11, 7];
    const row = (cells) => cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("");
    return [
        paint("bold", wrap(`${tool}: machine ${machine}, ${file}`, 2)),
        row(["states", "steps", "depth"]),
        `${row(numbers)}  ${end}`,
        "  exact: states are compared whole, not hashed",
        ...(engine.why === null ? [] : [`  ${wrap(`XState takes every step: ${engine.why}`, 4)}`]),
        ...notes.map((note) => `  ${wrap(note, 4)}`),
    ].join("\n");
}
/** A search does not go on behind a broken promise, so that what it breaks cannot run away. */
function endOf(incomplete) {
    if (incomplete === null)
        return "complete";
    return paint("yellow", incomplete === "violation" ? "ends where a promise broke" : "INCOMPLETE");
}
function renderVerdict({ name, outcome, ok, applied, kind }) {
    const what = kind === "alwaysStep" ? "steps" : "states";
    const mark = ok
        ? paint("green", outcome.padEnd(11))
        : paint("red", outcome.toUpperCase().padEnd(11));
    const silent = kind === "sometimes" || outcome === "vacuous" || outcome === "unknown";
    const on = silent ? "" : `${count(applied)} ${what}`;
    const room = 79 - 13 - on.length - 1;
    if (name.length > room)
        return `  ${mark} ${wrap(name, 14)}${on === "" ? "" : `, ${on}`}`;
    return `  ${mark} ${name.padEnd(room)} ${on}`.trimEnd();
}
function renderExpected(property) {
    const { name, ok, outcome, expect, trace } = property;
    if (expect.kind === "holds")
        return renderVerdict(property);
    const mark = ok ? paint("yellow", outcome) : paint("red", outcome.toUpperCase());
    const label = expect.kind === "known-violation" ? `${expect.id}  ${name}` : name;
    return [
        `  ${mark}  ${wrap(label, 12)}`,
        ...statementLines(property),
        `    ${wrap(`Why: ${expect.reason}`, 4)}`,
        ...(trace ? traceLines(trace) : []),
    ].join("\n");
}
function renderBroken(property) {
    return [
        `  ${paint("red", wrap(property.name, 2))}`,
        ...statementLines(property),
        ...(property.trace ? traceLines(property.trace) : []),
    ].join("\n");
}
function statementLines({ name, statement }) {
    return name === statement ? [] : [`    ${wrap(statement, 4)}`];
}
/** A trace, one line a step: the event, and only what it changed. */
function traceLines({ start, steps, loop }) {
    const end = endText(loop, steps.length);
    return [
        `    ${wrap(`start  ${start.join("; ")}`, 11)}`,
        ...steps.map(({ label, changes }, i) => {
            const head = `    ${String(i + 1).padStart(5)}  ${label}`;
            if (changes.length === 0)
                return head;
            const said = changes.join("; ");
            if (head.length + said.length + 2 <= columns())
                return `${head}: ${said}`;
            return `${wrap(`${head}:`, 13)}\n${" ".repeat(13)}${wrap(said, 13)}`;
        }),
        ...(end === null ? [] : [`    ${end}`]),
    ];
}
function renderCoverage({ coverage, deadlocks, incomplete }) {
    const { transitions, dead, states, unreached } = coverage;
    const cut = incomplete ? ", in the part that was explored" : "";
    return [
        paint("bold", `Coverage of the statechart${cut}`),
        `  transitions taken      ${transitions - dead.length} of ${transitions}`,
        `  states entered         ${states - unreached.length} of ${states}`,
        `  deadlocks              ${deadlocks}`,
        ...dead.map((key) => `    ${paint("yellow", "never taken:")} ${wrap(key, 17)}`),
        ...unreached.map((path) => `    ${paint("yellow", "never entered:")} ${wrap(path, 19)}`),
    ].join("\n");
}
function renderConclusion({ verdict, problems, properties }) {
    if (verdict === "holds") {
        const what = properties.length === 0 ? "No deadlock" : "Every property holds";
        return paint("green", `${what}, in every state that these events lead to.`);
    }
    const title = verdict === "violated" ? "VIOLATED" : "INCOMPLETE: nothing is proved";
    return [
        paint(verdict === "violated" ? "red" : "yellow", title),
        ...problems.map((problem) => `  ${wrap(problem, 4)}`),
    ].join("\n");
}
//# sourceMappingURL=render.js.map