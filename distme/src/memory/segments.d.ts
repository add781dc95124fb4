import { type KexecSegment } from "../kernel/kexec.ts";
import { type AddressRange, type Bounds, type Pfn } from "./bounds.ts";
/**
 * The rules of sanity_check_segment_list, each a question about a whole list.
 *
 * The kernel asks them in the order of this file, each for every segment before the next rule.
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
type Segments = readonly KexecSegment[];
export declare function someSegmentWraps(segments: Segments): boolean;
export declare function someSegmentUnaligned(segments: Segments): boolean;
export declare function someSegmentBeyondLimit(segments: Segments, bounds: Bounds): boolean;
/** Two segments overlap unless one ends before or where the other begins. */
export declare function someSegmentsOverlap(segments: Segments): boolean;
export declare function someBufferTooLong(segments: Segments): boolean;
export declare function someSegmentTooLarge(segments: Segments, bounds: Bounds): boolean;
export declare function allSegmentsTooLarge(segments: Segments, bounds: Bounds): boolean;
export declare function someSegmentBelowRegion(segments: Segments, { start }: AddressRange): boolean;
/** The last byte decides, modulo 2^64: an empty segment may sit right behind the region. */
export declare function someSegmentAboveRegion(segments: Segments, { end }: AddressRange): boolean;
/** Whether no rule refuses a list while the crash region has the size that it had at boot. */
export declare function passesRules(segments: Segments, onCrash: boolean, bounds: Bounds): boolean;
/** Pages of a segment, a begun one counted whole. */
export declare function pagesOf({ memsz }: KexecSegment): number;
/** The frame where page `page` of a segment must be when the image runs. */
export declare function destinationOf(segment: KexecSegment, page: number): Pfn;
/** Bytes of the caller's buffer that belong on page `page` of a segment: 0 .. PAGE_SIZE. */
export declare function chunkOf({ bufsz }: KexecSegment, page: number): bigint;
export {};
