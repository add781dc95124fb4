import { spansOf } from "../svg/scene.js";
/**
 * Moves the text of a label to the side where its line is; the room for marks is on the other.
 *
 * @param content with `mark_px` of free room at its right end
 */
export function towardsLine(content, place, mark_px) {
    if (!isLeftOfLine(place.rectangle, place.points))
        return content;
    return { ...content, texts: content.texts.map((text) => ({ ...text, x: text.x + mark_px })) };
}
/** Whether the piece of the line beside the label runs down at its right. */
function isLeftOfLine(label, points) {
    const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
    const beside = spansOf(points).filter(({ y, height }) => height > 0 && y <= middle.y && middle.y <= y + height);
    const distances = beside.map(({ x }) => x - middle.x);
    const nearest = Math.min(...distances.map(Math.abs));
    return distances.some((distance) => distance > 0 && distance === nearest);
}
//# sourceMappingURL=label-side.js.map