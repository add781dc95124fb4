import { possibleTransitions } from "../conformance/transition-count.js";
import { tally } from "./render.js";
import { renderTraces } from "./render-function-trace.js";
import { renderOutside, renderWalk } from "./render-outside.js";
import { paint, wrap } from "./text.js";
import { tool } from "./version.js";
/** Everything about a run on one kernel, line by line. */
export function renderOne(result) {
    const { name, kernel, run } = result;
    const { release, tests, transitions, boots_ms, total_ms } = run;
    const boots = boots_ms.map((ms) => `${seconds(ms)} s`).join(", ");
    return [
        paint("bold", `${tool}: Linux ${release}`),
        `  ${wrap(kernelText(kernel), 4)}`,
        `  ${count(tests, "passed")} tests conform, ${count(tests, "diverged")} diverge, ` +
            `${count(tests, "error")} errors, ${count(tests, "skipped")} skipped`,
        `  ${transitions.executed.length} of the ${possibleTransitions(name)} transitions that ` +
            `${name} has were executed`,
        `  ${seconds(total_ms)} s in all; boots: ${boots}`,
        ...tests.flatMap(renderTest),
        ...reasons(transitions.missing).map(([reason, n]) => `  ${wrap(`${n} transitions not executed: ${reason}`, 4)}`),
        ...skipped(tests),
        ...renderMore(result),
    ];
}
/** What was asked for beside the suite. */
function renderMore({ b8, bugs, jumps, outside, functionTrace, walk }) {
    return [
        ...(b8 ? renderB8(b8) : []),
        ...(bugs ? renderBugs(bugs) : []),
        ...(jumps ? renderJumps(jumps) : []),
        ...(outside ? renderOutside(outside) : []),
        ...(functionTrace ? renderTraces(functionTrace) : []),
        ...(walk ? renderWalk(walk) : []),
    ];
}
/** Each known bug: whether the kernel has it as its model says. */
function renderBugs({ bugs }) {
    return [
        paint("bold", "Known bugs, replayed"),
        ...bugs.flatMap(({ bug, what, has, expected, got }) => {
            const agrees = expected === got;
            const verdict = agrees ? (has ? "has it" : "has it not") : paint("red", "DIFFERS");
            return [
                `  ${wrap(`${bug.padEnd(3)} ${verdict}: ${what}`, 6)}`,
                `      ${wrap(`kernel: ${got}`, 8)}`,
                ...(agrees ? [] : [`      ${wrap(`model:  ${expected}`, 8)}`]),
            ];
        }),
    ];
}
const columns = [
    "kernel",
    "conform",
    "diverge",
    "errors",
    "skipped",
    "transitions",
    "time",
];
/** Runs on several kernels: a row for each, then what went wrong, then what stood in the way. */
export function renderMatrix(results) {
    const runs = results.flatMap((result) => ("run" in result ? [result] : []));
    return [
        paint("bold", `${tool}: Linux, ${results.length} kernels`),
        ...table([columns, ...results.map(row)]),
        ...results.map((result) => `  ${wrap(`${result.name}: ${identity(result)}`, 4)}`),
        ...runs.flatMap((result) => {
            const { run } = result;
            const lines = [...run.tests.flatMap(renderTest), ...renderMore(result)];
            return lines.length === 0 ? [] : [paint("bold", `Linux ${run.release}`), ...lines];
        }),
        ...obstacles(runs),
    ];
}
function row(result) {
    if (!("run" in result))
        return [result.name, "-", "-", "-", "-", "-", "-"];
    const { tests, transitions, total_ms } = result.run;
    return [
        result.name,
        ...["passed", "diverged", "error", "skipped"].map((kind) => String(count(tests, kind))),
        `${transitions.executed.length} of ${possibleTransitions(result.name)}`,
        `${seconds(total_ms)} s`,
    ];
}
/** Which kernel it was, or why there was none. */
function identity(result) {
    if (!("run" in result))
        return `ERROR ${result.failure}`;
    return `Linux ${result.run.release}, ${kernelText(result.kernel)}`;
}
/** Names to the left, numbers to the right. */
function table(rows) {
    const widths = columns.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
    return rows.map((cells) => {
        const padded = cells.map((cell, i) => i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0));
        return `  ${padded.join("  ")}`;
    });
}
/** Why transitions were not executed, with the number for each kernel in turn. */
function obstacles(runs) {
    const counts = new Map();
    for (const [i, { run }] of runs.entries()) {
        for (const { reason } of run.transitions.missing) {
            const numbers = counts.get(reason) ?? runs.map(() => 0);
            numbers[i] = (numbers[i] ?? 0) + 1;
            counts.set(reason, numbers);
        }
    }
    if (counts.size === 0)
        return [];
    const most = ([, a], [, b]) => Math.max(...b) - Math.max(...a);
    const names = runs.map(({ name }) => name).join(", ");
    return [
        paint("bold", `Transitions not executed, on ${names}`),
        ...[...counts].sort(most).map(([reason, n]) => `  ${wrap(`${n.join(", ")}: ${reason}`, 4)}`),
    ];
}
function kernelText(kernel) {
    return kernel.package ?? kernel.path;
}
function seconds(ms) {
    return (ms / 1000).toFixed(1);
}
function count(tests, kind) {
    return tests.filter(({ outcome }) => outcome.kind === kind).length;
}
function renderTest({ id, outcome }) {
    if (outcome.kind === "error") {
        const log = outcome.log === null ? "" : `; console log: ${outcome.log}`;
        return [`  ${wrap(`${id}: ERROR ${outcome.reason}${log}`, 4)}`];
    }
    if (outcome.kind !== "diverged")
        return [];
    return outcome.divergences.map(({ step, label, what, model, kernel }) => {
        const text = `${id}, step ${step + 1}, ${label}: ${what}: expected ${model}, got ${kernel}`;
        return `  ${paint("red", "diverges")} ${wrap(text, 4)}`;
    });
}
function skipped(tests) {
    const why = tests.flatMap(({ outcome }) => (outcome.kind === "skipped" ? [outcome] : []));
    return reasons(why).map(([reason, n]) => `  ${wrap(`${n} tests skipped: ${reason}`, 4)}`);
}
/** The most frequent reasons first. */
function reasons(given) {
    return tally(given).sort(([, a], [, b]) => b - a);
}
function renderB8({ calls, agrees, model }) {
    return [
        paint("bold", "B8, from the checker's own run, with QEMU's debugger"),
        `  model: ${model.result}, ${model.lost_frames} frame lost`,
        ...calls.map(({ fails, result, lost_frames }) => {
            const frames = `${lost_frames} frame${lost_frames === 1 ? "" : "s"} lost`;
            return `  ${wrap(`fails: ${fails}: ${result}, ${frames}`, 4)}`;
        }),
        agrees ? "  the kernel loses what the model says" : paint("red", "  the kernel differs"),
    ];
}
function renderJumps({ tests, total_ms }) {
    return [
        paint("bold", `Jumps into images, each from a fresh machine: ${seconds(total_ms)} s`),
        ...tests.map(renderJump),
    ];
}
function renderJump({ name, outcome, expected, got, log }) {
    if (outcome === "agrees")
        return `  ${wrap(`${name}: ${got}`, 4)}`;
    const where = log === null ? "" : `; console log: ${log}`;
    if (outcome === "error")
        return `  ${wrap(`${name}: ERROR ${got}${where}`, 4)}`;
    const text = `${name}: expected ${expected}, got ${got}${where}`;
    return `  ${paint("red", "differs")} ${wrap(text, 4)}`;
}
//# sourceMappingURL=render-linux.js.map