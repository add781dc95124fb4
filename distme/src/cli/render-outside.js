import { tally } from "./render.js";
import { paint, wrap } from "./text.js";
/** What was seen of a kernel from outside its machine, line by line. */
export function renderOutside({ tests, looks, total_ms }) {
    const { count, held, median_ms, longest_ms, entries, pages } = looks;
    const of = (kind) => tests.filter(({ outcome }) => outcome.kind === kind).length;
    return [
        paint("bold", `Seen from outside: ${number(count)} looks, ${seconds(total_ms)} s`),
        `  ${of("passed")} runs conform, ${of("diverged")} diverge, ${of("error")} errors, ` +
            `${of("skipped")} skipped`,
        `  ${number(held)} looks while a call was held under the lock; a look takes ` +
            `${median_ms} ms, ${longest_ms} ms at most`,
        `  ${number(entries)} list entries and every byte of ${number(pages)} pages compared`,
        ...tests.flatMap(renderTest),
        ...skipReasons(tests).map(([reason, n]) => `  ${wrap(`${n} tests skipped: ${reason}`, 4)}`),
    ];
}
function renderTest({ id, outcome }) {
    if (outcome.kind === "error")
        return [`  ${wrap(`${id}: ERROR ${outcome.reason}`, 4)}`];
    if (outcome.kind !== "diverged")
        return [];
    return outcome.divergences.map(({ step, label, what, model, kernel }) => {
        const text = `${id}, step ${step + 1}, ${label}: ${what}: expected ${model}, got ${kernel}`;
        return `  ${paint("red", "diverges")} ${wrap(text, 4)}`;
    });
}
function skipReasons(tests) {
    const why = tests.flatMap(({ outcome }) => (outcome.kind === "skipped" ? [outcome] : []));
    return tally(why).sort(([, a], [, b]) => b - a);
}
/** A long walk, line by line; where the kernel leaves it, both sides and how to get there again. */
export function renderWalk(run) {
    const { seed, steps, calls, loads, worlds, looks, total_ms, steps_per_s, divergence } = run;
    const lines = [
        paint("bold", `Long walk, seed ${seed}: ${number(steps)} steps, ${seconds(total_ms)} s`),
        `  ${number(steps_per_s)} steps of the statechart a second, in one guest`,
        `  ${number(calls)} calls, of them ${number(loads)} that loaded an image; ` +
            `${looks} looks from outside`,
        `  ${wrap(`worlds: ${worlds.join(", ")}`, 4)}`,
    ];
    if (divergence === null)
        return [...lines, "  the kernel does what the model says"];
    const { world, step, differences, calls: history, replay } = divergence;
    return [
        ...lines,
        `  ${paint("red", "diverges")} after ${number(step)} steps, in the world ${world}`,
        ...differences.map(({ what, model, kernel }) => {
            const text = `${what}: expected ${model}, got ${kernel}`;
            return `    ${wrap(text, 6)}`;
        }),
        "    the calls since nothing was loaded:",
        ...history.map((label, i) => `    ${String(i + 1).padStart(3)} ${wrap(label, 8)}`),
        `    again: ${replay}`,
    ];
}
function number(value) {
    return value.toLocaleString("en");
}
function seconds(ms) {
    return (ms / 1000).toFixed(1);
}
//# sourceMappingURL=render-outside.js.map