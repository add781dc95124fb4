import { errnos } from "../kernel/errno.js";
import { IND_DESTINATION, IND_SOURCE } from "../kernel/kexec.js";
import { linkListPage, storeEntry } from "./add-entry.js";
import { addressIn, kimageTerminate, listIsFull, skipUsedEntry } from "./entry-list.js";
import { choosePages } from "./file-frames.js";
import { chunksOf } from "./load-segment.js";
import { addressOf, frameOf, setPurpose, writePage } from "./memory.js";
/**
 * Loads every segment from buffers that are the kernel's own, and ends the list.
 *
 * All pages are obtained before the first is used, so that none can be lost on the way (bug B8
 * needs a list page that is missing after its source page was found).
 *
 * @returns 0, or -ENOMEM with nothing changed
 * @source kernel/kexec_core.c:kimage_load_segment, kimage_terminate
 */
export function loadFileSegments(task, image) {
    const { memory, config } = task.kernel;
    const segments = image.segment.map((segment) => ({
        mem: segment.mem,
        chunks: [...chunksOf(segment, config.page_bytes)],
    }));
    if (image.type === "KEXEC_TYPE_CRASH") {
        for (const chunk of segments.flatMap(({ chunks }) => chunks)) {
            fillPage(task, frameOf(memory, chunk.destination), chunk);
        }
    }
    else {
        const sources = segments.reduce((sum, { chunks }) => sum + chunks.length, 0);
        const lists = Math.ceil((segments.length + sources) / (config.entriesPerListPage - 1));
        const frames = choosePages(task, image, sources + lists);
        if (frames === null)
            return -errnos.ENOMEM;
        const pages = frames.values();
        for (const { mem, chunks } of segments) {
            addEntry(task, image, { word: addressIn(mem, memory) | BigInt(IND_DESTINATION), pages });
            for (const chunk of chunks)
                loadPage(task, image, { chunk, pages });
        }
    }
    kimageTerminate(memory, image);
    return 0;
}
function loadPage(task, image, { chunk, pages }) {
    const { memory } = task.kernel;
    const frame = nextOf(pages);
    setPurpose(memory, { frame, order: 0 }, "source");
    fillPage(task, frame, chunk);
    addEntry(task, image, { word: addressOf(memory, frame) | BigInt(IND_SOURCE), pages });
}
function addEntry({ kernel }, image, { word, pages }) {
    skipUsedEntry(kernel.memory, image);
    if (listIsFull(image)) {
        const frame = nextOf(pages);
        setPurpose(kernel.memory, { frame, order: 0 }, "list");
        linkListPage(kernel, image, frame);
    }
    storeEntry(kernel.memory, image, word);
}
function nextOf(pages) {
    const { value } = pages.next();
    if (typeof value !== "number")
        throw new Error("expected a page that was counted, got none");
    return value;
}
/** The buffer's bytes, then zeros. */
function fillPage({ kernel: { memory } }, frame, { bytes }) {
    const page = new Uint8Array(memory.page_bytes);
    page.set(bytes);
    writePage(memory, frame, page);
}
//# sourceMappingURL=file-segments.js.map