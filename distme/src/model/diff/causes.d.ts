import type { Feature } from "../../memory/bounds.ts";
import type { Sighting } from "./search.ts";
/** Why two kernels differ somewhere. */
export interface Causes {
    /** Each makes one kernel do what the other does; or, if none does, those that matter together. */
    readonly features: readonly Feature[];
    /** Known bugs that show: mended in that kernel alone, it would do something else. */
    readonly bugs: readonly {
        readonly id: string;
        readonly in: "a" | "b";
    }[];
}
/**
 * Finds out by trying: each kernel does the deeds again, changed in one feature.
 *
 * XState steps these kernels, not the compiled code: there are many, and each does little.
 */
export declare function causesBetween(a: readonly Feature[], b: readonly Feature[]): (sighting: Sighting) => Causes;
