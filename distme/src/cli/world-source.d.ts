import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import type { Limits } from "../checker/model.ts";
import { type MutantName } from "../model/mutants.ts";
import { type KernelName, type PresetName, type World } from "../model/worlds.ts";
import type { Checkable } from "../xstate/parallel.ts";
/** Names a world of a preset, and what to judge in it. */
export interface WorldChoice {
    readonly preset: PresetName;
    readonly kernel: KernelName;
    readonly world: string;
    readonly mutant: MutantName | null;
    /** Judge this property only; with "", none. */
    readonly only: string | null;
    readonly limits: Omit<Limits, "stopped">;
}
/** The machine of a world with its properties, made anew in every thread that needs it. */
export declare function worldSource(choice: WorldChoice): Checkable<KexecContext, KexecEvent>;
/** The world that is named. */
export declare function worldOf({ preset, kernel, world, }: Pick<WorldChoice, "preset" | "kernel" | "world">): World;
