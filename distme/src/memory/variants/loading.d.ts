import { type Layout, type Mem } from "../layout.ts";
export declare const nextPageVariants: {
    "page-skipped": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const nextSegmentVariants: {
    "segment-skipped": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const clearPageVariants: {
    "page-not-cleared": {
        breaks: string;
        instead: () => void;
    };
    "whole-crash-page-cleared": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const copyPageVariants: {
    "first-page-copied-again": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
    "page-left-zero": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const tearPageVariants: {
    "torn-page-keeps-its-bytes": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const addDestinationVariants: {
    "destination-one-page-on": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const addSourceVariants: {
    "source-page-stays-unlisted": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
    "entry-names-the-segment": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => void;
    };
};
export declare const segmentLoadedVariants: {
    "last-page-not-loaded": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => boolean;
    };
};
export declare const allSegmentsLoadedVariants: {
    "last-segment-not-loaded": {
        breaks: string;
        instead: (layout: Layout, mem: Mem, task: number) => boolean;
    };
};
