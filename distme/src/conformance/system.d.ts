import type { KexecEvent } from "../../machines/events.ts";
import type { KexecState } from "../model/simulation.ts";
import type { World } from "../model/worlds.ts";
/** One thing in which model and system differ, each side spelt as a person reads it. */
export interface Difference {
    /** `frame 3`, `lock`, `next step of task 0`. */
    readonly what: string;
    readonly model: string;
    readonly system: string;
}
/** The first step after which the system is not what the model says. */
export interface Divergence {
    /** Position in the test, from 0. */
    readonly step: number;
    /** The step's event as a person reads it. */
    readonly label: string;
    readonly differences: readonly Difference[];
}
type Sooner<T> = T | Promise<T>;
/**
 * A kernel that is driven event by event and compared with the model after each.
 *
 * A driver performs and compares; it does not know what a test is, and does not judge one.
 */
export interface SystemUnderTest {
    /** Brings up a kernel with nothing loaded, at the size of a world. */
    readonly start: (world: World) => Sooner<void>;
    /**
     * Performs one event.
     *
     * @param state the model's state after the event
     * @returns in what the system differs from it; none when it agrees
     * @throws Error when the event cannot be performed, whatever the kernel does
     */
    readonly perform: (event: KexecEvent, state: KexecState) => Sooner<readonly Difference[]>;
    readonly end: () => Sooner<void>;
}
/** Spells a difference in one line. */
export declare function differenceText({ what, model, system }: Difference): string;
export {};
