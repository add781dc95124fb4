import type { KexecEventType } from "../../../machines/events.ts";
import { assert } from "../../base/assert.ts";
import type { Bounds } from "../../memory/bounds.ts";
import {
  get,
  imagePlan,
  KEXEC_CRASH_IMAGE,
  KEXEC_IMAGE,
  type Layout,
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
  /** The images that are loaded when it begins. */
  readonly images: { readonly normal: Request | null; readonly crash: Request | null };
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
  const { mem } = first.before.context;
  const requestOf = (slot: number): Request | null =>
    get(mem, slot) === 0 ? null : imagePlan(layout, mem, get(mem, slot)).request;
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
    images: { normal: requestOf(KEXEC_IMAGE), crash: requestOf(KEXEC_CRASH_IMAGE) },
  };
}

/** The steps of an ending at which the debugger can look on. */
const visible: ReadonlySet<KexecEventType> = new Set<KexecEventType>([
  "panic",
  "__crash_kexec",
  "crash_save_vmcoreinfo",
  "machine_crash_shutdown",
  "machine_kexec",
  "smp_send_stop",
  "kernel_restart_prepare",
  "machine_shutdown",
  "relocate_kernel",
]);
