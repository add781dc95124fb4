import { worldsOf } from "../model/worlds.js";
/** Each feature is in one of these and missing in another: no transition is dead in all of them. */
export const mutationKernels = ["fixed", "seed", "7.2"];
export function settingsOf(preset) {
    return mutationKernels.flatMap((kernel) => worldsOf(preset, kernel).map(({ name }) => ({ kernel, preset, world: name })));
}
/** @throws RangeError when the kernel has no such world */
export function worldIn({ kernel, preset, world }) {
    const found = worldsOf(preset, kernel).find(({ name }) => name === world);
    if (!found)
        throw new RangeError(`kernel ${kernel} has no world ${world} at ${preset}`);
    return found;
}
/** `quick fixed race`: where something was seen. */
export function settingText({ preset, kernel, world }) {
    return `${preset} ${kernel} ${world}`;
}
//# sourceMappingURL=settings.js.map