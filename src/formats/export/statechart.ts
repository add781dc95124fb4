import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
import { type Guard, guardOf, type Named, namedOf } from "./guard.ts";

/**
 * A statechart as other tools understand one: states in states, arrows with a label, and nothing
 * that has to be run. Every format of this folder is written from it, and read back into it by the
 * tests.
 */
export interface Statechart {
  /** A C identifier. */
  readonly name: string;
  readonly description: string;
  /** The chart itself; no transition leads to it. */
  readonly root: ChartState;
  /** Every state but the root, in document order: a parent stands before its children. */
  readonly states: readonly ChartState[];
  /** In document order, and for one state and event in the order in which guards are asked. */
  readonly transitions: readonly ChartArrow[];
}

export interface ChartState {
  /** A C identifier, and so an NCName; unique in its chart. */
  readonly id: string;
  /** Keys from the root, joined with dots; the root's path is empty. */
  readonly path: string;
  readonly key: string;
  readonly kind: "atomic" | "compound" | "parallel" | "final" | "history";
  /** How much a history state remembers; null for every other. */
  readonly history: "shallow" | "deep" | null;
  readonly parent: ChartState | null;
  readonly children: readonly ChartState[];
  /** What is entered first: children of a compound state, where a history state leads at first. */
  readonly initial: readonly ChartState[];
  readonly entry: readonly Named[];
  readonly exit: readonly Named[];
  readonly description: string;
  readonly tags: readonly string[];
  /** What else the machine says of it: where it comes from, what holds in it. */
  readonly meta: Meta;
}

type Meta = Readonly<Record<string, unknown>>;

export interface ChartArrow {
  /** `path eventType position`; `always` for no event. */
  readonly key: string;
  readonly source: ChartState;
  /** Empty where the transition stays in its state, and enters nothing anew. */
  readonly targets: readonly ChartState[];
  /** Null for a transition that is taken without one. */
  readonly event: string | null;
  readonly guard: Guard | null;
  readonly actions: readonly Named[];
  /** Whether a target inside the source, or the source itself, is entered from outside. */
  readonly reenter: boolean;
  readonly description: string;
  readonly meta: Meta;
}

/** What an export leaves out of a machine, or calls otherwise. */
export interface Reading {
  readonly name: string;
  readonly pathOf: (node: AnyStateNode) => string;
  readonly guardOf: (guard: unknown, eventType: string) => unknown;
  readonly hasState: (path: string) => boolean;
  readonly hasTransition: (key: string) => boolean;
}

/** Reads the states and transitions of a machine. It runs no guard and no action. */
export function readStatechart(
  machine: AnyStateMachine,
  reading: Partial<Reading> = {},
): Statechart {
  const how: Reading = { ...whole, name: machine.root.key, ...reading };
  const stateOf = new Map<AnyStateNode, ChartState>();
  const name = identifier(how.name);
  const ids = new Set<string>();
  const root = readState(machine.root, null, { how, stateOf, ids });
  root.id = ids.has(name) ? uniqueId(`${name}_machine`, ids) : name; // the states choose first
  for (const [node, state] of stateOf) enterFirst(node, state as Draft, stateOf);
  const transitions = [...stateOf].flatMap(([node, source]) => {
    const own = [...node.transitions, ["", node.always ?? []] as const];
    return own.flatMap(([eventType, definitions]) =>
      definitions.flatMap((definition, position) =>
        readArrow(definition, { source, eventType, position, stateOf, how }),
      ),
    );
  });
  const description = machine.root.description ?? "";
  return { name, description, root, states: [...stateOf.values()].slice(1), transitions };
}

const whole: Reading = {
  name: "",
  pathOf: ({ path }) => path.join("."),
  guardOf: (guard) => guard,
  hasState: () => true,
  hasTransition: () => true,
};

/** A state while it is read: what it enters first is known only when its children are. */
interface Draft extends ChartState {
  id: string;
  initial: readonly ChartState[];
}

function readState(
  node: AnyStateNode,
  parent: ChartState | null,
  reading: {
    readonly how: Reading;
    readonly stateOf: Map<AnyStateNode, ChartState>;
    readonly ids: Set<string>;
  },
): Draft {
  const { how, stateOf, ids } = reading;
  const children: ChartState[] = [];
  const path = parent === null ? "" : how.pathOf(node);
  const state: Draft = {
    id: parent === null ? "" : uniqueId(path, ids),
    path,
    key: path.split(".").at(-1) || identifier(how.name),
    kind: node.type,
    history: node.type === "history" ? (node.history === "deep" ? "deep" : "shallow") : null,
    parent,
    children,
    initial: [],
    entry: node.entry.flatMap(namedOf),
    exit: node.exit.flatMap(namedOf),
    description: node.description ?? "",
    tags: node.tags,
    meta: metaOf(node.meta),
  };
  stateOf.set(node, state);
  for (const child of Object.values(node.states)) {
    if (how.hasState(how.pathOf(child))) children.push(readState(child, state, reading));
  }
  return state;
}

function enterFirst(
  node: AnyStateNode,
  state: Draft,
  stateOf: ReadonlyMap<AnyStateNode, ChartState>,
): void {
  const first: readonly AnyStateNode[] =
    node.type === "compound"
      ? (node.initial.target ?? [])
      : node.type === "history"
        ? (historyTargets(node) ?? [])
        : [];
  state.initial = first.flatMap((target) => stateOf.get(target) ?? []);
}

/** XState keeps a history state's target as it was written: a key beside it, or an id. */
function historyTargets(node: AnyStateNode): AnyStateNode[] | null {
  const { target } = node.config as { readonly target?: unknown };
  if (typeof target !== "string" || !node.parent) return null;
  if (target.startsWith("#")) return [node.machine.getStateNodeById(target.slice(1))];
  const found = node.parent.states[target];
  return found ? [found] : null;
}

function readArrow(
  definition: AnyTransitionDefinition,
  from: {
    readonly source: ChartState;
    readonly eventType: string;
    readonly position: number;
    readonly stateOf: ReadonlyMap<AnyStateNode, ChartState>;
    readonly how: Reading;
  },
): readonly ChartArrow[] {
  const { source, eventType, position, stateOf, how } = from;
  const key = `${source.path} ${eventType || "always"} ${position}`;
  const targets = (definition.target ?? []).flatMap((target) => stateOf.get(target) ?? []);
  const leadsOut = targets.length < (definition.target?.length ?? 0);
  if (leadsOut || !how.hasTransition(key)) return [];
  const arrow: ChartArrow = {
    key,
    source,
    targets,
    event: eventType === "" ? null : eventType,
    guard: guardOf(how.guardOf(definition.guard, eventType)),
    actions: definition.actions.flatMap(namedOf),
    reenter: definition.reenter,
    description: definition.description ?? "",
    meta: metaOf(definition.meta),
  };
  return [arrow];
}

/** Whether `ancestor` contains `state`; a state does not contain itself. */
export function isInside(ancestor: ChartState, state: ChartState): boolean {
  for (let next = state.parent; next !== null; next = next.parent) {
    if (next === ancestor) return true;
  }
  return false;
}

/** A text as a C identifier. */
export function identifier(text: string): string {
  const letters = text.replaceAll(/[^A-Za-z0-9_]/g, "_");
  return /^[A-Za-z_]/.test(letters) ? letters : `_${letters}`;
}

/** Words that one of the formats would take for a part of its grammar. */
const reserved: ReadonlySet<string> = new Set([
  "as",
  "class",
  "classDef",
  "click",
  "default",
  "direction",
  "edge",
  "end",
  "fork",
  "graph",
  "join",
  "node",
  "note",
  "state",
  "style",
  "subgraph",
]);

function uniqueId(path: string, ids: Set<string>): string {
  const wanted = identifier(path);
  let id = reserved.has(wanted) ? `${wanted}_` : wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}_${n}`;
  ids.add(id);
  return id;
}

function metaOf(meta: unknown): Meta {
  return typeof meta === "object" && meta !== null ? (meta as Meta) : {};
}
