import { isAround } from "./items.js";
/** Returns the looks of all items of a chart, in their order. */
export function looksOf(drawn, status) {
    const active = innermostBoxes(drawn, status.active);
    const other = innermostBoxes(drawn, status.activeOther);
    const search = status.search.trim().toLowerCase();
    return drawn.items.map((item) => {
        const keys = item.kind === "box" ? [] : item.keys;
        const isActive = item.kind === "box" && active.has(item);
        const isTaken = keys.some((key) => status.taken.has(key));
        const isSelected = item.kind === "arrow" ? isOneOf(item.keys, status) : isNamed(item, status);
        const isMatch = search !== "" && item.kind !== "arrow" && item.words.includes(search);
        const mark = item.kind === "arrow" ? null : markOf(item, status.overlay);
        const classes = [
            ...(isActive ? ["active"] : []),
            ...(item.kind === "box" && [...active].some((one) => isAround(item, one)) ? ["within"] : []),
            ...(item.kind === "box" && other.has(item) ? ["other"] : []),
            ...(isTaken ? ["taken"] : []),
            ...(isSelected ? ["selected"] : []),
            ...(isMatch ? ["match"] : []),
            ...(search !== "" && !isMatch && !isFrame(item) ? ["dim"] : []),
            ...(mark ? [mark.kind] : []),
        ];
        const said = [isActive && "active", isTaken && "taken", mark?.title].filter((part) => !!part);
        return { classes, mark, said: said.join(", ") };
    });
}
/** The items that a search finds, in the order in which they are drawn. */
export function matchesOf(drawn, search) {
    const words = search.trim().toLowerCase();
    if (words === "")
        return [];
    return drawn.items.flatMap((item, index) => item.kind !== "arrow" && item.words.includes(words) ? [index] : []);
}
/** The boxes that show the innermost of some states: of a task, and of each region. */
export function innermostBoxes(drawn, paths) {
    const shown = new Set([...paths].flatMap((path) => drawn.boxOf.get(path) ?? []));
    const boxes = drawn.items.filter((item) => item.kind === "box" && shown.has(item.name));
    return new Set(boxes.filter((box) => !boxes.some((other) => isAround(box, other))));
}
/** A count in at most four characters. */
export function shortCount(count) {
    if (count < 1000)
        return String(count);
    const [value, unit] = count < 999_500
        ? [count / 1e3, "k"]
        : count < 999_500_000
            ? [count / 1e6, "M"]
            : [count / 1e9, "G"];
    return `${value < 9.95 ? value.toFixed(1) : Math.round(value)}${unit}`;
}
/** What stands for each kind of mark, wherever one is shown. */
export const markSigns = {
    done: "✓",
    missing: "–",
    diverged: "≠",
    impossible: "∅",
};
/** A line for several transitions says how many of those that are possible are done. */
function markOf(item, overlay) {
    if (!overlay)
        return null;
    if (item.kind === "box" || item.keys.length === 1) {
        return shownMark(overlay.marks.get(item.name));
    }
    const marks = item.keys.flatMap((key) => overlay.marks.get(key) ?? []);
    const possible = marks.filter(({ kind }) => kind !== "impossible");
    if (possible.length === 0)
        return shownMark(marks[0]);
    const done = possible.filter(({ kind }) => kind === "done").length;
    const worst = ["diverged", "missing", "done"].find((kind) => possible.some((mark) => mark.kind === kind));
    const kind = worst ?? "done";
    return {
        kind,
        text: `${markSigns[kind]} ${done}/${possible.length}`,
        title: `${done} of ${possible.length}`,
    };
}
function shownMark(mark) {
    if (!mark)
        return null;
    const { kind, times, text } = mark;
    const isCounted = times !== null && kind !== "impossible";
    return {
        kind,
        text: `${markSigns[kind]}${isCounted ? ` ${shortCount(times)}` : ""}`,
        title: text,
    };
}
function isNamed(item, { selected }) {
    return item.name === selected && (item.kind === "box" || item.keys.length === 1);
}
function isOneOf(keys, { selected }) {
    return selected !== null && keys.includes(selected);
}
/** A box around others; to dim it would dim what is found inside. */
function isFrame(item) {
    return item.kind === "box" && item.box.state.children.length > 0;
}
//# sourceMappingURL=looks.js.map