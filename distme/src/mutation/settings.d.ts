import { type KernelName, type PresetName, type World } from "../model/worlds.ts";
/** A world of one kernel: where a mutant is tried. */
export interface Setting {
    readonly kernel: KernelName;
    readonly preset: PresetName;
    readonly world: string;
}
/** Each feature is in one of these and missing in another: no transition is dead in all of them. */
export declare const mutationKernels: readonly KernelName[];
export declare function settingsOf(preset: PresetName): Setting[];
/** @throws RangeError when the kernel has no such world */
export declare function worldIn({ kernel, preset, world }: Setting): World;
/** `quick fixed race`: where something was seen. */
export declare function settingText({ preset, kernel, world }: Setting): string;
