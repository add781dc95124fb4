import { statusOf } from "../src/memory/kimage.js";
import { imageStatus } from "../src/memory/layout.js";
import { lockHolder } from "../src/memory/lock.js";
import { imagesOf, isDone, ofLoader, unlessFixed, unlockOf } from "./state.js";
/** kexec_file_load, which shares lock and slots with kexec_load. */
export const fileLoads = (layout) => [
    {
        kind: "alwaysStep",
        name: "images-are-freed-under-the-lock",
        statement: "Every image is freed by a call that holds the lock.",
        source: "kernel/kexec_file.c:kexec_file_load",
        refutedBy: "file-load-frees-after-the-unlock",
        expect: unlessFixed(layout, "kexec_file_load releases the lock first: another call can load into the same region " +
            "before the old image lets go of it"),
        ...ofLoader(layout, ["kimage_free"], {
            when: ({ before, after }) => live(layout, before) > live(layout, after),
            holds: ({ before, task }) => lockHolder(before) === task,
        }),
    },
    {
        kind: "alwaysStep",
        name: "a-file-load-that-succeeds-is-installed",
        needs: "file",
        statement: "At its unlock a kexec_file_load that will return 0 has installed its image, or, for an " +
            "unload, emptied the slot; one that fails has installed none.",
        source: "kernel/kexec_file.c:kexec_file_load",
        refutedBy: "exchange-skipped",
        ...ofLoader(layout, ["kexec_unlock"], {
            when: ({ file }) => file,
            holds: (own) => {
                const unlock = unlockOf(layout, own);
                return (unlock.result === 0) === isDone(unlock);
            },
        }),
    },
];
/** Images that exist. */
function live(layout, mem) {
    return imagesOf(layout).filter((image) => statusOf(layout, mem, image) === imageStatus.LIVE)
        .length;
}
//# sourceMappingURL=file-load.js.map