import { type Pfn } from "../memory/bounds.ts";
import type { Request, SystemCall } from "../memory/request.ts";
/** Size of the memory that requests are made for. */
export interface Place {
    readonly frames: number;
    readonly crashFrames: number;
}
/** A segment: first frame, pages, pages' worth of buffer. */
type SegmentShape = readonly [pfn: Pfn, pages: number, buf_pages?: number];
/** A normal image of the given segments. */
export declare function normal(name: string, ...shapes: readonly SegmentShape[]): Request;
/** A crash image; segments are counted from the first frame of the region. */
export declare function crash(place: Place, name: string, ...shapes: readonly SegmentShape[]): Request;
export declare const unloadNormal: Request;
export declare const unloadCrash: Request;
/** The same request with KEXEC_PRESERVE_CONTEXT and the native architecture named. */
export declare function preservingContext(base: Request): Request;
/** The same request, as kexec_file_load makes it of its files. */
export declare function byFile(base: Request): Request;
/** The same request through the 32-bit entry, which wants an architecture to be named. */
export declare function compat(base: Request): Request;
/** The same crash image, kept up to date by hotplug events. */
export declare function hotplugged(base: Request): Request;
/** A reboot into the loaded image. */
export declare const rebootKexec: SystemCall;
/** Reboots that a gate refuses; with two defects the first gate decides. */
export declare const refusedReboots: readonly SystemCall[];
export declare const readCrashSize: SystemCall;
/** @param size_bytes null: a text that is no number */
export declare function writeCrashSize(size_bytes: bigint | null): SystemCall;
/**
 * Requests with one defect or two, so that the order in which the kernel asks is observable.
 *
 * @param which `neighbours`: two defects are combined when one is asked for right after the other;
 *   that fixes the whole order, but does not show every pair
 */
export declare function defective(place: Place, which: "neighbours" | "all pairs"): Request[];
export {};
