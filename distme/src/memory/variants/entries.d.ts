export declare const addListPageVariants: {
    "list-page-not-linked": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, image: number) => void;
    };
    "list-page-one-word-short": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, image: number) => void;
    };
    "list-page-begins-late": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, image: number) => void;
    };
};
export declare const terminateListVariants: {
    "end-mark-over-the-last-entry": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, image: number) => void;
    };
};
export declare const listFullVariants: {
    "list-full-one-entry-early": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, image: number) => boolean;
    };
};
