import { GuestError } from "./agent.ts";
import type { PageAddress } from "./director.ts";
import { type CalledDoor, doorRequest } from "./doors.ts";
import type { Guest } from "./guest.ts";
import { guestCall, pageAddress } from "./guest-calls.ts";
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

export function loadCaller({ vm: { agent }, memory }: Guest, plan: CallPlan): Caller {
  const { task } = plan;
  const options = (limit_ms?: number) => ({
    observe: "nothing" as const,
    ...(limit_ms !== undefined && { limit_ms }),
  });
  return {
    pages: (page) => pageAddress(plan, memory, page),
    make: async (pause, limit_ms) =>
      (await agent.load(guestCall(plan, memory, pause), options(limit_ms))).state,
    wait: async () => (await agent.wait(task, options())).state,
    resume: async (page) => (await agent.resume(task, page, options())).state,
    kill: async (page, limit_ms) => (await agent.kill(task, page, options(limit_ms))).state,
  };
}

export function doorCaller(
  { vm: { agent }, memory }: Guest,
  door: CalledDoor,
  task: number,
): Caller {
  const none = (): never => {
    throw new GuestError("expected a call that copies pages, got another");
  };
  return {
    pages: none,
    make: (_pause, limit_ms) => agent.door({ ...doorRequest(door, memory), task }, limit_ms),
    wait: () => agent.awaitDoor(task, "wait"),
    resume: none,
    kill: (_page, limit_ms) => agent.awaitDoor(task, "kill", limit_ms),
  };
}
