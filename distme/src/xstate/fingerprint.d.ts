import type { AnyStateMachine } from "xstate";
import type { CheckOptions, EventLike } from "./options.ts";
/**
 * Identifies what a check searches and judges: the chart, the events, the properties and the text
 * of every function in them. What these functions call or hold is not seen.
 *
 * @param made what the machine was made from
 */
export declare function fingerprintOf<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>, made: unknown): string;
