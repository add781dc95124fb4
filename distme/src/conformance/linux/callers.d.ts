import type { PageAddress } from "./director.ts";
import { type CalledDoor } from "./doors.ts";
import type { Guest } from "./guest.ts";
import type { CallPlan } from "./plan.ts";
import type { CallState, PagePosition } from "./protocol.ts";
/** A planned call in a machine, whatever call it is. */
export interface Caller {
    /** Where a page of the call's segments goes. */
    readonly pages: PageAddress;
    /**
     * Makes the call.
     *
     * @param pause the page of its buffers at which it stops, or null
     * @param limit_ms how long to wait for it
     */
    make(pause: PagePosition | null, limit_ms?: number): Promise<CallState>;
    wait(): Promise<CallState>;
    /** Ends the pause. */
    resume(page: "deliver" | "efault"): Promise<CallState>;
    /** Sends SIGKILL. Of a paused call, the page is there (`deliver`) or stays away. */
    kill(page: "deliver" | "missing", limit_ms?: number): Promise<CallState>;
}
export declare function loadCaller({ vm: { agent }, memory }: Guest, plan: CallPlan): Caller;
export declare function doorCaller({ vm: { agent }, memory }: Guest, door: CalledDoor, task: number): Caller;
