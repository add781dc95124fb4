import type { Guest } from "../guest.ts";
import type { AddressRange } from "../protocol.ts";
import { type SeenImage } from "./kimage.ts";
import { type Rights } from "./rights.ts";
/** What is seen of kexec from outside the machine: nobody in it is asked. */
export interface OutsideView {
    /** The crash region as the kernel has it now. */
    readonly region: AddressRange;
    /** The rights of the region's pages. */
    readonly rights: readonly Rights[];
    readonly kexec_image: ImageView | null;
    readonly kexec_crash_image: ImageView | null;
    /** How long it took to look; the first time, symbols are looked up before. */
    readonly took_ms: number;
}
export interface ImageView extends SeenImage {
    /**
     * What each destination holds when the image runs, page by page: a normal image's source pages,
     * a crash image's region. Null: the image has too many pages to look at each time.
     */
    readonly pages: ReadonlyMap<bigint, Uint8Array> | null;
}
export interface OutsideOptions {
    /** Larger images are looked at without the bytes of their pages. Default: 1024, some 15 ms. */
    readonly pages_max?: number;
}
/**
 * Looks at the machine from outside, by QEMU's own means. The machine runs on: what no call is
 * changing at the moment is seen as it is.
 *
 * @throws GuestError when the kernel's variables hold what they cannot
 * @throws QmpError when QEMU does not answer
 */
export declare function observeOutside({ vm }: Pick<Guest, "vm">, { pages_max }?: OutsideOptions): Promise<OutsideView>;
