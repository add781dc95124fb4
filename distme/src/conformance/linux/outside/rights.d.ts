import type { AddressRange } from "../protocol.ts";
/** What the kernel's direct map lets the kernel do with a range of physical memory. */
export interface Rights extends AddressRange {
    readonly writable: boolean;
}
/**
 * The rights of a physical range, by what QEMU's `info mem` says. Neighbours with the same rights
 * are one range; what is not mapped is left out.
 */
export declare function rightsIn(infoMem: string, { start, end }: AddressRange): Rights[];
/** Rights as a person reads them: those of most pages, then the exceptions. */
export declare function rightsText(rights: readonly Rights[], region: AddressRange): string;
