import type { GuestMemory } from "./guest-memory.ts";
import type { CallPlan } from "./plan.ts";
import type { LoadRequest, PagePosition } from "./protocol.ts";
/**
 * The call that the guest agent makes for a planned one.
 *
 * @param pause the page of the model's request at which the call shall be held, or null
 */
export declare function guestCall(plan: CallPlan, memory: GuestMemory, pause: PagePosition | null): LoadRequest;
/** Where a page of the model's request goes in a machine. */
export declare function pageAddress(plan: CallPlan, memory: GuestMemory, position: PagePosition): bigint;
