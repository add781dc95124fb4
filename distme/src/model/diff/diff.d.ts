import type { Feature } from "../../memory/bounds.ts";
import { type Causes } from "./causes.ts";
import type { Side } from "./difference.ts";
import { type Theme } from "./scene.ts";
/** A call, how it is answered, and the deeds before it. */
export interface DeedReport {
    readonly call: string;
    /** What fails in it; null when nothing does. */
    readonly answer: string | null;
    /** A shortest sequence of deeds before it, on which both kernels agree. */
    readonly after: readonly string[];
}
/** One way in which two kernels differ, and every call that shows it. */
export interface Difference extends Causes {
    /** The one with the fewest deeds before it comes first. */
    readonly shownBy: readonly DeedReport[];
    /** What each kernel returns, and what is so in it afterwards. */
    readonly a: Side;
    readonly b: Side;
}
export interface KernelDiff {
    readonly features: {
        readonly onlyA: readonly Feature[];
        readonly onlyB: readonly Feature[];
    };
    readonly differences: readonly Difference[];
    /** The themes in which every sequence of deeds was tried, and how many pairs of states they meet. */
    readonly searched: readonly {
        readonly theme: string;
        readonly pairs: number;
    }[];
}
/** Everything that two kernels do differently, as far as the themes go. */
export declare function diffKernels(a: readonly Feature[], b: readonly Feature[], themes?: readonly Theme[]): KernelDiff;
