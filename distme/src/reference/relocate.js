import { frameOf, pageOf } from "./memory.js";
import { movePage, movesOf } from "./relocation.js";
/**
 * Plays the moves that follow a jump to the image, on a copy of memory.
 *
 * @returns for each destination page, by address, the bytes that it then holds
 * @throws Error when the list does not end with IND_DONE
 */
export function relocate({ memory, config }, image) {
    const copy = copyOf(memory);
    const moves = movesOf(copy, image);
    let next = moves.next();
    for (; !next.done; next = moves.next())
        movePage({ memory: copy, config }, image, next.value);
    if (!next.value)
        throw new Error("relocate: expected IND_DONE at the end, got none");
    return new Map(destinationPages(memory, image).map((page) => [page, pageOf(copy, frameOf(copy, page))]));
}
function copyOf(memory) {
    const pages = [...memory.pages].map(([frame, bytes]) => [frame, bytes.slice()]);
    return { ...memory, pages: new Map(pages) };
}
function destinationPages({ page_bytes }, { segment }) {
    const page = BigInt(page_bytes);
    return segment.flatMap(({ mem, memsz }) => Array.from({ length: Number(memsz / page) }, (_, index) => mem + BigInt(index) * page));
}
//# sourceMappingURL=relocate.js.map