import type { PayloadReport } from "./payload.ts";
import type { AddressRange, GuestSegment, LoadRequest, Machine } from "./protocol.ts";
/**
 * Images whose code checks them: where their segments go, and what is in them.
 *
 * Both have the payload with zeros behind it; data whose words tell their own place, and zeros that
 * begin inside a word; and a segment without data. The data alone need more than two list pages.
 */
/** An image whose first segment is the payload. */
export interface JumpImage {
    readonly flags: bigint;
    readonly segments: readonly GuestSegment[];
    /** All that the payload checks. */
    readonly bytes: bigint;
}
/**
 * A normal image. All but the second piece of data go over the kernel. That piece goes where memory
 * is free: there, pages that the load has allocated can be in the way and must be swapped.
 */
export declare function normalImage(machine: Machine): JumpImage;
/** A crash image. The region has place before it and behind it for what the kernel adds. */
export declare function crashImage({ start }: AddressRange): JumpImage;
/** What was there before a crash image, which it must replace: no zeros anywhere. */
export declare function otherData(image: JumpImage): LoadRequest;
/** A crash image that covers most of the region, with no zeros anywhere. */
export declare function overlay({ start, end }: AddressRange): LoadRequest;
/** The call that loads an image. */
export declare function loadOf(image: JumpImage): LoadRequest;
/** A byte of a segment, both counted from 0. */
export interface BytePosition {
    readonly segment: number;
    readonly offset: bigint;
}
/** A byte's address, and what the payload must say when it expects the byte's complement there. */
export declare function wrongByte({ segments }: JumpImage, { segment: number, offset }: BytePosition): {
    readonly address: bigint;
    readonly report: PayloadReport;
};
