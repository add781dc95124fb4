import { type SearchState } from "./search-state.ts";
/**
 * Writes a checkpoint. The file is the old one or the new one, whole, whenever the process or the
 * machine dies: the new one is written beside it, and takes its place when it is on the disk.
 *
 * @param identity says what is searched: nothing else can go on from the file
 * @throws CheckpointError when it cannot be written; the old file stays
 */
export declare function writeCheckpoint(file: string, identity: string, state: SearchState): void;
/**
 * Reads a checkpoint.
 *
 * @param identity as it was written
 * @returns null when there is no such file
 * @throws CheckpointError for a file that is damaged, or of another search
 */
export declare function readCheckpoint(file: string, identity: string): SearchState | null;
