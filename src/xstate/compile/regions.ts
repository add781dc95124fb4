import type { Chart, ChartNode } from "../chart.ts";
import { UnsupportedError } from "../errors.ts";

/**
 * A part of a chart in which exactly one leaf is active at a time: the whole chart, or a child of
 * a parallel node. Its leaves are its atomic and final nodes, and its parallel nodes, below which
 * other regions begin. A configuration is one number per region.
 */
export interface Region {
  readonly index: number;
  readonly top: ChartNode;
  /** In document order, so that the leaves below a node are neighbours. */
  readonly leaves: readonly ChartNode[];
  /** Whether it can be inactive; then its value 0 says so, and its leaves count from 1. */
  readonly optional: boolean;
  /** Where its value lies in the words of a state. */
  readonly word: number;
  readonly shift: number;
  /** 0 for a region with a single value: it takes no place. */
  readonly bits: number;
}

/** The values of a region, `from` to `to`, in which a node is active. */
export interface Span {
  readonly region: Region;
  readonly from: number;
  readonly to: number;
}

/** A chart as regions. */
export interface FlatChart {
  readonly chart: Chart;
  /** In document order. */
  readonly regions: readonly Region[];
  /** Words that the regions' values take. */
  readonly words: number;
  /** Where each node is active. */
  readonly spanOf: (node: ChartNode) => Span;
  readonly parentOf: (node: ChartNode) => ChartNode | null;
  readonly childrenOf: (node: ChartNode) => readonly ChartNode[];
  /** The regions right below a parallel leaf. */
  readonly below: (leaf: ChartNode) => readonly Region[];
}

type Draft = Omit<Region, "word" | "shift" | "bits">;

/**
 * Splits a chart into regions and gives each a place of a few bits.
 *
 * @throws UnsupportedError for history nodes: a configuration would not be enough to go on from
 */
export function flatten(chart: Chart): FlatChart {
  const childrenOf = (node: ChartNode): readonly ChartNode[] =>
    Object.values(node.node.states).map((child) => known(chart.nodeOf.get(child)));
  for (const { node } of chart.nodes) {
    if (node.type === "history") {
      throw new UnsupportedError(node.id, "is a history state");
    }
  }
  const drafts = draftRegions(known(chart.nodes[0]), childrenOf);
  const { regions, words } = place(drafts);
  const spans = spansOf(chart, regions, childrenOf);
  return {
    chart,
    regions,
    words,
    spanOf: (node) => known(spans.get(node)),
    parentOf: (node) => (node.node.parent ? known(chart.nodeOf.get(node.node.parent)) : null),
    childrenOf,
    below: (leaf) => regions.filter(({ top }) => top.node.parent === leaf.node),
  };
}

function draftRegions(
  root: ChartNode,
  childrenOf: (node: ChartNode) => readonly ChartNode[],
): Draft[] {
  const drafts: Draft[] = [];
  const begin = (top: ChartNode, optional: boolean): void => {
    const leaves: ChartNode[] = [];
    const collect = (node: ChartNode): void => {
      if (node.node.type === "compound") childrenOf(node).forEach(collect);
      else leaves.push(node);
    };
    collect(top);
    drafts.push({ index: drafts.length, top, leaves, optional });
    for (const leaf of leaves) {
      if (leaf.node.type !== "parallel") continue;
      for (const child of childrenOf(leaf)) begin(child, optional || leaves.length > 1);
    }
  };
  begin(root, false);
  return drafts;
}

/** Fills words with fields from the lowest bit on; no field crosses a word. */
function place(drafts: readonly Draft[]): { regions: Region[]; words: number } {
  let word = 0;
  let shift = 0;
  const regions = drafts.map((draft): Region => {
    const values = draft.leaves.length + (draft.optional ? 1 : 0);
    const bits = 32 - Math.clz32(values - 1);
    if (shift + bits > 32) {
      word++;
      shift = 0;
    }
    const region = { ...draft, word, shift: bits === 0 ? 0 : shift, bits };
    shift += bits;
    return region;
  });
  return { regions, words: shift === 0 ? word : word + 1 };
}

function spansOf(
  chart: Chart,
  regions: readonly Region[],
  childrenOf: (node: ChartNode) => readonly ChartNode[],
): Map<ChartNode, Span> {
  const spans = new Map<ChartNode, Span>();
  for (const region of regions) {
    const base = region.optional ? 1 : 0;
    region.leaves.forEach((leaf, i) => {
      spans.set(leaf, { region, from: base + i, to: base + i });
    });
  }
  const spanOf = (node: ChartNode): Span => {
    const seen = spans.get(node);
    if (seen) return seen;
    const parts = childrenOf(node).map(spanOf);
    const first = known(parts[0]);
    const span = { region: first.region, from: first.from, to: known(parts.at(-1)).to };
    spans.set(node, span);
    return span;
  };
  chart.nodes.forEach(spanOf);
  return spans;
}

/** The value of a region in which a leaf is active. */
export function leafValue(region: Region, leaf: ChartNode): number {
  return region.leaves.indexOf(leaf) + (region.optional ? 1 : 0);
}

/** The active leaf of a region, or null. */
export function leafAt(region: Region, value: number): ChartNode | null {
  return region.leaves[value - (region.optional ? 1 : 0)] ?? null;
}

/** Reads a region's value out of a state. */
export function readRegion({ word, shift, bits }: Region, state: Int32Array): number {
  return bits === 0 ? 0 : ((state[word] ?? 0) >>> shift) & maskOf(bits);
}

/** Writes a region's value into a state. */
export function writeRegion({ word, shift, bits }: Region, state: Int32Array, value: number): void {
  if (bits === 0) return;
  state[word] = ((state[word] ?? 0) & ~(maskOf(bits) << shift)) | (value << shift);
}

/** `bits` ones. */
export function maskOf(bits: number): number {
  return bits === 32 ? -1 : (1 << bits) - 1;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("a chart without one of its own nodes");
  return value;
}
