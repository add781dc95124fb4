import type { KexecContext, KexecEvent } from "../../machines/events.ts";
import { canonicalMem } from "../../src/memory/symmetry.ts";
import { alphabetOf } from "../../src/model/alphabet.ts";
import { kexecModel } from "../../src/model/model.ts";
import { type World, worldsOf } from "../../src/model/worlds.ts";
import type { EventLike } from "../../src/xstate/options.ts";
import type { Checkable } from "../../src/xstate/parallel.ts";
import { twoPhaseRegions } from "../xstate/models/two-phase-regions.ts";
import { twoPhaseOpaque } from "./two-phase-opaque.ts";

/** A model at one size, for every engine that takes part. */
export interface Case {
  readonly name: string;
  readonly make: () => Checkable<never, never>;
  /** The same model for SPIN: a file beside this one or in spec, and its macros. */
  readonly spin: { readonly file: "twin" | "two-phase"; readonly defines: readonly string[] };
  /** What `xstate/graph` needs to explore the same states: where events are worth trying. */
  readonly graph?: GraphHints;
}

export interface GraphHints {
  readonly events?: (snapshot: never) => readonly EventLike[];
  readonly serializeState?: (snapshot: never) => string;
}

/** The race of two or three callers, every frame and image with its own name. */
function race(changes: Changes): World {
  const preset = changes.frames === undefined ? "quick" : "standard";
  const [world] = worldsOf(preset, "seed");
  if (!world) throw new RangeError("there is no such world");
  const { tasks = world.bounds.tasks, sigkill = world.sigkill } = changes;
  return { ...world, sigkill, bounds: { ...world.bounds, tasks } };
}

interface Changes {
  readonly tasks?: number;
  /** 9: the frames of the preset `standard`. */
  readonly frames?: 9;
  readonly sigkill?: boolean;
}

function kexec(world: World, symmetry: boolean): Checkable<KexecContext, KexecEvent> {
  const { machine, options } = kexecModel(world);
  const { canonical, ...plain } = options;
  return { machine, options: symmetry && canonical ? { ...plain, canonical } : plain };
}

function kexecCase(size: string, changes: Changes, symmetry: boolean): Case {
  const world = race(changes);
  const { tasks } = world.bounds;
  return {
    name: `kexec ${size}`,
    make: () => kexec(world, symmetry) as unknown as Checkable<never, never>, // only handed on
    spin: {
      file: "twin",
      defines: [
        "WORLD=RACE",
        `TASKS=${tasks}`,
        `FRAMES=${world.bounds.frames}`,
        `SIGKILL=${world.sigkill ? 1 : 0}`,
        ...(symmetry ? ["SYMMETRY"] : []),
      ],
    },
    graph: kexecGraph(world, symmetry),
  };
}

function kexecGraph(world: World, symmetry: boolean): GraphHints {
  const { layout } = kexecModel(world);
  const alphabet = alphabetOf(world, layout);
  return {
    events: (snapshot: Snapshot) => alphabet.in(viewOf(snapshot)),
    serializeState: ({ value, context }: Snapshot) => {
      const mem = context.mem.slice();
      if (symmetry) canonicalMem(layout, mem);
      return `${JSON.stringify(value)} ${Buffer.from(mem).toString("latin1")}`;
    },
  } as GraphHints; // snapshots of this machine are handed to it, no others
}

interface Snapshot {
  readonly value: unknown;
  readonly context: KexecContext;
  readonly _nodes: readonly {
    readonly path: readonly string[];
    readonly transitions: ReadonlyMap<string, unknown>;
    readonly type: string;
  }[];
}

/** What the alphabet asks of a state, read off XState's own snapshot. */
function viewOf({
  value,
  context,
  _nodes,
}: Snapshot): Parameters<ReturnType<typeof alphabetOf>["in"]>[0] {
  const nodes = _nodes.map((node) => ({ path: node.path.join("."), node }));
  const handlers = new Map<string, { readonly path: string }[]>();
  for (const one of nodes) {
    for (const type of one.node.transitions.keys()) {
      handlers.set(type, [...(handlers.get(type) ?? []), one]);
    }
  }
  const leaves = nodes.filter(({ node }) => node.type === "atomic").map(({ path }) => path);
  const configuration = { id: 0, value, nodes, leaves, handlers, done: false };
  const has = (path: string): boolean => nodes.some((one) => one.path === path);
  return { context, configuration: { ...configuration, has } as never }; // as much as is asked
}

function twoPhase(rms: number, kind: "regions" | "opaque"): Case {
  const port = kind === "regions" ? twoPhaseRegions(rms) : twoPhaseOpaque(rms);
  const { properties: _, ...options } = port.options;
  return {
    name: `two-phase commit ${rms}${kind === "opaque" ? ", opaque functions" : ""}`,
    make: () => ({ machine: port.machine, options }) as unknown as Checkable<never, never>, // only handed on
    spin: { file: "two-phase", defines: [`N=${rms}`] },
  };
}

/** Every case of the benchmark, by its name on the command line. */
export const cases: Readonly<Record<string, () => Case>> = {
  "kexec-small": () => kexecCase("2 callers", {}, false),
  "kexec-medium": () => kexecCase("3 callers", { tasks: 3 }, false),
  "kexec-large": () => kexecCase("3 callers, SIGKILL", { tasks: 3, sigkill: true }, false),
  "kexec-symmetry": () => kexecCase("3 callers, symmetry", { tasks: 3 }, true),
  "kexec-tiny": () => kexecCase("2 callers, symmetry", {}, true),
  "kexec-kills": () =>
    kexecCase("2 callers, 9 frames, SIGKILL, symmetry", { frames: 9, sigkill: true }, true),
  "two-phase-5": () => twoPhase(5, "regions"),
  "two-phase-6": () => twoPhase(6, "regions"),
  "two-phase-7": () => twoPhase(7, "regions"),
  "two-phase-8": () => twoPhase(8, "regions"),
  "two-phase-9": () => twoPhase(9, "regions"),
  "two-phase-8-opaque": () => twoPhase(8, "opaque"),
};

/** What a thread of the benchmark makes; see `MachineSource`. */
export function caseSource(name: string): Checkable<never, never> {
  const make = cases[name];
  if (!make) throw new RangeError(`no case ${name}`);
  return make().make();
}
