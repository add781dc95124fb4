import type { KexecEventType } from "../../../machines/events.ts";
import type { Fate, Gdb } from "./gdb.ts";
import type { Guest } from "./guest.ts";
/** Steps of the machine that nobody calls from user space. */
export interface Path {
    readonly path: readonly KexecEventType[];
    /** Where the machine must arrive in the end, as an address, or null. */
    readonly entry?: bigint | null;
}
export interface Following {
    /** What must be taken. */
    readonly wanted: readonly string[];
    /** Waits until all steps were taken, or another one, or the time is over; says which were. */
    taken(limit_ms: number): Promise<readonly string[]>;
}
/** Makes whoever comes to a breakpoint panic. */
export declare function panicking(guest: Guest): Promise<Fate>;
/** Follows a machine from now on; what it does before the first step of the path is not told. */
export declare function follow(guest: Guest, gdb: Gdb, path: Path): Promise<Following>;
