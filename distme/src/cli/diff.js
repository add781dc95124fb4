import { diffKernels, } from "../model/diff/diff.js";
import { kernels } from "../model/worlds.js";
import { createStatusLine } from "./status-line.js";
import { paint, wrap } from "./text.js";
import { version } from "./version.js";
/**
 * Prints every call whose result or effect differs between two kernels.
 *
 * @returns the exit status, as of diff(1): 0 when nothing differs, 1 when something does
 */
export function diffCommand({ a, b, json }) {
    const status = createStatusLine(json);
    status.say(`trying every sequence of calls on ${a} and on ${b}`);
    const diff = diffKernels(kernels[a], kernels[b]);
    status.say("");
    const report = { tool: `kexec-model ${version}`, a, b, ...diff };
    process.stdout.write(`${json ? JSON.stringify(report, null, 2) : renderDiff(report)}\n`);
    return diff.differences.length === 0 ? 0 : 1;
}
/** The whole report, as a person reads it. */
export function renderDiff(report) {
    const { tool, a, b, features, differences } = report;
    const title = `${tool}: what differs between ${a} and ${b}`;
    return [
        [
            paint("bold", title),
            ...featureLine(`only ${a}`, features.onlyA),
            ...featureLine(`only ${b}`, features.onlyB),
        ].join("\n"),
        ...differences.map((difference) => renderDifference(report, difference)),
        renderSearched(report),
    ].join("\n\n");
}
function featureLine(label, features) {
    if (features.length === 0)
        return [];
    return [`  ${label}: ${wrap(features.join(", "), label.length + 4)}`];
}
function renderDifference({ a, b }, difference) {
    const [first = nobody, ...others] = difference.shownBy;
    const lines = [
        [a, sideText(difference.a)],
        [b, sideText(difference.b)],
        ["after", first.after.length === 0 ? "from the start" : first.after.join("; ")],
        ["why", whyText({ a, b }, difference)],
    ];
    lines.push(...alsoTexts(first, others).map((text) => ["also", text]));
    const width = Math.max(...lines.map(([label]) => label.length)) + 2;
    return [
        `  ${paint("bold", wrap(callText(first), 4))}`,
        ...lines.map(([label, text]) => {
            return `    ${`${label}:`.padEnd(width)}${wrap(text, width + 4)}`;
        }),
    ].join("\n");
}
const nobody = { call: "", answer: null, after: [] };
function callText({ call, answer }) {
    return answer === null ? call : `${call}, ${answer}`;
}
/** The other calls, together by what comes before them; what is as in the first is not said. */
function alsoTexts(first, others) {
    const groups = new Map();
    for (const one of others) {
        const isSame = one.after.join() === first.after.join();
        const after = isSame ? "" : `after ${one.after.join("; ") || "nothing"}: `;
        const call = one.answer === first.answer ? one.call : callText(one);
        groups.set(after, [...(groups.get(after) ?? []), call]);
    }
    return [...groups].map(([after, calls]) => `${after}${calls.join("; ")}`);
}
function sideText({ result, facts }) {
    const said = [...(result === null ? [] : [result]), ...facts];
    return said.length === 0 ? "nothing changes" : said.join(", ");
}
function whyText(names, { features, bugs }) {
    const known = bugs.map((bug) => `${bug.id} in ${names[bug.in]}`);
    const reason = features.join(", ");
    return known.length === 0 ? reason : `${reason} (known bug: ${known.join(", ")})`;
}
function renderSearched({ differences, searched }) {
    const count = differences.length;
    const verdict = count === 0 ? "Nothing differs" : `${count} difference${count === 1 ? "" : "s"}`;
    const width = Math.max(...searched.map(({ theme }) => theme.length)) + 2;
    return [
        paint("bold", `${verdict} in every sequence of these calls, one fault in each at most:`),
        ...searched.map(({ theme, pairs }) => {
            return `  ${theme.padEnd(width)}${String(pairs).padStart(3)} pairs of states`;
        }),
    ].join("\n");
}
//# sourceMappingURL=diff.js.map