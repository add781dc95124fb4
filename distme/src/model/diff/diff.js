import { causesBetween } from "./causes.js";
import { answerLabel, deedLabel } from "./deed.js";
import { lacking } from "./features.js";
import { compiledKernel } from "./kernel.js";
import { themes as allThemes } from "./scene.js";
import { search } from "./search.js";
/** Everything that two kernels do differently, as far as the themes go. */
export function diffKernels(a, b, themes = allThemes) {
    const kernels = { a: compiledKernel(a), b: compiledKernel(b) };
    const results = themes.map((theme) => search(kernels.a, kernels.b, theme));
    const causesOf = causesBetween(a, b);
    const sightings = results.flatMap((result) => result.sightings);
    return {
        features: { onlyA: lacking(a, b), onlyB: lacking(b, a) },
        differences: grouped(kernels.a.layout, sightings, causesOf),
        searched: results.map(({ pairs }, i) => ({ theme: themes[i]?.name ?? "", pairs })),
    };
}
/** Calls that show the same for the same reason are one difference. */
function grouped(layout, sightings, causesOf) {
    const groups = new Map();
    for (const sighting of distinct(layout, sightings)) {
        const { a, b, told } = sighting.difference;
        const causes = causesOf(sighting);
        const results = told ? [a.result, b.result] : null;
        const key = JSON.stringify([a.facts, b.facts, results, causes]);
        const group = groups.get(key) ?? { a, b, ...causes, shownBy: [] };
        groups.set(key, group);
        const report = reportOf(layout, sighting.deeds);
        if (!isSaid(group.shownBy, sighting, report))
            group.shownBy.push(report);
    }
    return [...groups.values()];
}
/**
 * Whether a call need not be told beside the others: a fault that makes no difference to the
 * difference, or a call that shows it half-way as well.
 */
function isSaid(list, { deeds }, report) {
    const kind = deeds.at(-1)?.kind;
    if (list.length > 0 && (kind === "begin" || kind === "finish"))
        return true;
    return list.some(({ call, answer }) => call === report.call && (answer === null || answer === report.answer));
}
/** One sighting of each call, answer and difference, the one with the fewest deeds before it. */
function distinct(layout, sightings) {
    const known = new Map();
    for (const sighting of [...sightings].sort((x, y) => x.deeds.length - y.deeds.length)) {
        const { call, answer } = reportOf(layout, sighting.deeds);
        const { a, b } = sighting.difference;
        const key = JSON.stringify([call, answer, a, b]);
        if (!known.has(key))
            known.set(key, sighting);
    }
    return [...known.values()];
}
function reportOf(layout, deeds) {
    const texts = deeds.map((deed) => ({
        call: deedLabel(layout, deed),
        answer: answerLabel(layout, deed),
    }));
    const [last = { call: "", answer: null }] = texts.slice(-1);
    const after = texts
        .slice(0, -1)
        .map(({ call, answer }) => (answer === null ? call : `${call}, ${answer}`));
    return { ...last, after };
}
//# sourceMappingURL=diff.js.map