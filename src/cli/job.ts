import type { Progress } from "../checker/exploration.ts";
import type { Limits } from "../checker/model.ts";
import type { WorldReport } from "../model/report.ts";
import type { WorldCheckpoint } from "../model/saved-search.ts";
import type { WorldChoice } from "./world-source.ts";

/** What a worker thread is asked to do. */
export interface WorkerJob extends WorldChoice {
  readonly limits: Pick<Limits, "statesMax" | "timeMax_ms" | "memoryMax_bytes">;
  /** Say why there are so many states, even when the search is complete. */
  readonly statistics: boolean;
  readonly checkpoint: Omit<WorldCheckpoint, "onFailure"> | null;
  /** One Int32 per counter, see `counters`. */
  readonly shared: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: "report"; readonly report: WorldReport }
  | { readonly kind: "error"; readonly message: string }
  /** The search goes on. */
  | { readonly kind: "warning"; readonly message: string };

/** What a worker tells while it runs, and the one word that it is told. */
export const counters = { states: 0, depth: 1, frontier: 2, kibibytes: 3, stop: 4 } as const;
export const counterBytes = 5 * Int32Array.BYTES_PER_ELEMENT;

/** A search's way of telling how far it is, and of being told to stop. */
export function shownIn(shared: SharedArrayBuffer): {
  readonly stopped: () => boolean;
  readonly onProgress: (progress: Progress) => void;
} {
  const words = new Int32Array(shared);
  return {
    stopped: () => Atomics.load(words, counters.stop) !== 0,
    onProgress: ({ states, depth, frontier, bytes }) => {
      Atomics.store(words, counters.states, states);
      Atomics.store(words, counters.depth, depth);
      Atomics.store(words, counters.frontier, frontier);
      Atomics.store(words, counters.kibibytes, Math.ceil(bytes / 1024));
    },
  };
}
