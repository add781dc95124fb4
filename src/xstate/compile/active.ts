import type { ChartNode } from "../chart.ts";
import { UnsupportedError } from "../errors.ts";
import { andCode, type Code } from "./code.ts";
import { type FlatChart, maskOf, type Region } from "./regions.ts";

/** Names of the words of a configuration in generated text: `c0`, or `next[0]`. */
export type WordName = (word: number) => string;

export const before: WordName = (word) => `c${word}`;
export const after: WordName = (word) => `next[${word}]`;

/** The value of a region. */
export function valueCode({ word, shift, bits }: Region, name: WordName): string {
  if (bits === 0) return "0";
  return `((${name(word)} >>> ${shift}) & ${maskOf(bits)})`;
}

/** Whether a node is active. */
export function activeCode(flat: FlatChart, node: ChartNode, name: WordName): Code {
  const { region, from, to } = flat.spanOf(node);
  const least = region.optional ? 1 : 0;
  const most = least + region.leaves.length - 1;
  if (from === least && to === most) {
    return region.optional ? `(${valueCode(region, name)} !== 0)` : true;
  }
  if (from === to) {
    const mask = (maskOf(region.bits) << region.shift) | 0;
    return `((${name(region.word)} & ${mask}) === ${(from << region.shift) | 0})`;
  }
  const value = valueCode(region, name);
  if (from === least && !region.optional) return `(${value} <= ${to})`;
  if (to === most) return `(${value} >= ${from})`;
  return `(${value} >= ${from} && ${value} <= ${to})`;
}

/** Whether the configuration matches a state value, as `snapshot.matches` and `stateIn` ask. */
export function matchesCode(
  flat: FlatChart,
  value: unknown,
  asked: ChartNode,
): (name: WordName) => Code {
  const [root] = flat.chart.nodes;
  if (!root) throw new RangeError("a chart without a root");
  if (typeof value === "string" && value.startsWith("#")) {
    const found = nodeById(flat, value);
    if (!found)
      throw new UnsupportedError(asked.node.id, `asks for ${value}, which does not exist`);
    return (name) => activeCode(flat, found, name);
  }
  const nodes: ChartNode[] = [];
  if (!collect(flat, root, valueTree(value), nodes)) return () => false;
  return (name) => andCode(nodes.map((node) => activeCode(flat, node, name)));
}

function nodeById({ chart }: FlatChart, id: string): ChartNode | undefined {
  const [root] = chart.nodes;
  try {
    const node = root?.node.machine.getStateNodeById(id);
    return node && chart.nodeOf.get(node);
  } catch {
    return undefined; // XState throws for an id that it does not know
  }
}

type ValueTree = { readonly [key: string]: ValueTree };

function valueTree(value: unknown): ValueTree {
  if (typeof value === "string") {
    return value.split(".").reduceRight<ValueTree>((tree, key) => ({ [key]: tree }), {});
  }
  const entries = Object.entries((value ?? {}) as Record<string, unknown>); // a state value
  return Object.fromEntries(entries.map(([key, child]) => [key, valueTree(child)]));
}

/** Gathers the nodes that a value names; false when it names one that does not exist. */
function collect(flat: FlatChart, node: ChartNode, tree: ValueTree, nodes: ChartNode[]): boolean {
  return Object.entries(tree).every(([key, below]) => {
    const child = flat.childrenOf(node).find((one) => one.node.key === key);
    if (!child) return false;
    nodes.push(child);
    return collect(flat, child, below, nodes);
  });
}
