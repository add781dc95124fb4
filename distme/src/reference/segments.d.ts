import type { KernelConfig } from "./config.ts";
import { type PageBlock } from "./memory.ts";
import { type KernelState, type Kimage } from "./state.ts";
/** What segments are measured by; the region and the memory are those of the moment. */
export type SegmentLimits = Pick<KernelConfig, "page_bytes" | "destinationLimit" | "totalram_pages" | "crashk_res" | "bugs">;
/**
 * Judges the segment list, one rule at a time over all segments, so that the first broken rule
 * decides and not the first bad segment.
 *
 * Empty segments, destinations that are no RAM and an entry outside the segments are accepted.
 *
 * @returns 0, -EADDRNOTAVAIL or -EINVAL
 * @source kernel/kexec_core.c:sanity_check_segment_list
 */
export declare function sanityCheckSegmentList(image: Kimage, limits: SegmentLimits): number;
/** The limits of a kernel at this moment. */
export declare function segmentLimitsOf({ config, memory }: KernelState): SegmentLimits;
/**
 * Whether a segment touches a block of pages.
 *
 * From 6.8 on the last bytes are compared. The last byte of an empty segment is the one before its
 * first, and before address 0 comes the last of all: such a segment touches everything (bug B1).
 *
 * @source kernel/kexec_core.c:kimage_is_destination_range
 */
export declare function kimageIsDestinationRange({ memory, config }: KernelState, image: Kimage, block: PageBlock): boolean;
