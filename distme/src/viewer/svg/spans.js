import { cutText, textWidth } from "./text.js";
export const FONTS = {
    title: { size_px: 13, bold: true },
    note: { size_px: 11 },
    event: { size_px: 11 },
    guard: { size_px: 11 },
    success: { size_px: 11, bold: true },
    failure: { size_px: 11, bold: true },
    target: { size_px: 11 },
};
/** A longer text is cut. */
export const TEXT_WIDTH_MAX_PX = 340;
/** Returns the width of the spans of one line in pixels. */
export function lineWidth(spans) {
    return spans.reduce((total, { text, ink }) => total + textWidth(text, FONTS[ink]), 0);
}
/** Neighbours with one event, so that the order of the guards stays. */
export function groupByEvent(transitions) {
    const groups = [];
    for (const transition of transitions) {
        const last = groups.at(-1);
        if (last?.[0]?.event === transition.event)
            last.push(transition);
        else
            groups.push([transition]);
    }
    return groups;
}
export function keysOf(transitions) {
    return transitions.map(({ key }) => key);
}
export function conditionSpans(transition) {
    const { event, guard } = transition;
    if (event === "")
        return guardSpans(transition);
    if (guard === null)
        return [span(event, "event")];
    return [span(event, "event"), span(` [${guard}]`, "guard")];
}
export function guardSpans({ guard, otherwise }) {
    if (guard !== null)
        return [span(`[${guard}]`, "guard")];
    return [span(otherwise ? "otherwise" : "always", "note")];
}
export function resultSpans({ result }, before) {
    if (result === null)
        return [];
    const value = span(result.text, result.failed ? "failure" : "success");
    return before === "" ? [value] : [span(before, "guard"), value];
}
export function targetSpans({ source, target, actions }) {
    const stays = target === null || target === source;
    const text = stays ? ["↻", ...actions.slice(0, 1)].join(" ") : `→ ${target.key}`;
    return [span(text, "target")];
}
export function span(text, ink) {
    return { text: cutText(onOneLine(text), FONTS[ink], TEXT_WIDTH_MAX_PX), ink };
}
/** SVG draws a run of white space as one space, so it has to be measured as one. */
export function onOneLine(text) {
    return text.replaceAll(/\s+/g, " ");
}
//# sourceMappingURL=spans.js.map