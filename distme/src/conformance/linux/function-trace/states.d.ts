import { type Tracked } from "./tracked.ts";
/** A set of states; of two that are the same, what was taken on both ways is kept. */
export interface States {
    /** Says whether it was new, or something that was certain is so no more. */
    add(tracked: Tracked): boolean;
    all(): readonly Tracked[];
}
export declare function createStates(): States;
