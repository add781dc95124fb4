import { ownWorlds } from "../conformance/linux/own-tests.js";
import { storyWorlds } from "../model/story-worlds.js";
import { presets, suiteWorlds, worldsOf, } from "../model/worlds.js";
/**
 * The lists of worlds that a saved run may name. `suite`: those that tests are made from; `story`:
 * those to walk in.
 */
export const savedPresets = [...presets, "suite", "story"];
/** The worlds that a saved run may name. */
export function savedWorlds(kernel, preset) {
    switch (preset) {
        case "suite": // tests of the lock are added where a suite is run on Linux
            return [...suiteWorlds(kernel), ...ownWorlds(kernel)];
        case "story":
            return storyWorlds(kernel);
        default:
            return worldsOf(preset, kernel);
    }
}
/**
 * The world of a saved run, and the mutant of the model that acts in it.
 *
 * @throws RangeError when there is no world of that name: none for a file that was checked
 */
export function traceWorld({ kernel, preset, world: name, mutant }) {
    const world = savedWorlds(kernel, preset).find((one) => one.name === name);
    if (!world)
        throw new RangeError(`expected a world of ${kernel}, ${preset}, got "${name}"`);
    return { world, mutant: mutant ?? null };
}
//# sourceMappingURL=trace-world.js.map