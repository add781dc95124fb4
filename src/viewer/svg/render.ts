import { type Content, lineWidth, type PlacedText } from "./content.ts";
import type { DiagramState } from "./diagram.ts";
import type { PlacedBox, PlacedEdge, PlacedInitial, Point, Rectangle, Scene } from "./scene.ts";
import { SHADES, styleSheet } from "./style.ts";

/** The words of a drawing that belong to no state. */
export interface Caption {
  readonly title: string;
  readonly description: string;
}

/** Returns the scene as a standalone SVG document that ends in a newline. */
export function renderScene(scene: Scene, caption: Caption): string {
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
export function escapeXml(text: string): string {
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

/** Corners of a box; those of a state that is left at once are rounder. */
const BOX_CORNER_PX = 8;
const TRANSIENT_CORNER_PX = 16;

/** Corners of a line. */
const CORNER_PX = 7;
const HEAD_LENGTH_PX = 7;
const HEAD_WIDTH_PX = 6;

function renderBox({ state, rectangle, content, origin }: PlacedBox): readonly string[] {
  return [
    `<g data-state="${escapeXml(state.path)}">`,
    `<title>${escapeXml(tooltip(state))}</title>`,
    ...renderFrame(state, rectangle),
    ...renderContent(content, origin),
    "</g>",
  ];
}

function renderFrame(state: DiagramState, rectangle: Rectangle): readonly string[] {
  const region = state.parent?.kind === "parallel" ? " region" : "";
  if (state.children.length > 0) {
    const shade = Math.min(state.depth, SHADES - 1);
    return [rect(`frame depth-${shade}${region}`, rectangle, 10)];
  }
  const corner = state.transient ? TRANSIENT_CORNER_PX : BOX_CORNER_PX;
  const outer = rect(`state${region}`, rectangle, corner);
  if (state.kind !== "final") return [outer];
  const inner = {
    x: rectangle.x + 3,
    y: rectangle.y + 3,
    width: rectangle.width - 6,
    height: rectangle.height - 6,
  };
  return [outer, rect("inner", inner, 6)];
}

function renderContent(content: Content, origin: Point): readonly string[] {
  return [
    ...content.tints.map((tint) =>
      rect("tint", { ...tint, x: origin.x + tint.x, y: origin.y + tint.y }, 4),
    ),
    ...content.texts.map((text) => renderText(text, origin)),
  ];
}

function renderText({ x, y, spans }: PlacedText, origin: Point): string {
  const [first] = spans;
  const place =
    `x="${round(origin.x + x)}" y="${round(origin.y + y)}"` +
    ` textLength="${round(lineWidth(spans))}" lengthAdjust="spacingAndGlyphs"`;
  if (first && spans.length === 1) {
    return `<text ${place} class="${first.ink}">${escapeXml(first.text)}</text>`;
  }
  const parts = spans.map(({ text, ink }) => `<tspan class="${ink}">${escapeXml(text)}</tspan>`);
  return `<text ${place}>${parts.join("")}</text>`;
}

function renderEdge({ points, label }: PlacedEdge): readonly string[] {
  return [...arrow(points), ...(label ? renderContent(label.content, label.rectangle) : [])];
}

function renderInitial({ dot, points }: PlacedInitial): readonly string[] {
  return [
    `<circle class="dot" cx="${round(dot.x)}" cy="${round(dot.y)}" r="4.5"/>`,
    ...arrow(points),
  ];
}

/** A line with rounded corners and a head; markers would not take the colour of their line. */
function arrow(points: readonly Point[]): readonly string[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const base = { x: tip.x - along.x * HEAD_LENGTH_PX, y: tip.y - along.y * HEAD_LENGTH_PX };
  const side = { x: (-along.y * HEAD_WIDTH_PX) / 2, y: (along.x * HEAD_WIDTH_PX) / 2 };
  const head = [tip, plus(base, side), plus(base, { x: -side.x, y: -side.y })];
  return [
    `<path class="edge" d="${roundedPath([...points.slice(0, -1), base])}"/>`,
    `<path class="head" d="M${head.map(pair).join("L")}Z"/>`,
  ];
}

function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${pair(first)}`;
  rest.forEach((corner, index) => {
    const before = points[index] ?? corner;
    const after = rest[index + 1];
    if (!after) {
      path += `L${pair(corner)}`;
      return;
    }
    path += `L${pair(towards(corner, before))}Q${pair(corner)} ${pair(towards(corner, after))}`;
  });
  return path;
}

/** The point on the way from a corner where its rounding ends. */
function towards(corner: Point, end: Point): Point {
  const length = Math.hypot(end.x - corner.x, end.y - corner.y) || 1;
  const share = Math.min(CORNER_PX, length / 2) / length;
  return plus(corner, { x: (end.x - corner.x) * share, y: (end.y - corner.y) * share });
}

function plus(one: Point, other: Point): Point {
  return { x: one.x + other.x, y: one.y + other.y };
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function rect(classes: string, { x, y, width, height }: Rectangle, radius: number): string {
  const place = `x="${round(x)}" y="${round(y)}"`;
  const size = `width="${round(width)}" height="${round(height)}"`;
  return `<rect class="${classes}" ${place} ${size} rx="${radius}"/>`;
}

/** One digit after the point: enough for the eye, and the same bytes on every machine. */
function round(coordinate: number): string {
  return String(Math.round(coordinate * 10) / 10);
}

function tooltip(state: DiagramState): string {
  return [state.path, state.description, state.source].filter((line) => line !== "").join("\n");
}
