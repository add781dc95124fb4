import type { KexecEvent } from "../../machines/events.ts";
import type { Shapes } from "../base/shapes.ts";
import type { World } from "../model/worlds.ts";
/** What an event of a file is checked against. */
export interface EventScope {
    readonly world: World;
    /** Those of the kind of file. */
    readonly shapes: Shapes;
}
/**
 * Checks that a value is an event that can be sent to the machine of a world; whether the machine
 * takes it depends on its state.
 *
 * @param at where it stands in its file
 * @throws what `scope.shapes` makes of a value that is none
 */
export declare function checkEvent(value: unknown, at: string, scope: EventScope): KexecEvent;
/** As many events as a run of a file may have. */
export declare const events_max = 200000;
/** Checks a run of a file. @throws as `checkEvent` */
export declare function checkEvents(value: unknown, at: string, scope: EventScope): KexecEvent[];
