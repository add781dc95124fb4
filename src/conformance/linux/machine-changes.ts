import type { KexecEventType } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import type { Bounds } from "../../memory/bounds.ts";
import {
  get,
  imagePlan,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
  type Mem,
} from "../../memory/layout.ts";
import type { Request } from "../../memory/request.ts";
import type { ReplayedStep } from "./replay.ts";

/** What happens to a caller or to the machine while calls are under way. */
export type MachineChange =
  | { readonly kind: "kill"; readonly task: number }
  /** A bug in kernel mode, which only its task does not survive. */
  | { readonly kind: "bug"; readonly task: number }
  | {
      readonly kind: "hotplug";
      readonly step: number;
      /** The functions that the worker comes to. */
      readonly path: readonly KexecEventType[];
    }
  | Ending;

/** How the machine ends, and by what steps it gets there. */
export interface Ending {
  readonly kind: "ending";
  /** By a fatal bug of the caller that is held up, its panic, that of another CPU, or a reboot. */
  readonly begins: "bug" | "panic of the caller" | "panic" | "reboot";
  /** Index of its first step in the test. */
  readonly step: number;
  /** Whether the others are stopped before the crash kernel is tried. */
  readonly postNotifiers: boolean;
  /** The steps that must follow; `panic` is one inside the other. */
  readonly path: readonly KexecEventType[];
  readonly bounds: Bounds;
  /** The image that the machine must arrive in; null when it comes to none, or a file says where. */
  readonly leavesFor: Request | null;
}

/** The change that some steps are, which no call makes. */
export function changeOf(layout: Layout, steps: readonly ReplayedStep[]): MachineChange {
  const [first] = steps;
  assert(first !== undefined, "a change has a step");
  const { event, index } = first;
  const path = steps.map(({ event: { type } }) => type);
  switch (event.type) {
    case "sigkill":
      return { kind: "kill", task: event.task };
    case "crash_handle_hotplug_event":
      return {
        kind: "hotplug",
        step: index,
        path: path.filter((type) => type !== "hotplug_unlock"),
      };
    case "oops":
      return event.fatal ? endingOf(layout, steps, "bug") : { kind: "bug", task: event.task };
    case "panic":
      return endingOf(layout, steps, event.by === null ? "panic" : "panic of the caller");
    default:
      return endingOf(layout, steps, "reboot");
  }
}

function endingOf(
  layout: Layout,
  steps: readonly ReplayedStep[],
  begins: Ending["begins"],
): Ending {
  const [first] = steps;
  assert(first !== undefined, "an ending has a step");
  const path = steps.slice(1).map(({ event: { type } }) => type);
  return {
    kind: "ending",
    begins,
    step: first.index,
    bounds: layout.bounds,
    postNotifiers: layout.bounds.postNotifiers === true,
    path: path.filter(
      (type, i) => visible.has(type) && (type !== "relocate_kernel" || type !== path[i - 1]),
    ),
    leavesFor: imageEntered(layout, first.before.context.mem, path),
  };
}

function imageEntered(layout: Layout, mem: Mem, path: readonly KexecEventType[]): Request | null {
  if (!path.includes("relocate_kernel") && !path.includes("machine_kexec")) return null;
  const image = get(mem, path.includes("relocate_kernel") ? KEXEC_IMAGE : KEXEC_CRASH_IMAGE);
  const request = image === 0 ? null : imagePlan(layout, mem, image).request;
  return request?.file === true ? null : request;
}

/** The steps of an ending that are functions: the debugger can look on. */
export const endingFunctions: readonly KexecEventType[] = [
  "__crash_kexec",
  "crash_save_vmcoreinfo",
  "machine_crash_shutdown",
  "machine_kexec",
  "smp_send_stop",
  "kernel_restart_prepare",
  "machine_shutdown",
];

/** The steps of an ending of which something is seen. */
const visible: ReadonlySet<KexecEventType> = new Set([
  ...endingFunctions,
  "panic",
  "relocate_kernel",
]);
