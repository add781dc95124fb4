export declare const exchangeImagesVariants: {
    "exchange-skipped": {
        breaks: string;
        instead: () => void;
    };
    "exchange-into-normal-slot": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "exchange-loses-the-old-image": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
export declare const takeFromSlotVariants: {
    "unload-by-file-keeps-the-slot": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "unload-by-file-empties-the-other-slot": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
export declare const forgetKernelVariants: {
    "new-kernel-finds-its-first-page-cleared": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
