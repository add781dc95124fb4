import { readCheckpoint, writeCheckpoint } from "../checker/checkpoint.ts";
import { CheckpointError, type SearchState } from "../checker/search-state.ts";

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
export function savedSearch(checkpoint: WorldCheckpoint): SavedSearch {
  const { file, identity, every_ms, onFailure } = checkpoint;
  const resume = checkpoint.resume ? readCheckpoint(file, identity) : null;
  const from = resume && { next: resume.next, size: resume.store.size };
  let failure: string | null = null;
  const save = (state: SearchState): void => {
    try {
      writeCheckpoint(file, identity, state);
      failure = null;
    } catch (error) {
      if (!(error instanceof CheckpointError)) throw error;
      if (failure === null) onFailure(error.message);
      failure = error.message;
    }
  };
  return {
    options: { ...(resume && { resume }), onCheckpoint: { every_ms, save } },
    notes: (incomplete) => [
      ...(from ? [resumedText(from)] : []),
      ...(failure === null ? [] : [`the end is not saved: ${failure}`]),
      ...(incomplete && failure === null ? [`can go on from ${file}`] : []),
    ],
  };
}

function resumedText({ next, size }: { readonly next: number; readonly size: number }): string {
  const known = size.toLocaleString("en");
  return next === size ? "was complete before" : `went on from ${known} states`;
}
