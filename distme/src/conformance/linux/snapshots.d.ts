import { type Qmp } from "./qmp.ts";
/** How a machine is taken back to an earlier moment. */
export interface Snapshots {
    save(): Promise<void>;
    restore(): Promise<void>;
}
/**
 * One snapshot of a machine: QEMU writes its memory and devices to a disk image that no guest sees.
 *
 * @param path where the disk image will be; nothing may be there yet
 */
export declare function snapshots(qmp: Qmp, path: string): Snapshots;
