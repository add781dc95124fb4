import { type JumpImage } from "./jump-images.ts";
import type { AddressRange } from "./protocol.ts";
import type { Vm } from "./vm.ts";
/**
 * Jumps into images: each loads one, by kexec_load or by kexec_file_load, and leaves the kernel for
 * it. The image's own code then tells whether every byte of it has arrived.
 *
 * Others show when no image runs, and that the code notices a byte that is not what it expects.
 */
/** A machine for one jump, and the images for its memory. */
export interface Subject {
    readonly vm: Vm;
    readonly release: string;
    readonly normal: JumpImage;
    readonly crash: JumpImage;
    readonly region: AddressRange;
}
export interface Jump {
    readonly name: string;
    /** In words: what the calls return, and what comes of the last one. */
    expected(subject: Subject): string;
    /** Makes the calls; says the same words when the kernel does what it should. */
    make(subject: Subject): Promise<string>;
}
export declare const jumps: readonly Jump[];
