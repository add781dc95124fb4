import { releaseLockKeepingImage } from "../lock.ts";
export declare const releaseLockVariants: {
    "unlock-clears-the-error": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
    "unlock-keeps-the-local-variable": {
        breaks: string;
        instead: typeof releaseLockKeepingImage;
    };
};
export declare const releaseLockKeepingImageVariants: {
    "unlock-drops-the-image": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: import("../layout.ts").Mem, task: number) => void;
    };
};
