import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
import { actionNames, eventName, guardName, type Result, resultOf } from "./names.ts";

/** What a drawing of a statechart says, without any size or place. */
export interface Diagram {
  /** The machine itself: its key is the machine's id. */
  readonly root: DiagramState;
  /** Every state but the root, in document order; a parent stands before its children. */
  readonly states: readonly DiagramState[];
  /** In document order, and for one state and event in the order in which guards are asked. */
  readonly transitions: readonly DiagramTransition[];
}

export interface DiagramState {
  /** Keys from the root, joined with dots; the root's path is empty. */
  readonly path: string;
  readonly key: string;
  readonly kind: "atomic" | "compound" | "parallel" | "final" | "history";
  readonly parent: DiagramState | null;
  readonly children: readonly DiagramState[];
  /** Place in the document; the root is 0. */
  readonly order: number;
  /** 0 for the children of the root. */
  readonly depth: number;
  /** The child that is entered first; null where there is no choice to mark. */
  readonly initial: DiagramState | null;
  readonly description: string;
  /** Whether it is left at once, by a transition that is always taken. */
  readonly transient: boolean;
  /** Where the state comes from: `meta.source`, or the empty string. */
  readonly source: string;
}

export interface DiagramTransition {
  /** `path eventType position`, as coverage reports have it; `always` for no event. */
  readonly key: string;
  readonly source: DiagramState;
  /** Null where the transition stays in its state. */
  readonly target: DiagramState | null;
  /** As it is shown; the empty string for a transition that is always taken. */
  readonly event: string;
  /** As it is shown, without brackets; null where the transition is not guarded. */
  readonly guard: string | null;
  /** Whether it is what happens when the guards before it do not hold. */
  readonly otherwise: boolean;
  /** What the transition decides that the call returns, if it does. */
  readonly result: Result | null;
  /** The other actions that have a name. */
  readonly actions: readonly string[];
}

/** What a drawing calls states and guards, where that is not what the machine calls them. */
export interface Naming {
  readonly ofState: (node: AnyStateNode) => StateNames;
  /** The part of a guard that is shown; undefined for none. */
  readonly ofGuard: (guard: unknown) => unknown;
}

/** What a state is called, and what is said of it. */
export type StateNames = Pick<DiagramState, "path" | "key" | "description">;

/** Reads the states and transitions of a machine. It runs no guard and no action. */
export function readDiagram(machine: AnyStateMachine, naming: Naming = asNamed): Diagram {
  const stateOf = new Map<AnyStateNode, DiagramState>();
  const root = readState(machine.root, null, { stateOf, naming });
  const transitions = [...stateOf].flatMap(([node, source]) =>
    outgoing(node).flatMap(([eventType, definitions]) =>
      definitions.flatMap((definition, position) =>
        readTransition(definition, { source, eventType, position, stateOf, naming }),
      ),
    ),
  );
  return { root, states: [...stateOf.values()].slice(1), transitions };
}

const asNamed: Naming = {
  ofState: ({ path, key, description }) => ({
    path: path.join("."),
    key,
    description: description ?? "",
  }),
  ofGuard: (guard) => guard,
};

/** Whether `ancestor` contains `state`; a state does not contain itself. */
export function contains(ancestor: DiagramState, state: DiagramState): boolean {
  for (let next = state.parent; next !== null; next = next.parent) {
    if (next === ancestor) return true;
  }
  return false;
}

/** The innermost state that contains both, neither of them included. */
export function commonParent(one: DiagramState, other: DiagramState): DiagramState | null {
  let parent = one.parent;
  while (parent !== null && !contains(parent, other)) parent = parent.parent;
  return parent;
}

function readState(
  node: AnyStateNode,
  parent: DiagramState | null,
  reading: { readonly stateOf: Map<AnyStateNode, DiagramState>; readonly naming: Naming },
): DiagramState {
  const { stateOf, naming } = reading;
  const children: DiagramState[] = [];
  const state = {
    ...naming.ofState(node),
    kind: node.type,
    parent,
    children,
    order: stateOf.size,
    depth: node.path.length - 1,
    initial: null as DiagramState | null,
    transient: !!node.always?.some(({ guard }) => !guard),
    source: sourceOf(node.meta),
  };
  stateOf.set(node, state);
  for (const child of Object.values(node.states)) children.push(readState(child, state, reading));
  if (node.type === "compound") {
    const first = node.initial.target?.[0];
    state.initial = (first && stateOf.get(first)) ?? null;
  }
  return state;
}

/** One entry for each target, since a transition into parallel regions may name several. */
function readTransition(
  definition: AnyTransitionDefinition,
  from: {
    readonly source: DiagramState;
    readonly eventType: string;
    readonly position: number;
    readonly stateOf: ReadonlyMap<AnyStateNode, DiagramState>;
    readonly naming: Naming;
  },
): readonly DiagramTransition[] {
  const { source, eventType, position } = from;
  const guard = from.naming.ofGuard(definition.guard);
  const targets: readonly (AnyStateNode | null)[] = definition.target ?? [null];
  return targets.map((target) => ({
    key: `${source.path} ${eventType || "always"} ${position}`,
    source,
    target: (target && from.stateOf.get(target)) ?? null,
    event: eventName(eventType),
    guard: guardName(guard),
    otherwise: !guard && position > 0,
    result: resultOf(definition.actions),
    actions: actionNames(definition.actions),
  }));
}

type Outgoing = readonly [eventType: string, definitions: readonly AnyTransitionDefinition[]];

function outgoing(node: AnyStateNode): readonly Outgoing[] {
  return [["", node.always ?? []], ...node.transitions];
}

function sourceOf(meta: unknown): string {
  const source = typeof meta === "object" && meta && "source" in meta ? meta.source : "";
  return typeof source === "string" ? source : JSON.stringify(source);
}
