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
export type WorkerMessage = {
    readonly kind: "report";
    readonly report: WorldReport;
} | {
    readonly kind: "error";
    readonly message: string;
}
/** The search goes on. */
 | {
    readonly kind: "warning";
    readonly message: string;
};
/** What a worker tells while it runs, and the one word that it is told. */
export declare const counters: {
    readonly states: 0;
    readonly depth: 1;
    readonly frontier: 2;
    readonly kibibytes: 3;
    readonly stop: 4;
};
export declare const counterBytes: number;
/** A search's way of telling how far it is, and of being told to stop. */
export declare function shownIn(shared: SharedArrayBuffer): {
    readonly stopped: () => boolean;
    readonly onProgress: (progress: Progress) => void;
};
