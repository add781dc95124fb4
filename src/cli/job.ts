import type { MutantName } from "../model/mutants.ts";
import type { WorldReport } from "../model/report.ts";
import type { KernelName, PresetName } from "../model/worlds.ts";

/** What a worker thread is asked to do. */
export interface WorkerJob {
  readonly preset: PresetName;
  readonly kernel: KernelName;
  readonly world: string;
  readonly mutant: MutantName | null;
  /** Judge this property only. */
  readonly only: string | null;
  readonly limits: { readonly statesMax?: number; readonly timeMax_ms?: number };
  /** One Int32 per counter, see `counters`. */
  readonly shared: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: "report"; readonly report: WorldReport }
  | { readonly kind: "error"; readonly message: string };

/** What a worker tells while it runs, and the one word that it is told. */
export const counters = { states: 0, transitions: 1, depth: 2, frontier: 3, stop: 4 } as const;
export const counterBytes = 5 * Int32Array.BYTES_PER_ELEMENT;
