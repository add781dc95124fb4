import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from "xstate";
import { MachineError } from "./errors.ts";

/** A state node of a chart, numbered in document order. */
export interface ChartNode {
  readonly index: number;
  /** Keys from the root, joined with dots; the root's path is empty. */
  readonly path: string;
  readonly node: AnyStateNode;
}

/** A transition of a chart; `always` transitions have the event type "". */
export interface ChartTransition {
  readonly index: number;
  /** `path eventType position`, unique in a chart. */
  readonly key: string;
  readonly source: ChartNode;
  readonly eventType: string;
  /** Place among the transitions of one state node for one event type. */
  readonly position: number;
  readonly guarded: boolean;
  readonly definition: AnyTransitionDefinition;
}

/** The nodes and transitions of a machine, in document order. */
export interface Chart {
  readonly nodes: readonly ChartNode[];
  readonly transitions: readonly ChartTransition[];
  readonly nodeOf: ReadonlyMap<AnyStateNode, ChartNode>;
  readonly transitionOf: ReadonlyMap<AnyTransitionDefinition, ChartTransition>;
  /**
   * The transitions of one node for one event type, in the order in which guards are asked: exact
   * ones before wildcards, longer wildcards before shorter ones.
   */
  readonly candidates: (node: ChartNode, eventType: string) => readonly ChartTransition[];
}

/** Whether none of some active nodes handles an event, and none waits for an eventless transition. */
export function isIgnored(
  { candidates }: Chart,
  nodes: readonly ChartNode[],
  eventType: string,
): boolean {
  return nodes.every((node) => {
    return candidates(node, eventType).length === 0 && candidates(node, "").length === 0;
  });
}

/**
 * Reads the state nodes and transitions of a machine.
 *
 * @throws MachineError for what the checker cannot explore: invoked actors and delayed transitions
 */
export function readChart(machine: AnyStateMachine): Chart {
  const nodes: ChartNode[] = [];
  const transitions: ChartTransition[] = [];
  const byNode = new Map<ChartNode, Map<string, ChartTransition[]>>();

  const visit = (node: AnyStateNode): void => {
    refuseUnsupported(node);
    const source: ChartNode = { index: nodes.length, path: node.path.join("."), node };
    nodes.push(source);
    const lists = new Map<string, ChartTransition[]>();
    byNode.set(source, lists);
    for (const [eventType, definitions] of outgoing(node)) {
      const list = definitions.map((definition, position) => ({
        index: transitions.length + position,
        key: `${source.path} ${eventType || "always"} ${position}`,
        source,
        eventType,
        position,
        guarded: definition.guard !== undefined,
        definition,
      }));
      transitions.push(...list);
      lists.set(eventType, list);
    }
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);

  return {
    nodes,
    transitions,
    nodeOf: new Map(nodes.map((entry) => [entry.node, entry])),
    transitionOf: new Map(transitions.map((entry) => [entry.definition, entry])),
    candidates: candidatesOf(byNode),
  };
}

function candidatesOf(
  byNode: ReadonlyMap<ChartNode, ReadonlyMap<string, readonly ChartTransition[]>>,
): Chart["candidates"] {
  const cache = new Map<ChartNode, Map<string, readonly ChartTransition[]>>();
  return (node, eventType) => {
    const known = cache.get(node) ?? new Map<string, readonly ChartTransition[]>();
    cache.set(node, known);
    let list = known.get(eventType);
    if (!list) {
      const lists = byNode.get(node) ?? new Map<string, readonly ChartTransition[]>();
      const wildcards = [...lists.keys()]
        .filter((name) => name !== eventType && isWildcardFor(name, eventType))
        .sort((a, b) => b.length - a.length);
      list = [eventType, ...wildcards].flatMap((name) => lists.get(name) ?? []);
      known.set(eventType, list);
    }
    return list;
  };
}

/** Whether a descriptor like `*` or `net.*` stands for an event type; nothing stands for `always`. */
export function isWildcardFor(descriptor: string, eventType: string): boolean {
  if (eventType === "") return false;
  return descriptor === "*" || matchesPrefix(descriptor, eventType);
}

/** As in XState, `net.*` stands for `net` itself, too. */
function matchesPrefix(descriptor: string, eventType: string): boolean {
  return descriptor.endsWith(".*") && `${eventType}.`.startsWith(descriptor.slice(0, -1));
}

function outgoing(node: AnyStateNode): [string, AnyTransitionDefinition[]][] {
  const lists: [string, AnyTransitionDefinition[]][] = [...node.transitions.entries()];
  if (node.always) lists.push(["", node.always]);
  return lists;
}

function refuseUnsupported(node: AnyStateNode): void {
  if (node.invoke.length > 0) {
    throw new MachineError(
      `state "${node.id}" invokes an actor: expected a machine whose every step is an event, ` +
        "such as environmentAsEvents(machine)",
    );
  }
  if (node.config.after) {
    throw new MachineError(
      `state "${node.id}" has delayed transitions (after): expected a machine in which the passing ` +
        "of time is an event, such as environmentAsEvents(machine)",
    );
  }
}
