import { errnos } from "../kernel/errno.js";
import { IND_DESTINATION, IND_INDIRECTION, IND_SOURCE } from "../kernel/kexec.js";
import { kimageAllocPage } from "./alloc-page.js";
import { addressIn, listIsFull, skipUsedEntry, writeEntry } from "./entry-list.js";
import { addressOf } from "./memory.js";
import { perform } from "./step.js";
/**
 * Says where the bytes of the pages added next belong.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_set_destination
 */
export function* kimageSetDestination(task, image, destination) {
    yield* perform(task, { step: "kimage_set_destination", destination });
    const word = addressIn(destination, task.kernel.memory) | BigInt(IND_DESTINATION);
    return yield* kimageAddEntry(task, image, { word, purpose: "listForDestination" });
}
/**
 * Puts a page's bytes on the list, for the next destination page.
 *
 * @returns 0 or -ENOMEM
 * @source kernel/kexec_core.c:kimage_add_page
 */
export function* kimageAddPage(task, image, { frame, destination }) {
    yield* perform(task, { step: "kimage_add_page", frame, destination });
    const word = addressOf(task.kernel.memory, frame) | BigInt(IND_SOURCE);
    return yield* kimageAddEntry(task, image, { word, purpose: "listForSource" });
}
/**
 * Appends a word to the list, and a zero after it. The head can hold no entry but a link, and the
 * last word of a page is kept for the link to the next one.
 *
 * @source kernel/kexec_core.c:kimage_add_entry
 */
function* kimageAddEntry(task, image, { word, purpose }) {
    const { memory } = task.kernel;
    skipUsedEntry(memory, image);
    if (listIsFull(image)) {
        const frame = yield* kimageAllocPage(task, image, { purpose, destination: null });
        if (frame === null)
            return -errnos.ENOMEM;
        linkListPage(task.kernel, image, frame);
    }
    storeEntry(memory, image, word);
    return 0;
}
/** Goes on with the list on another page. */
export function linkListPage({ memory, config }, image, frame) {
    const link = addressOf(memory, frame) | BigInt(IND_INDIRECTION);
    writeEntry(memory, image, image.entry, link);
    image.entry = { frame, index: 0 };
    image.last_entry = { frame, index: config.entriesPerListPage - 1 };
}
/** Puts a word where the list ends. */
export function storeEntry(memory, image, word) {
    writeEntry(memory, image, image.entry, word);
    image.entry = { frame: image.entry.frame, index: image.entry.index + 1 };
    writeEntry(memory, image, image.entry, 0n);
}
//# sourceMappingURL=add-entry.js.map