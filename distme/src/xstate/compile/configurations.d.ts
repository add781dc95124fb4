import type { ChartNode } from "../chart.ts";
import { type Configuration } from "../configuration.ts";
import { type FlatChart } from "./regions.ts";
/** Reads and writes the configuration in the first words of a state. */
export declare class FlatConfigurations {
    #private;
    constructor(flat: FlatChart);
    /** The configuration of a state. */
    at(state: Int32Array): FlatConfiguration;
    /** Writes the configuration in which the given nodes are active. */
    write(nodes: readonly ChartNode[], state: Int32Array): void;
}
/** A configuration told by the values of its regions; the rest is worked out when asked for. */
export declare class FlatConfiguration implements Configuration {
    #private;
    readonly id: number;
    constructor(flat: FlatChart, nodeAt: ReadonlyMap<string, ChartNode>, { id, values }: {
        readonly id: number;
        readonly values: readonly number[];
    });
    has(path: string): boolean;
    get nodes(): readonly ChartNode[];
    get leaves(): readonly string[];
    get handlers(): ReadonlyMap<string, readonly ChartNode[]>;
    get value(): unknown;
    get done(): boolean;
}
