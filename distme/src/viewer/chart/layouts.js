import { chartParts } from "./chart-parts.js";
import { cutOf, keyOf } from "./cut.js";
import { partsDigest, sceneOf } from "./geometry.js";
import stored from "./layouts.json" with { type: "json" };
/**
 * Returns the drawing of a chart from stored places.
 *
 * @param collapsed paths; those of other charts, and those inside others, do not matter
 * @throws Error when the stored places are not those of the chart as it is now
 */
export function chartScene(chart, collapsed) {
    const cut = cutOf(chart, collapsed);
    const name = `${chart} ${keyOf(cut)}`;
    const known = scenes.get(name);
    if (known)
        return known;
    const { parts, boxOf, collapsed: insides } = chartParts(chart, cut);
    const geometry = storedLayout(chart, keyOf(cut));
    if (!geometry || geometry.digest !== partsDigest(parts)) {
        throw new Error(`expected a stored layout of ${name} as it is now: run npm run layout`);
    }
    const made = {
        scene: sceneOf(parts, geometry),
        boxOf,
        collapsed: new Set([...insides.keys()].map(({ path }) => path)),
    };
    scenes.set(name, made);
    return made;
}
/** Everything in `layouts.json`. */
export const storedLayouts = stored.layouts;
const scenes = new Map();
function storedLayout(chart, cut) {
    return storedLayouts.find((each) => each.chart === chart && keyOf(each.cut) === cut);
}
//# sourceMappingURL=layouts.js.map