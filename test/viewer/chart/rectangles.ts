import type { Rectangle } from "../../../src/viewer/svg/scene.ts";

/** Stored coordinates are rounded one by one, to half a pixel. */
const SLACK_PX = 0.5;

/** Whether one rectangle lies in another, as far as the rounding tells. */
export function encloses(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x - SLACK_PX &&
    inner.y >= outer.y - SLACK_PX &&
    inner.x + inner.width <= outer.x + outer.width + SLACK_PX &&
    inner.y + inner.height <= outer.y + outer.height + SLACK_PX
  );
}

/** A rectangle without the half pixels that rounding may have added. */
export function smaller({ x, y, width, height }: Rectangle): Rectangle {
  return {
    x: x + SLACK_PX,
    y: y + SLACK_PX,
    width: width - 2 * SLACK_PX,
    height: height - 2 * SLACK_PX,
  };
}
