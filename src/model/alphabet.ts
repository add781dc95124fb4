import type { KexecContext, KexecEvent, TaskEvent } from "../../machines/events.ts";
import { isKilled } from "../memory/call.ts";
import { isFree } from "../memory/frames.ts";
import { type Layout, planOf } from "../memory/layout.ts";
import { currentPage } from "../memory/loading.ts";
import { parkedHit } from "../memory/pages.ts";
import { isOnCrash, isUnload } from "../memory/request.ts";
import type { Configuration } from "../xstate/configuration.ts";
import type { Offers } from "../xstate/options.ts";
import type { StateView } from "../xstate/property.ts";
import { taskRegion } from "./compose.ts";
import type { World } from "./worlds.ts";

type State = StateView<KexecContext>;

/** The events of a world, and where each is worth trying. */
export interface KexecAlphabet {
  /** In the order of a call, task by task. */
  readonly events: readonly KexecEvent[];
  readonly offers: Offers<KexecContext, KexecEvent>;
  /** The events that are tried in a state. */
  readonly in: (state: State) => readonly KexecEvent[];
}

/**
 * Every event of a world, with every payload that the kernel does not decide.
 *
 * Left out are payloads that make no difference (which page the allocator would give to a task
 * that is killed) and all but the lowest of free frames that can be exchanged.
 */
export function alphabetOf(world: World, layout: Layout): KexecAlphabet {
  const sysctls = [0, 1].map((value) => ({ type: "proc_dointvec_minmax", value }) as const);
  const tasks = Array.from({ length: world.bounds.tasks }, (_, task) => eventsOf(world, task));
  const events = [...(world.sysctl ? sysctls : []), ...tasks.flat()];
  const offers = offersOf(layout);
  return {
    events,
    offers,
    in: (state) =>
      events.filter(
        (event) =>
          isHandled(state.configuration, event) && (offers[event.type]?.(state, event) ?? true),
      ),
  };
}

/** What each event type carries beside the task. */
type Payloads = {
  readonly [Type in TaskEvent["type"]]: readonly Omit<
    Extract<TaskEvent, { readonly type: Type }>,
    "type" | "task"
  >[];
};

function eventsOf(world: World, task: number): TaskEvent[] {
  const entries = Object.entries(payloadsOf(world));
  return entries.flatMap(
    ([type, payloads]) => payloads.map((payload) => ({ type, task, ...payload }) as TaskEvent), // Payloads pairs them
  );
}

const nothing = [{}] as const;
const succeeds = { outcome: "ok" } as const;
const lacksMemory = { outcome: "ENOMEM" } as const;
const faults = { outcome: "EFAULT" } as const;

function payloadsOf({ bounds, sigkill }: World): Payloads {
  const frames = Array.from({ length: bounds.frames }, (_, frame) => ({ frame }));
  const allocations = [{ frame: null }, ...frames];
  return {
    kexec_load: bounds.requests.map((_, request) => ({ request })),
    kexec_load_check: nothing,
    copy_user_segment_list: [succeeds, faults, lacksMemory],
    kexec_trylock: nothing,
    do_kexec_load: nothing,
    kimage_free: nothing,
    kimage_alloc_init: nothing,
    do_kimage_alloc_init: [succeeds, lacksMemory],
    sanity_check_segment_list: nothing,
    kimage_alloc_normal_control_pages: allocations,
    kimage_alloc_crash_control_pages: nothing,
    machine_kexec_prepare: [succeeds, lacksMemory, { outcome: "EBUSY" }],
    kimage_crash_copy_vmcoreinfo: [succeeds, lacksMemory],
    kimage_set_destination: nothing,
    kimage_alloc_page: allocations,
    kimage_add_page: nothing,
    copy_from_user: [succeeds, faults],
    kimage_terminate: nothing,
    machine_kexec_post_load: [succeeds],
    xchg: nothing,
    arch_kexec_protect_crashkres: nothing,
    kexec_unlock: nothing,
    sys_exit: nothing,
    sigkill: sigkill ? nothing : [],
  };
}

/** Whether an active state of the event's own region handles it. */
function isHandled({ handlers }: Configuration, event: KexecEvent): boolean {
  const nodes = handlers.get(event.type) ?? [];
  if (!("task" in event)) return nodes.length > 0;
  return nodes.some(({ path }) => path.startsWith(`${taskRegion(event.task)}.`));
}

/** For the event types whose payloads do not matter everywhere: where they do. */
function offersOf(layout: Layout): Offers<KexecContext, KexecEvent> {
  type Question<Type extends TaskEvent["type"]> = (
    state: State,
    event: Extract<TaskEvent, { readonly type: Type }>,
  ) => boolean;
  const by = <Type extends TaskEvent["type"]>(_type: Type, ask: Question<Type>) =>
    ask as (state: State, event: KexecEvent) => boolean; // asked with events of its type only
  const requestOf = ({ context }: State, task: number) => planOf(layout, context.mem, task).request;
  const copiesBeforeLock = layout.bounds.features.includes("list-copied-before-lock");
  return {
    kimage_crash_copy_vmcoreinfo: by(
      "kimage_crash_copy_vmcoreinfo",
      (state, { task, outcome }) => outcome === "ok" || isOnCrash(requestOf(state, task)),
    ),
    // memdup_user allocates, and an unload has nothing to copy
    copy_user_segment_list: by(
      "copy_user_segment_list",
      (state, { task, outcome }) =>
        outcome === "ok" ||
        (!isUnload(requestOf(state, task)) && (outcome === "EFAULT" || copiesBeforeLock)),
    ),
    copy_from_user: by(
      "copy_from_user",
      ({ context: { mem } }, { task, outcome }) =>
        outcome === "ok" || currentPage(layout, mem, task).chunk !== "none",
    ),
    // on x86-64 without memory for the transition tables; on arm64, for a normal image, with CPUs
    // that cannot be stopped
    machine_kexec_prepare: by(
      "machine_kexec_prepare",
      (state, { task, outcome }) => outcome !== "EBUSY" || !isOnCrash(requestOf(state, task)),
    ),
    kimage_alloc_normal_control_pages: by("kimage_alloc_normal_control_pages", (state, event) =>
      isAllocated(layout, state, event),
    ),
    kimage_alloc_page: by(
      "kimage_alloc_page",
      (state, event) =>
        isAllocated(layout, state, event) &&
        (event.frame === null ||
          !wantsSource(state.configuration, event.task) ||
          parkedHit(layout, state.context.mem, event.task) < 0),
    ),
  };
}

/** Whether the page allocator may answer so: with nothing, a frame with a name, or one of the others. */
function isAllocated(
  layout: Layout,
  { context: { mem } }: State,
  { task, frame }: { readonly task: number; readonly frame: number | null },
): boolean {
  if (frame === null) return true;
  if (isKilled(layout, mem, task) || !isFree(layout, mem, frame)) return false;
  for (const other of layout.interchangeable) {
    if (other === frame) return true;
    if (isFree(layout, mem, other)) return !layout.isInterchangeable[frame];
  }
  return true;
}

const waiting = new WeakMap<Configuration, readonly string[]>();

/** Whether a task waits for a source page: then a parked one is taken, whatever is free. */
function wantsSource(configuration: Configuration, task: number): boolean {
  let leaves = waiting.get(configuration);
  if (!leaves) {
    leaves = configuration.leaves.filter((path) => path.endsWith(".sourcePage"));
    waiting.set(configuration, leaves);
  }
  return leaves.length > 0 && leaves.some((path) => path.startsWith(`${taskRegion(task)}.`));
}
