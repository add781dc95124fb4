import { MachineError } from "./errors.ts";
import type { EventLike } from "./options.ts";
/** What a machine was doing when something threw. */
export interface Moment {
    /** XState's state value. */
    readonly value: unknown;
    readonly event: EventLike;
}
/** An error in a step: where, what, and what to change as far as that is known. */
export declare function stepError({ value, event }: Moment, error: unknown): MachineError;
/** An error while a machine starts. @param input what it was given */
export declare function startError(where: string, error: unknown, input?: unknown): MachineError;
/** What a property threw. */
export declare function propertyError(name: string, error: unknown): MachineError;
