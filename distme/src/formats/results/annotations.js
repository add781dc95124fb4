import { casesOf, messageOfVerdict } from "./results.js";
/** GitHub shows so many errors of one step, and hides the others without a word. */
export const ANNOTATIONS_max = 10;
/** Names of what is open; all of them are in the log. */
const openNames_max = 5;
/**
 * What is wrong, as GitHub's workflow commands, one line each: they stand on the standard output of a
 * step, and GitHub shows them at the source lines that they name.
 *
 * What is open because something else failed or stopped is told in one. With more than GitHub shows,
 * the last one says how many there are.
 */
export function annotations(results) {
    const cases = casesOf(results);
    const [failed, stopped, open] = ["failed", "error", "unknown"].map((kind) => cases.filter(({ verdict }) => verdict.kind === kind));
    const bad = [...(failed ?? []), ...(stopped ?? [])].map(annotationOf);
    const all = [...bad, ...openOnes(open ?? [], results.title)];
    const shown = all.length <= ANNOTATIONS_max ? all : all.slice(0, ANNOTATIONS_max - 1);
    const hidden = all.length - shown.length;
    const rest = { name: results.title, text: `${hidden} more are wrong; see the log.`, place: "" };
    return [...shown, ...(hidden > 0 ? [rest] : [])]
        .map(({ name, text, place }) => `::error ${place}title=${property(name)}::${data(text)}\n`)
        .join("");
}
function openOnes(open, title) {
    if (open.length === 0)
        return [];
    const names = open.slice(0, openNames_max).map(({ name }) => name);
    const hidden = open.length - names.length;
    const list = [...names, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(", ");
    return [{ name: title, text: `Not judged to the end, so unknown: ${list}`, place: "" }];
}
function annotationOf({ name, verdict, trace, location, again }) {
    const last = trace.at(-1);
    const text = [
        messageOfVerdict(verdict),
        ...(last ? [`After ${trace.length} steps, the last one: ${last.label}`] : []),
        ...(again === null ? [] : [`Again: ${again}`]),
    ].join("\n");
    const place = location ? `file=${property(location.file)},line=${location.line},` : "";
    return { name, text, place };
}
function data(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text) {
    return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
//# sourceMappingURL=annotations.js.map