import { kernels } from "./kernels.js";
import { world } from "./lifecycle-worlds.js";
import { crash, normal, readCrashSize, rebootKexec, unloadCrash, unloadNormal, } from "./requests.js";
const place = { frames: 12, crashFrames: 4 };
/**
 * Worlds to walk in and to tell stories from: everything that one caller can do, in one place. No
 * preset holds them: nothing is claimed of them that smaller worlds do not show.
 */
export function storyWorlds(kernel) {
    return [
        world({ name: "life", purpose: "one caller, both images, a reboot, and a panic at any moment" }, {
            ...place,
            tasks: 1,
            requests: [
                normal("normal, two pages", [0, 2]),
                crash(place, "crash", [0, 1]),
                unloadNormal,
                unloadCrash,
            ],
            calls: [rebootKexec, readCrashSize],
            features: kernels[kernel],
        }, { panic: "once" }),
    ];
}
//# sourceMappingURL=story-worlds.js.map