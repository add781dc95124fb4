import type { WorldCheckpoint } from "../model/saved-search.ts";
/** Where the searches of a check are saved, one file per world. */
export interface Checkpoints {
    readonly folder: string;
    readonly every_ms: number;
    /** Whether to go on from the files that are there. */
    readonly resume: boolean;
}
/** The checkpoint of one world. */
export declare function checkpointOf({ folder, every_ms, resume }: Checkpoints, { world, identity }: {
    readonly world: string;
    readonly identity: string;
}): Omit<WorldCheckpoint, "onFailure">;
/**
 * Makes the folder ready, and keeps other runs out of it: two would overwrite each other's files.
 *
 * @returns gives the folder free
 * @throws UsageError when going on was asked for and there is nothing to go on from, or the other
 *   way round
 */
export declare function claimFolder({ folder, resume }: Checkpoints): () => void;
