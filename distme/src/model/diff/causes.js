import { shown } from "./difference.js";
import { bugsOf, lacking, toggled } from "./features.js";
import { interpretedKernel } from "./kernel.js";
import { answered, perform } from "./perform.js";
/**
 * Finds out by trying: each kernel does the deeds again, changed in one feature.
 *
 * XState steps these kernels, not the compiled code: there are many, and each does little.
 */
export function causesBetween(a, b) {
    const kernels = new Map();
    const kernelOf = (features) => {
        const name = [...features].sort().join();
        const kernel = kernels.get(name) ?? replayed(interpretedKernel(features));
        kernels.set(name, kernel);
        return kernel;
    };
    const differing = [...lacking(a, b), ...lacking(b, a)].sort();
    return (sighting) => {
        const show = (features) => kernelOf(features)(sighting);
        const without = (side, feature) => show(toggled(side, feature));
        const alone = differing.filter((feature) => without(a, feature) === show(b) || without(b, feature) === show(a));
        const together = differing.filter((feature) => without(a, feature) !== show(a) || without(b, feature) !== show(b));
        return {
            features: alone.length > 0 ? alone : together,
            bugs: ["a", "b"].flatMap((side) => {
                const features = side === "a" ? a : b;
                return bugsOf(features)
                    .filter(({ feature }) => without(features, feature) !== show(features))
                    .map(({ id }) => ({ id, in: side }));
            }),
        };
    };
}
/** Keeps what came of the deeds on the way: sightings share how they begin. */
function replayed(kernel) {
    const runs = new Map();
    const runOf = (deeds) => {
        const name = JSON.stringify(deeds);
        const known = runs.get(name);
        if (known)
            return known;
        const [before, last] = [deeds.slice(0, -1), deeds.at(-1)];
        if (!last)
            throw new RangeError("expected at least one deed, got none");
        const from = before.length === 0 ? kernel.initial : runOf(before).after;
        const run = last.kind === "call" && last.answer
            ? answered(kernel, runOf([...before, { ...last, answer: null }]), last.answer)
            : perform(kernel, from, last);
        runs.set(name, run);
        return run;
    };
    const known = new WeakMap();
    return (sighting) => {
        const { deeds, difference } = sighting;
        const text = known.get(sighting) ?? shown(kernel.layout, runOf(deeds), difference.facts);
        known.set(sighting, text);
        return text;
    };
}
//# sourceMappingURL=causes.js.map