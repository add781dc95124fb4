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
  const handlers = new Map<string, ChartNode[]>();
  for (const node of [...nodes].reverse()) {
    for (const eventType of node.node.transitions.keys()) {
      handlers.set(eventType, [...(handlers.get(eventType) ?? []), node]);
    }
  }
  return {
    id,
    value: snapshot.value,
    nodes,
    leaves: nodes.filter(({ node }) => isAtomic(node.type)).map(({ path }) => path),
    handlers,
    has: (path) => paths.has(path),
    done: snapshot.status !== "active",
    template: snapshot,
  };
}

function isAtomic(type: string): boolean {
  return type === "atomic" || type === "final";
}
