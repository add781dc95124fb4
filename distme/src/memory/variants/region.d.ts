import { type Layout, type Mem } from "../layout.ts";
import { takeHole } from "../region.ts";
export declare const protectRegionVariants: {
    "last-page-left-writable": {
        breaks: string;
        instead: (layout: Layout, mem: Mem) => void;
    };
};
export declare const unprotectRegionVariants: {
    "last-page-left-read-only": {
        breaks: string;
        instead: (layout: Layout, mem: Mem) => void;
    };
};
export declare const sealControlPageVariants: {
    "control-page-not-sealed": {
        breaks: string;
        instead: () => void;
    };
};
export type TakeHole = typeof takeHole;
export declare const takeHoleVariants: {
    "hole-taken-twice": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, purpose: 1 | 3 | 10) => void;
    };
    "hole-in-a-segment": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, purpose: 1 | 3 | 10) => void;
    };
};
export type Shrink = (layout: Layout, mem: Mem, pages: number) => void;
export declare const shrinkRegionVariants: {
    "region-one-page-too-small": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, pages: number) => void;
    };
    "region-one-page-too-large": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, pages: number) => void;
    };
    "crash-size-can-grow": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, pages: number) => void;
    };
};
