import { traceWorld } from "../formats/trace-world.js";
import { mended as featuresOf } from "../model/kernels.js";
import { mutants } from "../model/mutants.js";
/** The world of a subject. @throws RangeError when there is none of its names */
export function worldOf({ kernel, preset, world: name, mended }) {
    const { world } = traceWorld({ kernel, preset, world: name });
    if (mended === undefined)
        return world;
    const features = featuresOf(world.bounds.features, mended);
    if (!features)
        throw new RangeError(`expected a violation to mend, got "${mended}"`);
    return { ...world, bounds: { ...world.bounds, features } };
}
/** What is wrong in a subject on purpose; nothing in the model itself. */
export function editOf({ mutant }) {
    return mutant === null ? undefined : mutants[mutant];
}
//# sourceMappingURL=subject.js.map