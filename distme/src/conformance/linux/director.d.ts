import type { Fault } from "./faults.ts";
import { type Following, type Path } from "./follow-path.ts";
import type { Watch } from "./gdb.ts";
import type { Guest } from "./guest.ts";
import type { Point } from "./points.ts";
import type { PagePosition } from "./protocol.ts";
/**
 * Interferes with calls through the machine's debugger. It connects when it is first needed: a
 * machine that nobody looks at is faster.
 */
export interface Director {
    /** Makes the function at a point fail. The position of a page is an address by now. */
    fail(fault: Fault, pages: PageAddress): Promise<Watch>;
    /** Lets a call come to a point, and stay there or go another way. */
    meet(point: Point, pages: PageAddress, fate: Meeting): Promise<Watch>;
    /** Notes the steps that the machine comes to, in their order. */
    follow(path: Path): Promise<Following>;
    /** Leaves the machine alone, as it was, or as it is when it has left its kernel. */
    close(machine: "alive" | "ended"): Promise<void>;
}
/** The address of a page of a request in the machine. */
export type PageAddress = (page: PagePosition) => bigint;
/** What becomes of a caller at a point. */
export type Meeting = "stays" | "hits a bug" | "panics";
export declare function createDirector(guest: Guest): Director;
