import type { AnyStateMachine } from "xstate";
import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { type Layout } from "../memory/layout.ts";
import type { CheckOptions } from "../xstate/options.ts";
import type { Edit } from "./mutant.ts";
import type { World } from "./worlds.ts";
/** The kexec model of one world, ready to be checked. */
export interface KexecModel {
    readonly world: World;
    readonly layout: Layout;
    readonly machine: AnyStateMachine;
    readonly options: Omit<CheckOptions<KexecContext, KexecEvent>, "properties" | "limits">;
}
/** @param edit a mutant of the model, to see which property notices */
export declare function kexecModel(world: World, edit?: Edit): KexecModel;
