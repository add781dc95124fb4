import { type Layout, type Mem } from "../layout.ts";
export declare const allocateFileImageVariants: {
    "file-image-without-swap-page": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const takeTablesVariants: {
    "one-table-short": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const loadFileSegmentsVariants: {
    "last-page-by-file-not-loaded": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
    "list-by-file-not-terminated": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
