/** The last move, from which nothing comes back. */
export declare const movePageAloneVariants: {
    "relocation-moves-nothing": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
    "relocation-goes-one-page-too-far": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
/** A move of a jump, there or back. */
export declare const movePageVariants: {
    "jump-copies-pages": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
export declare const beginRelocationVariants: {
    "relocation-skips-the-first-page": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
    "relocation-does-not-begin": {
        breaks: string;
        instead: (_layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
