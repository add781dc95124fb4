import type { KexecEvent } from "../../../machines/events.ts";
import type { KexecState } from "../../model/simulation.ts";
import type { World } from "../../model/worlds.ts";
import type { Bugs } from "../../reference/bugs.ts";
import type { Difference, SystemUnderTest } from "../system.ts";
/** The reference kernel as a system under test; it never waits. */
export interface ReferenceSystem extends SystemUnderTest {
    readonly start: (world: World) => void;
    readonly perform: (event: KexecEvent, state: KexecState) => readonly Difference[];
    readonly end: () => void;
}
/**
 * The reference kernel at the model's scale, compared frame by frame after every step.
 *
 * @param bugs planted in the kernel, to test the tests
 */
export declare function referenceSystem({ bugs }?: {
    readonly bugs?: Bugs;
}): ReferenceSystem;
