import { type Layout, type Mem } from "../../../memory/layout.ts";
import type { CallPlan } from "../plan.ts";
import type { AddressRange, GuestSegment, LoadRequest } from "../protocol.ts";
import type { Rights } from "./rights.ts";
/** A call of the model, and what the guest was asked for. */
export interface LoadedCall {
    readonly plan: CallPlan;
    readonly request: LoadRequest;
}
/** What the model says of the moment at which somebody looks from outside. */
export interface Expected {
    readonly layout: Layout;
    readonly mem: Mem;
    /** The calls that loaded what is in the slots, and one that is under way. */
    readonly calls: Readonly<Record<SlotName | "loading", LoadedCall | null>>;
}
export type SlotName = "kexec_image" | "kexec_crash_image";
/** The image that the model has in a slot, or 0. */
export declare function imageIn({ mem }: Expected, slot: SlotName): number;
/**
 * The list that the kernel must have where the model has the one of an installed image, each entry
 * as text. Links are left out: a page of the model's list has room for few entries, a kernel's for
 * 511.
 */
export declare function expectedEntries({ layout, mem }: Expected, image: number, { plan, request }: LoadedCall): string[];
/** An entry without the page that it names: which one the allocator gave, the model leaves open. */
export declare function entryText(kind: number, address: bigint): string;
/**
 * The rights that the region's pages must have.
 *
 * The control code may have others than the rest. It lies in the first pages that no segment needs,
 * and where the kernel gives it two, only the second one is code.
 *
 * @param controlPages how many pages the kernel takes for it
 */
export declare function expectedRights(expected: Expected, region: AddressRange, controlPages: number): Rights[];
/**
 * What a page of a loaded segment must hold: the caller's bytes, then zeros. Null: the caller's are
 * a program, which its compiler knows.
 */
export declare function expectedPage({ bufsz, buffer }: GuestSegment, page: number): Uint8Array | null;
