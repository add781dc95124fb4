import type { Task } from "./state.ts";
import { type Steps } from "./step.ts";
/** The worker that handles one CPU or memory hotplug event. */
export interface HotplugWork extends Task {
    /** The elfcorehdr that describes the machine as it is now: a page at most. */
    readonly elfcorehdr: Uint8Array;
}
/**
 * Tells the crash image what the machine looks like now. An event that finds the lock taken is
 * dropped; without a crash image that wants to know it does nothing.
 *
 * @returns 0
 * @source kernel/crash_core.c:crash_handle_hotplug_event
 * @omits the search for the elfcorehdr among the segments: it is the last page of the last one
 */
export declare function crashHandleHotplugEvent(work: HotplugWork): Steps<number>;
