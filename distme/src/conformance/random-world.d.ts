import fc from "fast-check";
import { type KexecSegment } from "../kernel/kexec.ts";
import { type Bounds } from "../memory/bounds.ts";
import { type KernelName, type World } from "../model/worlds.ts";
/**
 * Small worlds of every shape, with requests good and bad, for every door.
 *
 * Not made, because the model does not have them: a machine without a crash region, a list that is
 * shorter than it says where the kernel would read it, and what `otherDoors` leaves out.
 */
export declare function randomWorld(kernel: KernelName): fc.Arbitrary<World>;
type Size = Pick<Bounds, "frames" | "crashFrames">;
/** Segments anywhere, with any size: up to three. */
export declare function edgeSegments(size: Size): fc.Arbitrary<KexecSegment[]>;
export {};
