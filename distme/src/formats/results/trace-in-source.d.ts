import type { KexecEvent } from "../../../machines/events.ts";
import { type SavedWorld } from "../trace-world.ts";
import type { ResultStep } from "./results.ts";
import { type SourceIndex } from "./source-index.ts";
/** Takes runs of the model again, and says which lines of its sources they go through. */
export type TraceReader = (world: SavedWorld, events: readonly KexecEvent[]) => ResultStep[];
/**
 * Makes a reader; it keeps the worlds that it has built.
 *
 * A run is followed as far as the model takes its events. In a mutant whose chart is another one, a
 * transition may be shown as its neighbour: lines are those of the chart that is not changed.
 */
export declare function traceReader(index?: SourceIndex): TraceReader;
