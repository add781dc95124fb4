import { arrowOf, round } from "./arrow.js";
import { lineWidth } from "./spans.js";
import { SHADES, styleSheet } from "./style.js";
/** Returns the scene as a standalone SVG document that ends in a newline. */
export function renderScene(scene, caption) {
    const width = Math.ceil(scene.width);
    const height = Math.ceil(scene.height);
    return `${[
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
            ` viewBox="0 0 ${width} ${height}" role="img" data-layout="${escapeXml(scene.layout)}">`,
        `<title>${escapeXml(caption.title)}</title>`,
        `<desc>${escapeXml(caption.description)}</desc>`,
        `<style>\n${styleSheet()}\n</style>`,
        `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
        ...renderContent(scene.heading, { x: HEADING_X_PX, y: 4 }),
        ...scene.boxes.flatMap(renderBox),
        ...scene.edges.flatMap(renderEdge),
        ...scene.initials.flatMap(renderInitial),
        "</svg>",
    ].join("\n")}\n`;
}
/** Escapes a text for an element or a quoted attribute; drops what XML 1.0 cannot hold. */
export function escapeXml(text) {
    return text
        .replace(UNENCODABLE, "\ufffd")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;");
}
/** Control characters, lone surrogates and the two noncharacters. */
const UNENCODABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const HEADING_X_PX = 6;
function renderBox({ state, rectangle, content, origin }) {
    return [
        `<g data-state="${escapeXml(state.path)}">`,
        `<title>${escapeXml(tooltip(state))}</title>`,
        ...renderFrame(state, rectangle),
        ...renderContent(content, origin),
        "</g>",
    ];
}
function renderFrame(state, rectangle) {
    const region = state.parent?.kind === "parallel" ? " region" : "";
    if (state.children.length > 0) {
        const shade = Math.min(state.depth, SHADES - 1);
        return [rect(`frame depth-${shade}${region}`, rectangle, cornerOf(state))];
    }
    const outer = rect(`state${region}`, rectangle, cornerOf(state));
    if (state.kind !== "final")
        return [outer];
    const inner = {
        x: rectangle.x + 3,
        y: rectangle.y + 3,
        width: rectangle.width - 6,
        height: rectangle.height - 6,
    };
    return [outer, rect("inner", inner, 6)];
}
/** The radius of the corners; those of a state that is left at once are rounder. */
export function cornerOf(state) {
    if (state.children.length > 0)
        return 10;
    return state.transient ? 16 : 8;
}
function renderContent(content, origin) {
    return [
        ...content.tints.map((tint) => rect("tint", { ...tint, x: origin.x + tint.x, y: origin.y + tint.y }, 4)),
        ...content.texts.map((text) => renderText(text, origin)),
    ];
}
function renderText({ x, y, spans }, origin) {
    const [first] = spans;
    const place = `x="${round(origin.x + x)}" y="${round(origin.y + y)}"` +
        ` textLength="${round(lineWidth(spans))}" lengthAdjust="spacingAndGlyphs"`;
    if (first && spans.length === 1) {
        return `<text ${place} class="${first.ink}">${escapeXml(first.text)}</text>`;
    }
    const parts = spans.map(({ text, ink }) => `<tspan class="${ink}">${escapeXml(text)}</tspan>`);
    return `<text ${place}>${parts.join("")}</text>`;
}
function renderEdge({ points, label }) {
    return [...arrow(points), ...(label ? renderContent(label.content, label.rectangle) : [])];
}
function renderInitial({ dot, points }) {
    return [
        `<circle class="dot" cx="${round(dot.x)}" cy="${round(dot.y)}" r="4.5"/>`,
        ...arrow(points),
    ];
}
function arrow(points) {
    const drawn = arrowOf(points);
    if (!drawn)
        return [];
    return [`<path class="edge" d="${drawn.line}"/>`, `<path class="head" d="${drawn.head}"/>`];
}
function rect(classes, { x, y, width, height }, radius) {
    const place = `x="${round(x)}" y="${round(y)}"`;
    const size = `width="${round(width)}" height="${round(height)}"`;
    return `<rect class="${classes}" ${place} ${size} rx="${radius}"/>`;
}
function tooltip(state) {
    return [state.path, state.description, state.source].filter((line) => line !== "").join("\n");
}
//# sourceMappingURL=render.js.map