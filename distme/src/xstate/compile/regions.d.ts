import type { Chart, ChartNode } from "../chart.ts";
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
/**
 * Splits a chart into regions and gives each a place of a few bits.
 *
 * @throws UnsupportedError for history nodes: a configuration would not be enough to go on from
 */
export declare function flatten(chart: Chart): FlatChart;
/** The value of a region in which a leaf is active. */
export declare function leafValue(region: Region, leaf: ChartNode): number;
/** The active leaf of a region, or null. */
export declare function leafAt(region: Region, value: number): ChartNode | null;
/** Reads a region's value out of a state. */
export declare function readRegion({ word, shift, bits }: Region, state: Int32Array): number;
/** Writes a region's value into a state. */
export declare function writeRegion({ word, shift, bits }: Region, state: Int32Array, value: number): void;
/** `bits` ones. */
export declare function maskOf(bits: number): number;
