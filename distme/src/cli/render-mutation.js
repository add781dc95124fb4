import { checkClaims } from "../mutation/judge.js";
import { subjects } from "../mutation/subjects.js";
import { count, paint, wrap } from "./text.js";
/** The whole report of a mutation run, as a person reads it. */
export function renderMutation(report) {
    const { tool, judged, score, differences, baseline } = report;
    const { total, irreplaceable, kills, cover, idle, survivors } = score;
    return [
        [
            paint("bold", `${tool}: ${count(total.mutants)} mutants, ${count(judged)} judged now`),
            ...renderTallies(score),
        ].join("\n"),
        renderTotals(score),
        [
            paint("bold", "Properties that kill what nothing else kills"),
            ...[...irreplaceable]
                .sort(([, a], [, b]) => b.length - a.length)
                .map(([name, only]) => `  ${name.padEnd(48)}${only.length} of ${kills.get(name)}`),
        ].join("\n"),
        `${paint("bold", "A smallest set with the same score")}\n  ${wrap(`${cover.chosen.length} of ${kills.size} properties${cover.smallest ? "" : " at most"}: ${cover.chosen.join(", ")}`, 2)}`,
        ...listed("Properties that kill nothing", idle, "red"),
        ...listed("Mutants that survive", survivors, "red"),
        ...listed(`Not what ${baseline} says`, differences, "yellow"),
        renderConclusion(report),
    ].join("\n\n");
}
function listed(title, lines, style) {
    if (lines.length === 0)
        return [];
    return [[paint(style, title), ...lines.map((line) => `  ${wrap(line, 4)}`)].join("\n")];
}
function renderTallies({ kinds, total }) {
    const heads = ["mutants", "property", "check", "suite", "equivalent", "survived"];
    const cells = (tally) => [
        tally.mutants,
        tally.byProperty,
        tally.byCheck,
        tally.bySuite,
        tally.equivalent,
        tally.survived,
    ].map((n) => count(n));
    const row = (name, texts) => `  ${name.padEnd(22)}${texts.map((text, i) => text.padStart((heads[i]?.length ?? 0) + 2)).join("")}`;
    return [
        row("", heads),
        ...[...kinds].map(([kind, tally]) => row(kind, cells(tally))),
        row("all", cells(total)),
    ];
}
function renderTotals({ total, proofs, propertyScore }) {
    const different = total.mutants - total.equivalent;
    return [
        `  ${wrap(`Properties alone kill ${(100 * propertyScore).toFixed(1)} % of the ${count(different)} mutants that are not equivalent.`, 2)}`,
        `  ${wrap(`Equivalent within the bounds of all worlds: ${count(proofs["same-steps"])} take the same ` +
            `steps, ${count(proofs.bisimilar)} are bisimilar, ${count(proofs.unreached)} change what ` +
            "is never reached.", 2)}`,
    ].join("\n");
}
function renderConclusion({ score, differences, baseline }) {
    if (score.total.survived > 0)
        return paint("red", "Some mutants survive.");
    if (score.idle.length > 0)
        return paint("red", "Some properties kill no mutant.");
    if (differences.length === 0) {
        return paint("green", "Every mutant is killed, or proved to be equivalent.");
    }
    return paint("yellow", wrap(`${baseline} is out of date: look, then write it with --write.`, 0));
}
/** What became of one mutant. */
export function renderMutant(name, result) {
    const breaks = subjects()[name]?.breaks ?? "";
    return [
        paint("bold", wrap(name, 2)),
        `  ${wrap(breaks, 2)}`,
        ...verdictLines(result).map((line) => `  ${wrap(line, 4)}`),
    ].join("\n");
}
function verdictLines(result) {
    switch (result.verdict) {
        case "killed":
            return [
                paint("green", `killed at ${result.where} by`),
                ...result.by.map(({ name, steps }) => {
                    const after = steps === null ? "" : `, after ${steps} steps`;
                    const claim = name in checkClaims ? ` (${checkClaims[name]})` : "";
                    return `  ${name}${claim}${after}`;
                }),
            ];
        case "suite":
            return [paint("green", "killed by its suite on the reference kernel"), `  ${result.found}`];
        case "equivalent":
            return [paint("green", `equivalent: ${proofText(result.proof)}`)];
        case "survived":
            return [paint("red", `survived: ${result.why}`)];
    }
}
function proofText(proof) {
    switch (proof.kind) {
        case "unreached":
            return "the model never comes to what it changes";
        case "same-steps":
            return `it does the same, compared ${count(proof.compared)} times`;
        case "bisimilar": {
            const pairs = proof.worlds.reduce((sum, world) => sum + world.pairs, 0);
            return `bisimilar in ${proof.worlds.length} worlds, ${count(pairs)} pairs of states`;
        }
    }
}
//# sourceMappingURL=render-mutation.js.map