import { isUnload } from "../../../memory/request.js";
import { crash, normal, unloadCrash, unloadNormal } from "../../../model/requests.js";
import { kernels, worldsOf } from "../../../model/worlds.js";
import { isOrdinaryRequest } from "../ordinary.js";
const place = { frames: 18, crashFrames: 6 };
/**
 * The worlds of long walks: one of their own, and those that the checker explores as far as a walk
 * gets anywhere in them with ordinary calls alone: what is loaded can be unloaded.
 */
export function walkWorlds(kernel) {
    const checked = worldsOf("standard", kernel).filter(({ bounds }) => {
        const ordinary = bounds.requests.filter(isOrdinaryRequest);
        return ordinary.some(isUnload) && !ordinary.every(isUnload);
    });
    return [reloads(kernel), ...checked];
}
/** Every kind of image, over and over, in every order. */
function reloads(kernel) {
    return {
        name: "reloads",
        purpose: "two callers in turn, images of every kind",
        bounds: {
            tasks: 2,
            ...place,
            overLimit: [],
            listPageWords: 3,
            tablePages: 1,
            requests: [
                normal("normal", [0, 1]),
                normal("normal, half a page", [1, 1, 0.5]),
                normal("normal, two segments", [2, 1], [0, 1, 0]),
                normal("normal, an empty segment first", [0, 0], [0, 1]),
                normal("normal, two pages", [3, 2, 1.5]), // the second needs another list page
                crash(place, "crash", [0, 1]),
                crash(place, "crash, two segments", [0, 1], [2, 2, 0.5]),
                crash(place, "crash, no buffer", [4, 1, 0]),
                unloadNormal,
                unloadCrash,
            ],
            features: kernels[kernel],
        },
        sigkill: false,
        sysctl: false,
    };
}
//# sourceMappingURL=walk-worlds.js.map