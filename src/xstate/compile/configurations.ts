import type { ChartNode } from "../chart.ts";
import { type Configuration, handlersOf } from "../configuration.ts";
import {
  type FlatChart,
  leafAt,
  leafValue,
  type Region,
  readRegion,
  writeRegion,
} from "./regions.ts";

/** More configurations than this are described anew each time: keeping them would cost too much. */
const kept = 1 << 16;

/** Reads and writes the configuration in the first words of a state. */
export class FlatConfigurations {
  readonly #flat: FlatChart;
  readonly #known = new Map<number | string, FlatConfiguration>();
  readonly #nodeAt: ReadonlyMap<string, ChartNode>;
  #ids = 0;
  /** The one that was asked for last: properties ask for the same one again and again. */
  #last: FlatConfiguration | null = null;
  #lastKey: number | string = -1;

  constructor(flat: FlatChart) {
    this.#flat = flat;
    this.#nodeAt = new Map(flat.chart.nodes.map((node) => [node.path, node]));
  }

  /** The configuration of a state. */
  at(state: Int32Array): FlatConfiguration {
    const key = this.#key(state);
    if (key === this.#lastKey && this.#last) return this.#last;
    const configuration = this.#known.get(key) ?? this.#describe(key, state);
    this.#lastKey = key;
    this.#last = configuration;
    return configuration;
  }

  #describe(key: number | string, state: Int32Array): FlatConfiguration {
    const values = this.#flat.regions.map((region) => readRegion(region, state));
    const configuration = new FlatConfiguration(this.#flat, this.#nodeAt, {
      id: this.#ids++,
      values,
    });
    if (this.#known.size < kept) this.#known.set(key, configuration);
    return configuration;
  }

  /** Writes the configuration in which the given nodes are active. */
  write(nodes: readonly ChartNode[], state: Int32Array): void {
    for (const region of this.#flat.regions) {
      const leaf = region.leaves.find((one) => nodes.includes(one));
      writeRegion(region, state, leaf ? leafValue(region, leaf) : 0);
    }
  }

  #key(state: Int32Array): number | string {
    const { words } = this.#flat;
    if (words <= 1) return words === 0 ? 0 : (state[0] ?? 0);
    let key = "";
    for (let i = 0; i < words; i++) key += `${state[i]},`;
    return key;
  }
}

/** A configuration told by the values of its regions; the rest is worked out when asked for. */
export class FlatConfiguration implements Configuration {
  readonly id: number;
  readonly #flat: FlatChart;
  readonly #nodeAt: ReadonlyMap<string, ChartNode>;
  readonly #values: readonly number[];
  #nodes: readonly ChartNode[] | null = null;
  #leaves: readonly string[] | null = null;
  #handlers: ReadonlyMap<string, readonly ChartNode[]> | null = null;
  #value: unknown;

  constructor(
    flat: FlatChart,
    nodeAt: ReadonlyMap<string, ChartNode>,
    { id, values }: { readonly id: number; readonly values: readonly number[] },
  ) {
    this.#flat = flat;
    this.#nodeAt = nodeAt;
    this.id = id;
    this.#values = values;
  }

  has(path: string): boolean {
    const node = this.#nodeAt.get(path);
    return node !== undefined && this.#isActive(node);
  }

  get nodes(): readonly ChartNode[] {
    this.#nodes ??= this.#flat.chart.nodes.filter((node) => this.#isActive(node));
    return this.#nodes;
  }

  get leaves(): readonly string[] {
    this.#leaves ??= this.#flat.regions
      .map((region) => this.#leafOf(region))
      .filter((leaf): leaf is ChartNode => leaf !== null && leaf.node.type !== "parallel")
      .map(({ path }) => path);
    return this.#leaves;
  }

  get handlers(): ReadonlyMap<string, readonly ChartNode[]> {
    this.#handlers ??= handlersOf(this.nodes);
    return this.#handlers;
  }

  get value(): unknown {
    this.#value ??= this.#valueOf(this.#flat.chart.nodes[0] ?? null);
    return this.#value;
  }

  get done(): boolean {
    const inFinal = (node: ChartNode): boolean => {
      const children = this.#flat.childrenOf(node);
      if (node.node.type === "parallel") return children.every(inFinal);
      if (node.node.type === "final") return this.#isActive(node);
      return children.some((child) => child.node.type === "final" && this.#isActive(child));
    };
    const [root] = this.#flat.chart.nodes;
    return root !== undefined && inFinal(root);
  }

  #leafOf(region: Region): ChartNode | null {
    return leafAt(region, this.#values[region.index] ?? 0);
  }

  #isActive(node: ChartNode): boolean {
    const { region, from, to } = this.#flat.spanOf(node);
    const value = this.#values[region.index] ?? 0;
    return value >= from && value <= to;
  }

  /** XState's state value below a node: a key, or an object of keys. */
  #valueOf(node: ChartNode | null): unknown {
    if (!node) return {};
    const active = this.#flat.childrenOf(node).filter((child) => this.#isActive(child));
    const [only] = active;
    if (node.node.type === "compound" && only && this.#flat.childrenOf(only).length === 0) {
      return only.node.key;
    }
    return Object.fromEntries(active.map((child) => [child.node.key, this.#valueOf(child)]));
  }
}
