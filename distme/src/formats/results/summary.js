import { casesOf, clean, countVerdicts, messageOfVerdict, traceLines, } from "./results.js";
/** GitHub refuses more than a mebibyte for one step; several commands may write in one. */
const traces_max = 20;
const columns = [
    "passed",
    "expected",
    "failed",
    "unknown",
    "error",
    "skipped",
];
/** Results as Markdown: what a job's page begins with. */
export function summary(results) {
    const cases = casesOf(results);
    const of = (...kinds) => kinds.flatMap((kind) => cases.filter(({ verdict }) => verdict.kind === kind));
    return clean([
        `## ${results.tool.name} ${results.title}: ${conclusion(cases)}\n`,
        `${table(results)}\n`,
        ...section("What is wrong", of("failed", "error")),
        ...names("What was not judged to the end, so unknown", of("unknown")),
        ...section("What is wrong and known", of("expected")),
    ].join("\n"));
}
function conclusion(cases) {
    const { failed, error, unknown, passed, expected } = countVerdicts(cases);
    if (failed > 0)
        return `${failed} failed`;
    if (error + unknown > 0)
        return "incomplete, nothing is proved";
    return expected === 0 ? `${passed} passed` : `${passed} passed, ${expected} fail as known`;
}
function table({ suites }) {
    const rows = suites.map(({ name, cases }) => {
        const counts = countVerdicts(cases);
        return row([name, ...columns.map((kind) => (counts[kind] === 0 ? "" : `${counts[kind]}`))]);
    });
    return [row(["", ...columns]), row(["---", ...columns.map(() => "---:")]), ...rows].join("\n");
}
function row(cells) {
    return `| ${cells.join(" | ")} |`;
}
function section(title, cases) {
    if (cases.length === 0)
        return [];
    const shown = cases.slice(0, traces_max);
    const hidden = cases.length - shown.length;
    return [
        `### ${title}\n`,
        ...shown.map(details),
        ...(hidden > 0 ? [`... and ${hidden} more.\n`] : []),
    ];
}
/** Nothing more can be said of each than its name. */
function names(title, cases) {
    if (cases.length === 0)
        return [];
    return [`### ${title}\n`, `${cases.map(({ name }) => escaped(name)).join(", ")}\n`];
}
function details(one) {
    const { name, verdict, trace, again, location } = one;
    const place = location ? ` (${escaped(location.file)}:${location.line})` : "";
    const more = again === null ? [] : [`again: ${again}`];
    const run = trace.length === 0 ? more : [...traceLines(trace), ...more];
    return [
        `<details><summary><b>${escaped(name)}</b>${place}</summary>\n`,
        `${escaped(messageOfVerdict(verdict))}\n`,
        ...(run.length === 0 ? [] : [`<pre>${escaped(run.join("\n"))}</pre>\n`]),
        "</details>\n",
    ].join("\n");
}
/** As text of HTML, in which Markdown finds nothing to format either. */
function escaped(text) {
    return text.replace(/[&<>*_`[\]|\\]/g, (character) => `&#${character.charCodeAt(0)};`);
}
//# sourceMappingURL=summary.js.map