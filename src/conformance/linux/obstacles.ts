import type { KexecEventType, TaskEvent } from "../../../machines/events.ts";
import { localImage } from "../../memory/kimage.ts";
import type { Layout } from "../../memory/layout.ts";
import { isDestination, isOverLimit } from "../../memory/pages.ts";
import type { ReplayedStep } from "./replay.ts";

/** The transition of kimage_alloc_page that does not ask the allocator. */
const TAKES_PARKED_PAGE = "call.locked.normalSegment.sourcePage kimage_alloc_page 0";

const NO_FILE = "the agent has no kernel to load by file yet";
const NO_JUMP = "the machine must leave for the image that is loaded";

/** What the agent in the guest cannot do yet, although a kernel could. */
const notYet: { readonly [Type in KexecEventType]?: string } = {
  kimage_file_alloc_init: NO_FILE,
  kimage_load_segment: NO_FILE,
  kernel_restart_prepare: NO_JUMP,
  machine_shutdown: NO_JUMP,
  relocate_kernel: NO_JUMP,
  crash_handle_hotplug_event: "the agent takes no CPU away yet",
  panic: "the agent does not make the kernel panic yet",
  oops: "a task must hit a bug in the kernel at a chosen step",
};

/** Why an unmodified kernel cannot be made to take a step from user space; null when it can. */
export function obstacleTo(layout: Layout, step: ReplayedStep): string | null {
  const { event, before, transitions } = step;
  const reason = notYet[event.type];
  if (reason !== undefined) return reason;
  if (!("task" in event)) return null;
  switch (event.type) {
    case "sigkill":
      return "a fatal signal must arrive between two chosen steps";
    case "kexec_load":
      return wrongEntry(layout, event.request) ?? refusedByPolicy(layout, event.request);
    case "kimage_alloc_normal_control_pages":
    case "kimage_alloc_page": {
      const { mem } = before.context;
      if (event.frame === null) {
        return transitions.includes(TAKES_PARKED_PAGE)
          ? null
          : "the page allocator must have no page";
      }
      const chosen =
        isOverLimit(layout, event.frame) ||
        isDestination(layout, mem, localImage(layout, mem, event.task), event.frame);
      return chosen ? "the page allocator must return a chosen frame" : null;
    }
    default:
      return failure(event);
  }
}

function wrongEntry({ bounds }: Layout, index: number): string | null {
  return bounds.requests[index]?.compat ? "the agent has no 32-bit program yet" : null;
}

function refusedByPolicy({ bounds }: Layout, index: number): string | null {
  const request = bounds.requests[index];
  if (request?.lsm) return "a security module must refuse the call";
  return request?.lockdown ? "the kernel must be locked down" : null;
}

/** Only EFAULT can be had from user space: by memory that cannot be read. */
function failure(event: TaskEvent): string | null {
  if (!("outcome" in event) || event.outcome === "ok" || event.outcome === "EFAULT") return null;
  return `${event.type} must fail with ${event.outcome}`;
}
