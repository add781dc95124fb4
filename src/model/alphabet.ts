import type { KexecContext, KexecEvent, TaskEvent } from "../../machines/events.ts";
import type { Pfn } from "../memory/bounds.ts";
import { isKilled } from "../memory/call.ts";
import { frameAt, get, type Layout, type Mem, planOf, ROLE } from "../memory/layout.ts";
import { currentPage } from "../memory/loading.ts";
import { parkedHit } from "../memory/pages.ts";
import { isOnCrash, isUnload } from "../memory/request.ts";
import type { Configuration } from "../xstate/configuration.ts";
import type { StateView } from "../xstate/property.ts";
import { taskRegion } from "./compose.ts";
import type { World } from "./worlds.ts";

/** What one task can do in a configuration: the event types it handles and where it stands. */
interface Turn {
  readonly task: number;
  readonly leaf: string;
  readonly types: readonly TaskEvent["type"][];
}

/**
 * The events worth trying in a state: for every task what its active states handle, with every
 * payload that the kernel does not decide.
 *
 * Left out are payloads that make no difference (which page the allocator would give to a task
 * that is killed) and all but the lowest of free frames that can be exchanged.
 */
export function alphabetOf(
  world: World,
  layout: Layout,
): (state: StateView<KexecContext>) => KexecEvent[] {
  const turns = new Map<number, readonly Turn[]>();
  return ({ configuration, context: { mem } }) => {
    const own = turns.get(configuration.id) ?? turnsOf(world, configuration);
    turns.set(configuration.id, own);
    const events: KexecEvent[] = world.sysctl ? [...sysctlWrites] : [];
    for (const turn of own) {
      for (const type of turn.types) events.push(...payloads({ world, layout, mem, turn }, type));
    }
    return events;
  };
}

const sysctlWrites = [0, 1].map((value) => ({ type: "proc_dointvec_minmax", value }) as const);

function turnsOf(world: World, configuration: Configuration): readonly Turn[] {
  return Array.from({ length: world.bounds.tasks }, (_, task) => {
    const region = `${taskRegion(task)}.`;
    const types = [...configuration.handlers]
      .filter(([, nodes]) => nodes.some(({ path }) => path.startsWith(region)))
      .map(([type]) => type as TaskEvent["type"]); // a task's region handles its events only
    const leaf = configuration.leaves.find((path) => path.startsWith(region)) ?? "";
    return { task, leaf, types: types.filter((type) => type !== "sigkill" || world.sigkill) };
  });
}

interface Situation {
  readonly world: World;
  readonly layout: Layout;
  readonly mem: Mem;
  readonly turn: Turn;
}

function payloads(situation: Situation, type: TaskEvent["type"]): TaskEvent[] {
  const { world, turn } = situation;
  const { task } = turn;
  switch (type) {
    case "kexec_load":
      return world.bounds.requests.map((_, request) => ({ type, task, request }));
    case "do_kimage_alloc_init":
      return [
        { type, task, outcome: "ok" },
        { type, task, outcome: "ENOMEM" },
      ];
    case "kimage_crash_copy_vmcoreinfo":
      return forCrash(situation)
        ? [
            { type, task, outcome: "ok" },
            { type, task, outcome: "ENOMEM" },
          ]
        : [{ type, task, outcome: "ok" }];
    case "copy_user_segment_list":
      return listCopies(situation).map((outcome) => ({ type, task, outcome }));
    case "copy_from_user":
      return nothingToCopy(situation)
        ? [{ type, task, outcome: "ok" }]
        : [
            { type, task, outcome: "ok" },
            { type, task, outcome: "EFAULT" },
          ];
    case "machine_kexec_prepare":
      return prepareEnds(situation).map((outcome) => ({ type, task, outcome }));
    case "machine_kexec_post_load":
      return [{ type, task, outcome: "ok" }];
    case "kimage_alloc_normal_control_pages":
    case "kimage_alloc_page":
      return allocations(situation).map((frame) => ({ type, task, frame }));
    default:
      return [{ type, task }];
  }
}

function forCrash({ layout, mem, turn }: Situation): boolean {
  return isOnCrash(planOf(layout, mem, turn.task).request);
}

/**
 * How the architecture's prepare can end: on x86-64 without memory for the transition tables; on
 * arm64, for a normal image, with CPUs that cannot be stopped.
 */
function prepareEnds(situation: Situation): ("ok" | "ENOMEM" | "EBUSY")[] {
  return forCrash(situation) ? ["ok", "ENOMEM"] : ["ok", "ENOMEM", "EBUSY"];
}

/** How copying the list can end; memdup_user allocates, and an unload has nothing to copy. */
function listCopies({ world, layout, mem, turn }: Situation): ("ok" | "EFAULT" | "ENOMEM")[] {
  if (isUnload(planOf(layout, mem, turn.task).request)) return ["ok"];
  const allocates = world.bounds.features.includes("list-copied-before-lock");
  return allocates ? ["ok", "EFAULT", "ENOMEM"] : ["ok", "EFAULT"];
}

function nothingToCopy({ layout, mem, turn }: Situation): boolean {
  return currentPage(layout, mem, turn.task).chunk === "none";
}

/** What the page allocator may return: nothing, a frame with a name, or one of the others. */
function allocations({ layout, mem, turn }: Situation): (Pfn | null)[] {
  if (isKilled(layout, mem, turn.task)) return [null];
  if (turn.leaf.endsWith(".sourcePage") && parkedHit(layout, mem, turn.task) >= 0) return [null];
  const free = (pfn: Pfn): boolean => get(mem, frameAt(layout, pfn) + ROLE) === 0;
  const other = layout.interchangeable.find(free);
  const frames: (Pfn | null)[] = [null];
  for (let pfn = 0; pfn < layout.bounds.frames; pfn++) {
    if (!free(pfn)) continue;
    if (pfn === other || !layout.interchangeable.includes(pfn)) frames.push(pfn);
  }
  return frames;
}
