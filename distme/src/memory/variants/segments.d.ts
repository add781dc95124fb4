import { type KexecSegment } from "../../kernel/kexec.ts";
import { type AddressRange, type Bounds } from "../bounds.ts";
type Segments = readonly KexecSegment[];
export type Rule = (segments: Segments, bounds: Bounds) => boolean;
export type RegionRule = (segments: Segments, region: AddressRange) => boolean;
export declare const someSegmentWrapsVariants: {
    "empty-segment-wraps": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
};
export declare const someSegmentUnalignedVariants: {
    "end-may-be-unaligned": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
    "start-may-be-unaligned": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
};
export declare const someSegmentBeyondLimitVariants: {
    "segment-up-to-the-limit": {
        breaks: string;
        instead: (segments: Segments, bounds: Bounds) => boolean;
    };
};
export declare const someSegmentsOverlapVariants: {
    "neighbours-overlap": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
    "only-neighbours-compared": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
};
export declare const someBufferTooLongVariants: {
    "full-buffer-refused": {
        breaks: string;
        instead: (segments: Segments) => boolean;
    };
};
export declare const someSegmentTooLargeVariants: {
    "largest-segment-refused": {
        breaks: string;
        instead: (segments: Segments, bounds: Bounds) => boolean;
    };
};
export declare const allSegmentsTooLargeVariants: {
    "largest-image-refused": {
        breaks: string;
        instead: (segments: Segments, bounds: Bounds) => boolean;
    };
};
export declare const someSegmentBelowRegionVariants: {
    "first-page-of-the-region-refused": {
        breaks: string;
        instead: (segments: Segments, { start }: AddressRange) => boolean;
    };
};
export declare const someSegmentAboveRegionVariants: {
    "last-page-of-the-region-refused": {
        breaks: string;
        instead: (segments: Segments, { end }: AddressRange) => boolean;
    };
    "one-byte-above-the-region": {
        breaks: string;
        instead: (segments: Segments, { end }: AddressRange) => boolean;
    };
};
export {};
