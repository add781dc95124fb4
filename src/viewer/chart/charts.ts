import type { AnyStateMachine, AnyStateNode } from "xstate";
import { createLayout, type Layout } from "../../memory/layout.ts";
import { composeModel, literalName, literals } from "../../model/compose.ts";
import { worldsOf } from "../../model/worlds.ts";
import { type Diagram, type Naming, readDiagram } from "../svg/diagram.ts";

/** The charts of the review page: the composition, and one for each door of the kernel. */
export const chartNames = [
  "whole",
  "kexec_load",
  "kexec_file_load",
  "reboot",
  "crash_size",
] as const;

export type ChartName = (typeof chartNames)[number];

type DoorName = Exclude<ChartName, "whole">;

export interface ChartDefinition {
  /** The state that a task is in while it is inside this door; null for the composition. */
  readonly door: string | null;
  /** Early exits to these states are rows in the boxes that they leave. */
  readonly exits: readonly string[];
  /** States that are always drawn without their inside, which is a chart of its own. */
  readonly closed: readonly string[];
  /** States that a reader may collapse; null for every one that has children. */
  readonly collapsible: readonly string[] | null;
  /** What is collapsed at first. */
  readonly collapsedFirst: readonly string[];
}

export const charts: Readonly<Record<ChartName, ChartDefinition>> = {
  whole: {
    door: null,
    exits: ["gone", "panic.stopping", "dead"],
    closed: ["call", "file", "reboot", "size"],
    collapsible: ["panic", "hotplug", "sysctls", "silent"],
    collapsedFirst: ["hotplug", "sysctls"],
  },
  kexec_load: {
    ...doorChart("call", ["call.returning", "call.locked.unlocking", "call.locked.out"]),
    collapsedFirst: [
      "call.locked.kimageAllocInit",
      "call.locked.machineKexecPrepare",
      "call.locked.normalSegment",
      "call.locked.crashSegment",
    ],
  },
  kexec_file_load: doorChart("file", ["file.returning", "file.locked.out"]),
  reboot: doorChart("reboot", ["reboot.interruptible.returning", "reboot.interruptible.unlocking"]),
  crash_size: doorChart("size", ["size.returning", "size.unlocking"]),
};

/** The region of a task, which the literals have no name for. */
export const taskPath = "task";

/** Returns what a chart says: a door as its literal has it, or all literals composed. */
export function chartDiagram(name: ChartName): Diagram {
  const known = diagrams.get(name);
  if (known) return known;
  const diagram = name === "whole" ? readWhole() : readDiagram(doorMachine(name));
  diagrams.set(name, diagram);
  return diagram;
}

/** The chart that shows a state or a transition with everything around it. */
export function chartOf(pathOrKey: string): ChartName {
  const [first = ""] = pathOrKey.split(/[ .]/);
  const found = doorNames.find((name) => charts[name].door === first);
  if (found) return found;
  const isOwn = (name: ChartName): boolean =>
    chartDiagram(name).transitions.some(({ key }) => key === pathOrKey);
  return doorNames.find(isOwn) ?? "whole"; // from `idle`, which the doors share
}

/** The composed machine with one task: what every literal says, in one place. */
export function composedMachine(): AnyStateMachine {
  composed ??= composeModel(smallLayout());
  return composed;
}

/** The guard that a literal asks; the composition asks first whose event it is. */
export function literalGuard(guard: unknown): unknown {
  if (isForTask(guard)) return undefined;
  const guards = typeof guard === "function" && "guards" in guard ? guard.guards : null;
  if (!Array.isArray(guards) || !isForTask(guards[0])) return guard;
  return guards[1];
}

const doorNames = chartNames.filter((name): name is DoorName => name !== "whole");
const diagrams = new Map<ChartName, Diagram>();
let composed: AnyStateMachine | undefined;

function doorChart(door: string, exits: readonly string[]): ChartDefinition {
  return { door, exits, closed: [], collapsible: null, collapsedFirst: [] };
}

/** Guards and actions ask the layout; states and transitions do not. */
function smallLayout(): Layout {
  const [world] = worldsOf("quick", "seed");
  if (!world) throw new RangeError("the preset quick has no world");
  return createLayout({ ...world.bounds, tasks: 1 });
}

function doorMachine(name: DoorName): AnyStateMachine {
  const { door } = charts[name];
  const machines: readonly AnyStateMachine[] = literals(smallLayout()).doors;
  const machine = machines.find(({ root }) => door !== null && door in root.states);
  if (machine) return machine;
  throw new RangeError(`expected a literal with the state "${door}"`);
}

function readWhole(): Diagram {
  return readDiagram(composedMachine(), wholeNaming);
}

const wholeNaming: Naming = {
  ofState: (node: AnyStateNode) => {
    const path = node.path.join(".");
    if (node.parent?.key === "running" && node.key === "task0") {
      return { path: taskPath, key: "task", description: "One of the tasks: the doors it opens." };
    }
    return {
      path: literalName(path),
      key: node.key,
      description: node.description ?? "",
    };
  },
  ofGuard: literalGuard,
};

function isForTask(guard: unknown): boolean {
  return typeof guard === "object" && guard !== null && "type" in guard && guard.type === "forTask";
}
