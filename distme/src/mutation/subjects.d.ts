import type { Mutant } from "../model/mutant.ts";
/** Where a mutant comes from. */
export type Origin = 
/** One edge of the statechart. */
"edge"
/** One operation of memory. */
 | "memory"
/** A wrong version with a name of its own. */
 | "named";
export interface Subject extends Mutant {
    readonly origin: Origin;
    /** The operator, the operation's file, or `named`. */
    readonly kind: string;
}
/** Every mutant that there is, by name, in a fixed order. */
export declare function subjects(): Readonly<Record<string, Subject>>;
