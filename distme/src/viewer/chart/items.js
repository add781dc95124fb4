import { contains } from "../svg/diagram.js";
import { lineWidth } from "../svg/spans.js";
import { MARK_PX } from "./chart-parts.js";
import { charts } from "./charts.js";
import { isCollapsible } from "./cut.js";
import { stateInfo, transitionInfo } from "./info.js";
import { chartScene } from "./layouts.js";
/** Returns the drawing of a chart while some states are collapsed; the same for the same ones. */
export function drawnChart(chart, collapsed) {
    const drawn = chartScene(chart, collapsed);
    const known = drawings.get(drawn);
    if (known)
        return known;
    const { boxes, edges } = drawn.scene;
    const items = [
        ...boxes.map((box) => boxItem(box, chart, drawn)),
        ...edges.map(arrowItem),
        ...boxes.flatMap(rowItems),
        ...edges.flatMap(labelItems),
    ];
    const made = { ...drawn, chart, items };
    drawings.set(drawn, made);
    return made;
}
const drawings = new WeakMap();
const ROW_ABOVE_PX = 11;
const ROW_PX = 14;
function boxItem(box, chart, drawn) {
    const { state, rectangle, origin, content } = box;
    const texts = content.texts.filter(({ keys }) => !keys).map((text) => moved(text, origin));
    const [title] = texts;
    const inside = insideOf(state, chart, drawn.collapsed);
    const hidden = inside === "hidden" || inside === "chart" ? hiddenIn(state.path, drawn) : [];
    return {
        kind: "box",
        box,
        texts,
        inside,
        name: state.path,
        label: boxLabel(state, inside),
        place: rectangle,
        mark: {
            x: (title?.x ?? rectangle.x) + lineWidth(title?.spans ?? []) + 6,
            y: title?.y ?? rectangle.y,
            anchor: "start",
        },
        words: [state.key, state.description, state.source, ...hidden].join("\n").toLowerCase(),
    };
}
function arrowItem({ transitions, points, label }) {
    const headings = label?.content.texts.filter(({ keys }) => !keys) ?? [];
    return {
        kind: "arrow",
        keys: transitions.map(({ key }) => key),
        points,
        texts: label ? headings.map((text) => moved(text, label.rectangle)) : [],
    };
}
function insideOf({ path, children }, chart, collapsed) {
    if (charts[chart].closed.includes(path))
        return "chart";
    if (collapsed.has(path))
        return "hidden";
    return children.length > 0 && isCollapsible(chart, path) ? "shown" : "none";
}
function boxLabel({ path, description }, inside) {
    const how = {
        shown: ", expanded",
        hidden: ", collapsed",
        chart: ", a chart of its own",
        none: "",
    };
    return `state ${path}${how[inside]}. ${description}`;
}
/** Names and descriptions of the states inside a box that is drawn without them. */
function hiddenIn(path, { boxOf }) {
    return [...boxOf]
        .filter(([state, box]) => box === path && state !== path)
        .flatMap(([state]) => [state.split(".").at(-1) ?? "", stateInfo(state)?.description ?? ""]);
}
function rowItems({ state, origin, content }) {
    const right = origin.x + content.width;
    return linesOf(content.texts).map((texts) => {
        const keys = texts[0]?.keys ?? [];
        const y = origin.y + (texts[0]?.y ?? 0);
        return {
            ...lineOf(keys, texts, state.path),
            texts: texts.map((text) => moved(text, origin)),
            place: { x: origin.x + 5, y: y - ROW_ABOVE_PX, width: content.width - 10, height: ROW_PX },
            mark: { x: right - 8, y, anchor: "end" },
        };
    });
}
function labelItems({ label, transitions }) {
    if (!label)
        return [];
    const { rectangle, content } = label;
    return linesOf(content.texts).map((texts) => {
        const [first] = texts;
        const x = rectangle.x + (first?.x ?? 0);
        const y = rectangle.y + (first?.y ?? 0);
        const end = x + lineWidth(first?.spans ?? []);
        const isShifted = (first?.x ?? 0) >= MARK_PX;
        return {
            ...lineOf(first?.keys ?? [], texts, transitions[0]?.source.path ?? ""),
            texts: texts.map((text) => moved(text, rectangle)),
            place: { x: x - 3, y: y - ROW_ABOVE_PX, width: end - x + 6, height: ROW_PX },
            mark: isShifted ? { x: x - 6, y, anchor: "end" } : { x: end + 6, y, anchor: "start" },
        };
    });
}
/** The texts that stand for transitions, line by line: the cells of a row share one array. */
function linesOf(texts) {
    const lines = new Map();
    for (const text of texts) {
        if (text.keys)
            lines.set(text.keys, [...(lines.get(text.keys) ?? []), text]);
    }
    return [...lines.values()];
}
/** A line that stands for several transitions selects the state that they are in. */
function lineOf(keys, texts, path) {
    const [key] = keys;
    const shown = texts.flatMap(({ spans }) => spans.map(({ text }) => text)).join(" ");
    const isOne = key !== undefined && keys.length === 1;
    return {
        kind: "line",
        keys,
        name: isOne ? key : path,
        label: isOne ? transitionLabel(key) : `${shown} of ${path}`,
        words: keys.flatMap(transitionWords).join("\n").toLowerCase(),
    };
}
function transitionLabel(key) {
    const info = transitionInfo(key);
    if (!info)
        return key;
    const parts = [
        `transition of ${info.from}: ${info.event ?? "always"}`,
        info.guard === null ? "" : `if ${info.guard}`,
        info.result === null ? "" : `returns ${info.result.text}`,
        info.to === null ? "stays" : `to ${info.to}`,
    ];
    return parts.filter((part) => part !== "").join(", ");
}
function transitionWords(key) {
    const info = transitionInfo(key);
    if (!info)
        return [];
    const { event, guard, result, actions, description, source } = info;
    return [event ?? "always", guard ?? "", result?.text ?? "", ...actions, description, source];
}
function moved(text, by) {
    return { ...text, x: text.x + by.x, y: text.y + by.y };
}
/** Whether one state of a drawing contains another. */
export function isAround(outer, inner) {
    return contains(outer.box.state, inner.box.state);
}
//# sourceMappingURL=items.js.map