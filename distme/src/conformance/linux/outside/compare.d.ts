import type { GuestMemory } from "../guest-memory.ts";
import { type Expected, type SlotName } from "./expected.ts";
import type { OutsideView } from "./view.ts";
/** What is otherwise in the machine's memory than the model says. */
export interface OutsideDifference {
    readonly what: "rights of the region" | `${SlotName}` | `start of ${SlotName}` | `segments of ${SlotName}` | `entry list of ${SlotName}` | `bytes of ${SlotName}`;
    readonly model: string;
    readonly kernel: string;
}
/**
 * Compares what was seen from outside with what the model says: the rights of the region's pages,
 * and of both slots the image, its entry list, and every byte that it will run with.
 */
export declare function compareOutside(view: OutsideView, expected: Expected, { room }: Pick<GuestMemory, "room">): OutsideDifference[];
