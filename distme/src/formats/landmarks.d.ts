import type { CallPlan } from "../conformance/linux/plan.ts";
import type { PagePosition, SegmentBuffer } from "../conformance/linux/protocol.ts";
/**
 * Calls whose addresses and lengths say which landmarks of a machine they are measured by, so that
 * a program can be written without knowing the machine that it will run on.
 *
 * How a request is placed on a machine is said in one place, guestRequest. It is not repeated here,
 * but asked: on a few machines that differ in one landmark each. An address that moves by as much
 * as the landmark has it as a summand.
 */
/** Names as the C program spells them. Counted in bytes, the last two in pages. */
export declare const landmarkNames: readonly ["kernel", "crash_start", "crash_end", "half_of_ram", "control_pages", "table_pages"];
export type LandmarkName = (typeof landmarkNames)[number];
/** So many bytes, and so many times each landmark; modulo 2^64. */
export interface Measure {
    readonly bytes: bigint;
    readonly times: ReadonlyMap<LandmarkName, number>;
}
export interface MeasuredSegment {
    readonly mem: Measure;
    readonly memsz: Measure;
    readonly bufsz: Measure;
    readonly buffer: SegmentBuffer;
}
/** A call of kexec_load for every machine. */
export interface MeasuredCall {
    readonly flags: number;
    readonly nr_segments: number;
    readonly entry: Measure;
    readonly segments: readonly MeasuredSegment[];
    readonly listReadable: boolean;
    readonly capSysBoot: boolean;
    /** Where it is held, in the segments above; or null. */
    readonly pause: PagePosition | null;
}
/** The landmark `kernel` on a machine without KASLR. */
export declare const USUAL_KERNEL_bytes = 16777216n;
type Places = Readonly<Record<LandmarkName, number>>;
/** @param pause the page of the model's request at which the call is held, or null */
export declare function measuredCall(plan: CallPlan, pause: PagePosition | null): MeasuredCall;
/** What a measure comes to on a machine. @returns bytes, modulo 2^64 */
export declare function measureOn({ bytes, times }: Measure, places: Places): bigint;
export {};
