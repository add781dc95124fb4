import type { AnyStateMachine } from "xstate";
import type { CheckOptions, EventLike } from "../../xstate/options.ts";
import { type Property } from "../../xstate/property.ts";
import type { Exports } from "./load.ts";
/** A state or event of a machine that nothing is known of. */
export type ForeignOptions = CheckOptions<unknown, EventLike>;
/** What a module says of the machine to check. */
export interface ForeignModule {
    readonly machine: AnyStateMachine;
    readonly properties: readonly Property<unknown, EventLike>[];
    /** null: the module lists none. */
    readonly events: ForeignOptions["events"] | null;
    /** Everything else that `checkMachine` takes. */
    readonly options: Omit<Partial<ForeignOptions>, "events" | "properties">;
}
/**
 * Finds machine, properties, events and options among what a module exports: by these names, or as
 * its default export, which is a machine or an object with these names.
 *
 * @throws UsageError that says what to export
 */
export declare function readModule(exports: Exports, path: string): ForeignModule;
