import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Point, Rectangle } from "../../svg/scene.ts";

/** What part of a drawing is seen, and how large. */
export interface Camera {
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (dx_px: number, dy_px: number) => void;
  /** Shows the whole drawing. */
  readonly showAll: () => void;
  /** Pans until a place can be seen; stays when it can. */
  readonly show: (place: Rectangle) => void;
  /** Begins with a drawing, at a size at which its text can be read; null: at its top. */
  readonly open: (size: Size, place: Rectangle | null) => void;
  /** Goes on with another drawing, in which something is at another place. */
  readonly follow: (size: Size, from: Point, to: Point) => void;
  readonly destroy: () => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SCALE_MIN = 0.12;
const SCALE_MAX = 3;

/** Below this the small text of a chart is hard to read. */
const SCALE_READABLE = 0.8;
const GLIDE_MS = 220;

/** How near to the border of the pane something is still seen well. */
const BORDER_PX = 24;

/** Moves a layer of an SVG element, by wheel and pointer and on demand. */
export function createCamera(svg: SVGSVGElement, layer: SVGGElement): Camera {
  const selection = select(svg);
  let frame = 0;
  let drawing: Size = { width: 1, height: 1 };
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([SCALE_MIN, SCALE_MAX])
    .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (sourceEvent) cancelAnimationFrame(frame);
      layer.setAttribute("transform", transform.toString());
    });
  selection.call(behaviour).on("dblclick.zoom", null);
  const jump = (transform: ZoomTransform) => behaviour.transform(selection, transform);
  const glide = (target: ZoomTransform): void => {
    cancelAnimationFrame(frame);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      jump(target);
      return;
    }
    const start = zoomTransform(svg);
    const begin_ms = performance.now();
    const step = (now_ms: number): void => {
      const share = Math.min(1, Math.max(0, (now_ms - begin_ms) / GLIDE_MS));
      jump(between(start, target, 1 - (1 - share) ** 3));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };
  const resize = (size: Size): void => {
    drawing = size;
    const { width, height } = paneOf(svg);
    behaviour.translateExtent([
      [-width, -height],
      [size.width + width, size.height + height],
    ]);
  };
  return {
    zoomBy: (factor) => {
      cancelAnimationFrame(frame);
      behaviour.scaleBy(selection, factor);
    },
    panBy: (dx, dy) => {
      cancelAnimationFrame(frame);
      const { k } = zoomTransform(svg);
      behaviour.translateBy(selection, dx / k, dy / k);
    },
    showAll: () => glide(whole(paneOf(svg), drawing)),
    show: (place) => glide(showing(place, zoomTransform(svg), paneOf(svg))),
    open: (size, place) => {
      cancelAnimationFrame(frame);
      resize(size);
      const pane = paneOf(svg);
      const scale = Math.min(1, Math.max(SCALE_READABLE, pane.width / size.width));
      const x = size.width * scale <= pane.width ? (pane.width - size.width * scale) / 2 : 0;
      const top = zoomIdentity.translate(x, 0).scale(scale);
      jump(place ? showing(place, top, pane) : top);
    },
    follow: (size, from, to) => {
      cancelAnimationFrame(frame);
      resize(size);
      const before = zoomTransform(svg);
      jump(before.translate(from.x - to.x, from.y - to.y));
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      selection.on(".zoom", null);
    },
  };
}

function paneOf(svg: SVGSVGElement): Size {
  return { width: svg.clientWidth || 1, height: svg.clientHeight || 1 };
}

function whole(pane: Size, drawing: Size): ZoomTransform {
  const fitting = Math.min(pane.width / drawing.width, pane.height / drawing.height, 1);
  const scale = Math.max(SCALE_MIN, fitting);
  const x = (pane.width - drawing.width * scale) / 2;
  const y = Math.max(0, (pane.height - drawing.height * scale) / 2);
  return zoomIdentity.translate(x, y).scale(scale);
}

/** Moves a place into the middle of the pane, in each direction in which it is not in view. */
function showing(place: Rectangle, now: ZoomTransform, pane: Size): ZoomTransform {
  const x = towards({ at: now.applyX(place.x), size: place.width * now.k }, pane.width);
  const y = towards({ at: now.applyY(place.y), size: place.height * now.k }, pane.height);
  return zoomIdentity.translate(now.x + x, now.y + y).scale(now.k);
}

/** How far something has to move; what is larger than the pane shows its beginning. */
function towards(
  { at, size }: { readonly at: number; readonly size: number },
  pane_px: number,
): number {
  if (size > pane_px - 2 * BORDER_PX) return at >= 0 && at < pane_px / 2 ? 0 : BORDER_PX - at;
  if (at >= BORDER_PX && at + size <= pane_px - BORDER_PX) return 0;
  return (pane_px - size) / 2 - at;
}

function between(start: ZoomTransform, end: ZoomTransform, share: number): ZoomTransform {
  const mix = (from: number, to: number): number => from + (to - from) * share;
  return zoomIdentity
    .translate(mix(start.x, end.x), mix(start.y, end.y))
    .scale(mix(start.k, end.k));
}
