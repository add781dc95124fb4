import { type Layout, type Mem } from "../layout.ts";
import type { TaskOperation } from "./variant.ts";
export declare const allocateImageVariants: {
    "crash-image-allocated-as-normal": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
    "search-for-holes-begins-late": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
/** kimage_free of the local variable `image`. */
export declare const freeImageVariants: {
    "skip-free-at-out": {
        breaks: string;
        instead: TaskOperation;
    };
    "double-free-at-out": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
    "unusable-pages-not-freed": {
        breaks: string;
        instead: TaskOperation;
    };
    "parked-pages-not-freed": {
        breaks: string;
        instead: TaskOperation;
    };
    "source-pages-not-freed": {
        breaks: string;
        instead: TaskOperation;
    };
    "list-pages-not-freed": {
        breaks: string;
        instead: TaskOperation;
    };
    "control-pages-not-freed-with-the-image": {
        breaks: string;
        instead: TaskOperation;
    };
    "swap-page-not-freed-with-the-image": {
        breaks: string;
        instead: TaskOperation;
    };
    "tables-not-freed-with-the-image": {
        breaks: string;
        instead: TaskOperation;
    };
    "pointer-survives-a-failed-load": {
        breaks: string;
        instead: TaskOperation;
    };
    "no-cleanup-of-a-failed-load": {
        breaks: string;
        instead: TaskOperation;
    };
};
/** kimage_free of what a slot holds. */
export declare const freeSlotImageVariants: {
    "old-image-not-freed": {
        breaks: string;
        instead: TaskOperation;
    };
    "safecopy-not-cleared": {
        breaks: string;
        instead: TaskOperation;
    };
    "no-cleanup-of-an-old-image": {
        breaks: string;
        instead: TaskOperation;
    };
};
