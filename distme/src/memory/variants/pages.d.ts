import type { Pfn } from "../bounds.ts";
import { type Purpose } from "../frames.ts";
import { type Layout, type Mem } from "../layout.ts";
export type FrameQuestion = (layout: Layout, mem: Mem, image: number, pfn: Pfn) => boolean;
/** The test that keeps control pages away from destinations, and source pages from other ones. */
export declare const isDestinationVariants: {
    "destination-test-inclusive": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, pfn: number) => boolean;
    };
    "destination-test-misses-the-last-page": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, pfn: number) => boolean;
    };
    "destination-test-misses-the-first-page": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, pfn: number) => boolean;
    };
    "destination-test-one-page-on": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number, pfn: number) => boolean;
    };
};
export type LimitQuestion = (layout: Layout, pfn: Pfn) => boolean;
export declare const isOverLimitVariants: {
    "limit-ignored": {
        breaks: string;
        instead: () => false;
    };
};
export type PageOperation = (layout: Layout, mem: Mem, task: number, page: {
    readonly pfn: Pfn;
    readonly purpose: Purpose;
    readonly index?: number;
}) => void;
export declare const takePageVariants: {
    "page-for-the-next-destination": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number, page: {
            readonly pfn: Pfn;
            readonly purpose: Purpose;
            readonly index?: number;
        }) => void;
    };
};
export declare const swapWithOldSourceVariants: {
    "moved-page-loses-its-content": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number, page: {
            readonly pfn: Pfn;
            readonly purpose: Purpose;
            readonly index?: number;
        }) => void;
    };
    "moved-page-is-handed-out": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number, page: {
            readonly pfn: Pfn;
            readonly purpose: Purpose;
            readonly index?: number;
        }) => void;
    };
};
export declare const giveBackExtraPagesVariants: {
    "one-extra-page-kept": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, image: number) => void;
    };
};
