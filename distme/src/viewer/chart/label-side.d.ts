import type { Content } from "../svg/content.ts";
import { type Point, type Rectangle } from "../svg/scene.ts";
/**
 * Moves the text of a label to the side where its line is; the room for marks is on the other.
 *
 * @param content with `mark_px` of free room at its right end
 */
export declare function towardsLine(content: Content, place: {
    readonly rectangle: Rectangle;
    readonly points: readonly Point[];
}, mark_px: number): Content;
