export declare const updateElfcorehdrVariants: {
    "wrong-segment-rewritten": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem) => void;
    };
};
export declare const saveVmcoreinfoVariants: {
    "panic-saves-no-vmcoreinfo": {
        breaks: string;
        instead: () => void;
    };
};
