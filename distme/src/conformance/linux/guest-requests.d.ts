import { type KexecSegment } from "../../kernel/kexec.ts";
import { type Bounds } from "../../memory/bounds.ts";
import { type Request } from "../../memory/request.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { PagePosition } from "./protocol.ts";
/**
 * Turns requests for the model's few page frames into requests for a machine.
 *
 * A request is about landmarks: the beginning of memory, the ends of the crash region, half of
 * RAM, the destination limit. Whatever the model's request places or measures by one of them, the
 * machine's request places or measures by the same one, at the same distance. So a request breaks
 * the same rules on both, and none else; a test shows it for every request that we have.
 */
/** Entries of a real list page beside the link: (4096 - 8) / 8. */
export declare const LIST_ENTRIES = 511;
/** The fields of a request that a machine sees differently. */
export interface GuestRequest {
    readonly entry: bigint;
    readonly segments: readonly KexecSegment[];
}
/**
 * A page of the model's request before which pages are inserted, so that its entry is the first
 * one of the second list page. The model's list pages hold two entries, the machine's 511.
 */
export interface Stretch extends PagePosition {
    /** How many pages to insert. */
    readonly pages: number;
}
/** The stretch that makes a page's entry the first one that the second list page gets. */
export declare function stretchTo(request: Request, at: PagePosition): Stretch;
/** Where a page of the model's request is in the stretched one. */
export declare function stretchedPage(page: PagePosition, stretch: Stretch | null): PagePosition;
/**
 * The same request for a machine.
 *
 * In one case it breaks one rule more: a crash image that exceeds half of RAM also leaves a region
 * that is smaller than that. The kernel asks for the region last, so nothing is seen of it.
 */
export declare function guestRequest(request: Request, bounds: Bounds, memory: GuestMemory, stretch?: Stretch | null): GuestRequest;
