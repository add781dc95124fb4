import { readCheckpoint, writeCheckpoint } from "../checker/checkpoint.js";
import { CheckpointError } from "../checker/search-state.js";
/** @throws CheckpointError when the file is of another search, or damaged */
export function savedSearch(checkpoint) {
    const { file, identity, every_ms, onFailure } = checkpoint;
    const resume = checkpoint.resume ? readCheckpoint(file, identity) : null;
    const from = resume && { next: resume.next, size: resume.store.size };
    let failure = null;
    const save = (state) => {
        try {
            writeCheckpoint(file, identity, state);
            failure = null;
        }
        catch (error) {
            if (!(error instanceof CheckpointError))
                throw error;
            if (failure === null)
                onFailure(error.message);
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
function resumedText({ next, size }) {
    const known = size.toLocaleString("en");
    return next === size ? "was complete before" : `went on from ${known} states`;
}
//# sourceMappingURL=saved-search.js.map