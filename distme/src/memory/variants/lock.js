import { setResult } from "../call.js";
import { IMAGE, taskAt } from "../layout.js";
import { releaseLock, releaseLockKeepingImage } from "../lock.js";
export const releaseLockVariants = {
    "unlock-clears-the-error": {
        breaks: "the unlock turns every error into success",
        instead: (layout, mem, task) => {
            setResult(layout, mem, task, 0);
            releaseLock(layout, mem, task);
        },
    },
    "unlock-keeps-the-local-variable": {
        breaks: "nothing that shows: the local variable is empty at every unlock",
        instead: releaseLockKeepingImage,
    },
};
export const releaseLockKeepingImageVariants = {
    "unlock-drops-the-image": {
        breaks: "kexec_file_load forgets the image that it has yet to free",
        instead: (layout, mem, task) => {
            releaseLockKeepingImage(layout, mem, task);
            mem[taskAt(layout, task) + IMAGE] = 0;
        },
    },
};
//# sourceMappingURL=lock.js.map