import type { ArrowItem, BoxItem, DrawnChart, LineItem } from "../../chart/items.ts";
import { arrowOf } from "../../svg/arrow.ts";
import type { PlacedText } from "../../svg/content.ts";
import { cornerOf } from "../../svg/render.ts";
import type { PlacedInitial, Point, Rectangle } from "../../svg/scene.ts";
import { lineWidth } from "../../svg/spans.ts";
import { SHADES } from "../../svg/style.ts";

/** Everything that is drawn of a chart; what changes from step to step is added by `applyLooks`. */
export function Drawing({ drawn }: { readonly drawn: DrawnChart }) {
  const { heading, initials } = drawn.scene;
  const numbered = drawn.items.map((item, index) => ({ item, index }));
  return (
    <>
      <g class="heading">
        {heading.texts.map((text) => (
          <Text text={{ ...text, x: text.x + HEADING.x, y: text.y + HEADING.y }} />
        ))}
      </g>
      {numbered.map(({ item, index }) => item.kind === "box" && <Box item={item} index={index} />)}
      {numbered.map(
        ({ item, index }) => item.kind === "arrow" && <ArrowShape item={item} index={index} />,
      )}
      {initials.map((initial) => (
        <Initial initial={initial} />
      ))}
      {numbered.map(
        ({ item, index }) => item.kind === "line" && <Line item={item} index={index} />,
      )}
    </>
  );
}

/** SVG has no element for it; only one item at a time is a stop of the Tab key. */
const button = { role: "button", tabindex: -1 } as const;

const HEADING: Point = { x: 6, y: 4 };

/** The outline of a second run stands this far outside. */
const RING_PX = 4;

function Box({ item, index }: { readonly item: BoxItem; readonly index: number }) {
  const { state, rectangle, content, origin } = item.box;
  const region = state.parent?.kind === "parallel" ? " region" : "";
  const shade = Math.min(state.depth, SHADES - 1);
  const shape = state.children.length > 0 ? `frame depth-${shade}` : "state";
  const corner = cornerOf(state);
  return (
    <g data-item={index} class="item box" {...button} aria-label={item.label}>
      <title>{[state.path, state.description, state.source].filter(Boolean).join("\n")}</title>
      <Rect class="ring" place={grown(rectangle, RING_PX)} corner={corner + RING_PX} />
      <Rect class={`${shape}${region}`} place={rectangle} corner={corner} />
      {state.kind === "final" && <Rect class="inner" place={grown(rectangle, -3)} corner={6} />}
      {content.tints.map((tint) => (
        <Rect
          class="tint"
          place={{ ...tint, x: origin.x + tint.x, y: origin.y + tint.y }}
          corner={4}
        />
      ))}
      {item.texts.map((text) => (
        <Text text={text} />
      ))}
      {item.inside !== "none" && <Toggle at={rectangle} inside={item.inside} />}
    </g>
  );
}

/** The knob at the corner of a box whose inside can be shown, hidden, or opened. */
function Toggle({ at, inside }: { readonly at: Point; readonly inside: BoxItem["inside"] }) {
  const place = `translate(${at.x} ${at.y})`;
  const signs = { shown: "M-3.5 0H3.5", hidden: "M-3.5 0H3.5M0 -3.5V3.5", none: "" };
  const sign = inside === "chart" ? "M-3 3L3 -3M-1.5 -3H3V1.5" : signs[inside];
  return (
    <g class="toggle" data-toggle="" transform={place}>
      <circle r={8} />
      <path d={sign} />
    </g>
  );
}

function ArrowShape({ item, index }: { readonly item: ArrowItem; readonly index: number }) {
  const drawn = arrowOf(item.points);
  if (!drawn) return null;
  return (
    <g data-item={index} class="item arrow">
      <path class="reach" d={drawn.line} />
      <path class="edge" d={drawn.line} />
      <path class="head" d={drawn.head} />
      {item.texts.map((text) => (
        <Text text={text} />
      ))}
    </g>
  );
}

function Initial({ initial: { dot, points } }: { readonly initial: PlacedInitial }) {
  const drawn = arrowOf(points);
  return (
    <g class="initial">
      <circle class="dot" cx={dot.x} cy={dot.y} r={4.5} />
      <path class="edge" d={drawn?.line ?? ""} />
      <path class="head" d={drawn?.head ?? ""} />
    </g>
  );
}

function Line({ item, index }: { readonly item: LineItem; readonly index: number }) {
  return (
    <g data-item={index} class="item line" {...button} aria-label={item.label}>
      <title>{item.label}</title>
      <Rect class="hit" place={item.place} corner={4} />
      {item.texts.map((text) => (
        <Text text={text} />
      ))}
    </g>
  );
}

function Text({ text: { x, y, spans } }: { readonly text: PlacedText }) {
  const [first] = spans;
  const place = {
    x,
    y,
    textLength: Math.round(lineWidth(spans) * 10) / 10,
    lengthAdjust: "spacingAndGlyphs" as const,
  };
  if (first && spans.length === 1) {
    return (
      <text {...place} class={first.ink}>
        {first.text}
      </text>
    );
  }
  return (
    <text {...place}>
      {spans.map(({ text, ink }) => (
        <tspan class={ink}>{text}</tspan>
      ))}
    </text>
  );
}

function Rect(shape: {
  readonly class: string;
  readonly place: Rectangle;
  readonly corner: number;
}) {
  const { x, y, width, height } = shape.place;
  return <rect class={shape.class} x={x} y={y} width={width} height={height} rx={shape.corner} />;
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
