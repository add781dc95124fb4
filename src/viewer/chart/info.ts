import type { AnyTransitionDefinition } from "xstate";
import type { FactName } from "../../../machines/facts.ts";
import type { KexecMeta, Wait } from "../../../machines/meta.ts";
import type { Feature } from "../../memory/bounds.ts";
import { literalName } from "../../model/compose.ts";
import { type Chart, readChart } from "../../xstate/chart.ts";
import { actionNames, guardName, type Result, resultOf } from "../svg/names.ts";
import { type ChartName, chartOf, composedMachine, literalGuard } from "./charts.ts";

/** What a state or transition says of itself; empty or null where it says nothing. */
interface Info {
  /** The chart that shows it with everything around it. */
  readonly chart: ChartName;
  readonly description: string;
  /** Kernel file and symbol. */
  readonly source: string;
  /** It exists in kernels with this feature only. */
  readonly feature: Feature | null;
  /** ... in kernels without this feature only. */
  readonly without: Feature | null;
  /** Why x86-64 cannot take it. */
  readonly unreachable: string | null;
}

export interface StateInfo extends Info {
  readonly path: string;
  /** Names of the facts that are true in it; see machines/facts.ts. */
  readonly holds: readonly FactName[];
  /** Whether a task or the machine ends here. */
  readonly terminal: boolean;
}

export interface TransitionInfo extends Info {
  readonly key: string;
  /** The path of the state that it leaves. */
  readonly from: string;
  /** Null where the state stays as it is. */
  readonly to: string | null;
  /** Null for a transition that is taken without an event. */
  readonly event: string | null;
  /** How many transitions of this event are asked before it. */
  readonly position: number;
  /** Null where nothing is asked. */
  readonly guard: string | null;
  /** What the call returns from here on, if the transition decides it. */
  readonly result: Result | null;
  /** The other actions. */
  readonly actions: readonly string[];
  /** Why the event may find every guard closed. */
  readonly waits: Wait | null;
}

/** Returns what is known of a state, by its path in the literals; null for no state. */
export function stateInfo(path: string): StateInfo | null {
  return index().states.get(path) ?? null;
}

/** Returns what is known of a transition, by its key in the literals; null for none. */
export function transitionInfo(key: string): TransitionInfo | null {
  return index().transitions.get(key) ?? null;
}

interface Index {
  readonly states: ReadonlyMap<string, StateInfo>;
  readonly transitions: ReadonlyMap<string, TransitionInfo>;
}

let known: Index | undefined;

function index(): Index {
  known ??= indexOf(readChart(composedMachine()));
  return known;
}

function indexOf(chart: Chart): Index {
  const states = new Map<string, StateInfo>();
  for (const { path: composed, node } of chart.nodes) {
    const path = literalName(composed);
    if (path === "") continue; // the root, and the region of the task
    const holds = metaOf(node.meta).holds ?? [];
    const terminal = node.tags.includes("terminal");
    states.set(path, { path, holds, terminal, ...infoOf(path, node) });
  }
  const transitions = new Map(
    chart.transitions.map(({ key: composed, definition, eventType, position }) => {
      const key = literalName(composed);
      return [key, transitionOf({ key, definition, eventType, position })];
    }),
  );
  return { states, transitions };
}

function transitionOf(read: {
  readonly key: string;
  readonly definition: AnyTransitionDefinition;
  readonly eventType: string;
  readonly position: number;
}): TransitionInfo {
  const { key, definition, eventType, position } = read;
  const [target] = definition.target ?? [];
  return {
    key,
    from: literalName(definition.source.path.join(".")),
    to: target ? literalName(target.path.join(".")) : null,
    event: eventType === "" ? null : eventType,
    position,
    guard: guardName(literalGuard(definition.guard)),
    result: resultOf(definition.actions),
    actions: actionNames(definition.actions),
    waits: metaOf(definition.meta).waits ?? null,
    ...infoOf(key, definition),
  };
}

function infoOf(
  pathOrKey: string,
  said: { readonly description?: string | undefined; readonly meta?: unknown },
): Info {
  const meta = metaOf(said.meta);
  return {
    chart: chartOf(pathOrKey),
    description: said.description ?? "",
    source: meta.source ?? "",
    feature: meta.feature ?? null,
    without: meta.without ?? null,
    unreachable: meta.unreachable ?? null,
  };
}

/** The composed machine is untyped; every literal types its meta as KexecMeta. */
function metaOf(meta: unknown): Partial<KexecMeta> {
  return typeof meta === "object" && meta !== null ? (meta as Partial<KexecMeta>) : {};
}
