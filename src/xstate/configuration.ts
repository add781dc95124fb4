import type { AnyMachineSnapshot } from "xstate";
import type { Chart, ChartNode } from "./chart.ts";

/** The control part of a state: which state nodes are active. */
export interface Configuration {
  readonly id: number;
  /** XState's state value. */
  readonly value: unknown;
  /** Active state nodes, in document order. */
  readonly nodes: readonly ChartNode[];
  /** Paths of the active atomic nodes. */
  readonly leaves: readonly string[];
  /** Event types that an active node handles, with the nodes that do, innermost first. */
  readonly handlers: ReadonlyMap<string, readonly ChartNode[]>;
  /** Whether the node with this path is active. */
  readonly has: (path: string) => boolean;
  /** Done: no event is taken any more. */
  readonly done: boolean;
}

/** A configuration together with the snapshot that first had it, from which others are cloned. */
export interface InternedConfiguration extends Configuration {
  readonly template: AnyMachineSnapshot;
}

/** Gives every configuration a small number, and back. */
export class Configurations {
  readonly #chart: Chart;
  readonly #ids = new Map<string, InternedConfiguration>();
  readonly #all: InternedConfiguration[] = [];

  constructor(chart: Chart) {
    this.#chart = chart;
  }

  /** Everything of a snapshot but its context: active nodes, status and history. */
  intern(snapshot: AnyMachineSnapshot): InternedConfiguration {
    const key = keyOf(snapshot);
    const known = this.#ids.get(key);
    if (known) return known;
    const configuration = describe(this.#chart, snapshot, this.#all.length);
    this.#ids.set(key, configuration);
    this.#all.push(configuration);
    return configuration;
  }

  get(id: number): InternedConfiguration {
    const configuration = this.#all[id];
    if (!configuration) throw new RangeError(`no configuration ${id}`);
    return configuration;
  }
}

function keyOf(snapshot: AnyMachineSnapshot): string {
  let key = snapshot.status;
  for (const order of snapshot._nodes.map((node) => node.order).sort((a, b) => a - b)) {
    key += ` ${order}`;
  }
  const history = Object.entries(snapshot.historyValue ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, nodes] of history) {
    key += `;${id}:${nodes
      .map((node) => node.order)
      .sort((a, b) => a - b)
      .join()}`;
  }
  return key;
}

function describe(chart: Chart, snapshot: AnyMachineSnapshot, id: number): InternedConfiguration {
  const nodes = snapshot._nodes
    .map((node) => chart.nodeOf.get(node))
    .filter((node): node is ChartNode => node !== undefined)
    .sort((a, b) => a.index - b.index);
  const paths = new Set(nodes.map((node) => node.path));
  const value = stateValueOf(nodes);
  return {
    id,
    value,
    nodes,
    leaves: nodes.filter(({ node }) => isAtomic(node.type)).map(({ path }) => path),
    handlers: handlersOf(nodes),
    has: (path) => paths.has(path),
    done: snapshot.status !== "active",
    template: inDocumentOrder(snapshot, nodes, value),
  };
}

/** Event types that some of the nodes handle, with those that do, innermost first. */
export function handlersOf(nodes: readonly ChartNode[]): ReadonlyMap<string, readonly ChartNode[]> {
  const handlers = new Map<string, ChartNode[]>();
  for (const node of [...nodes].reverse()) {
    for (const eventType of node.node.transitions.keys()) {
      handlers.set(eventType, [...(handlers.get(eventType) ?? []), node]);
    }
  }
  return handlers;
}

/**
 * A snapshot with its nodes in document order. XState keeps them in the order in which they were
 * entered, and asks regions in that order; SCXML says document order, and so the past that a
 * configuration does not show cannot matter.
 */
function inDocumentOrder(
  snapshot: AnyMachineSnapshot,
  nodes: readonly ChartNode[],
  value: unknown,
): AnyMachineSnapshot {
  const sorted = nodes.map(({ node }) => node);
  return { ...snapshot, _nodes: sorted, value } as AnyMachineSnapshot; // a snapshot is a plain object
}

/** XState's state value of active nodes, regions in document order. */
function stateValueOf(nodes: readonly ChartNode[]): unknown {
  const below = (parent: ChartNode): unknown => {
    const children = nodes.filter(({ node }) => node.parent === parent.node);
    const [only] = children;
    if (parent.node.type === "compound" && only && isAtomic(only.node.type)) return only.node.key;
    return Object.fromEntries(children.map((child) => [child.node.key, below(child)]));
  };
  const [root] = nodes;
  return root ? below(root) : {};
}

function isAtomic(type: string): boolean {
  return type === "atomic" || type === "final";
}
