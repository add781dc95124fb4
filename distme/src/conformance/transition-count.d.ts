import { type KernelName } from "../model/worlds.ts";
/** Which transitions of the statechart a system was seen to take. */
export interface TransitionCount {
    readonly executed: readonly {
        readonly transition: string;
        readonly times: number;
    }[];
    readonly missing: readonly {
        readonly transition: string;
        readonly reason: string;
    }[];
}
/** What tests that were run say of the statechart's transitions. */
export interface Sightings {
    /** How often each was taken where everything agreed. */
    readonly times: ReadonlyMap<string, number>;
    /** Why it was not, for those that a test was there for. */
    readonly reasons: ReadonlyMap<string, string>;
}
/** How many transitions of the statechart a kernel can take at all: none that it lacks code for. */
export declare function possibleTransitions(kernel: KernelName): number;
/** Every transition of a kernel's statechart, in its order. */
export declare function countTransitions(kernel: KernelName, seen: Sightings): TransitionCount;
/** A count with what was seen in other ways, too. */
export declare function withSightings(kernel: KernelName, count: TransitionCount, more: Readonly<Record<string, number>>): TransitionCount;
