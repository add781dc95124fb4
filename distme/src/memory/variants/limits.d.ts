import type { Mem } from "../layout.ts";
import { type LimitName } from "../limits.ts";
export declare const consumeLimitVariants: {
    "unload-spares-the-limit": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: Mem, task: number) => void;
    };
    "other-limit-consumed": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: Mem, task: number) => void;
    };
    "no-limit-becomes-one": {
        breaks: string;
        instead: (layout: import("../layout.ts").Layout, mem: Mem, task: number) => void;
    };
};
export type SetLimit = (mem: Mem, limit: LimitName, value: number) => void;
export declare const setLimitVariants: {
    "other-limit-set": {
        breaks: string;
        instead: (mem: Mem, limit: LimitName, value: number) => void;
    };
    "limit-one-too-high": {
        breaks: string;
        instead: (mem: Mem, limit: LimitName, value: number) => void;
    };
};
export type AcceptsLimit = (mem: Mem, limit: LimitName, value: number) => boolean;
export declare const isLimitAcceptedVariants: {
    "load-limit-goes-up": {
        breaks: string;
        instead: (_mem: Mem, _limit: LimitName, value: number) => boolean;
    };
    "load-limit-can-be-removed": {
        breaks: string;
        instead: (mem: Mem, limit: LimitName, value: number) => boolean;
    };
};
