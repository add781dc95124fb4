import { type SearchState } from "../checker/search-state.ts";
/** Where the search of a world is saved, so that it can go on later. */
export interface WorldCheckpoint {
    readonly file: string;
    /** What is searched, beside the world and its properties. */
    readonly identity: string;
    readonly every_ms: number;
    /** Whether to go on from the file, if there is one. */
    readonly resume: boolean;
    /** Told why a checkpoint cannot be written; the search goes on without it. */
    readonly onFailure: (message: string) => void;
}
/** A search that is saved now and then. */
export interface SavedSearch {
    /** For `checkMachine`. */
    readonly options: {
        readonly resume?: SearchState;
        readonly onCheckpoint: {
            readonly every_ms: number;
            readonly save: (state: SearchState) => void;
        };
    };
    /** What became of it, for the report. */
    readonly notes: (incomplete: boolean) => string[];
}
/** @throws CheckpointError when the file is of another search, or damaged */
export declare function savedSearch(checkpoint: WorldCheckpoint): SavedSearch;
