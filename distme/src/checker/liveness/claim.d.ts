/**
 * A fairness assumption over a set of actions, as TLA+ defines it for the action A that they make
 * up together: `weak`, A is not enabled for ever without being taken again; `strong`, A is not
 * enabled again and again without being taken again.
 *
 * Only steps that change the state count, both for "enabled" and for "taken" (TLA+'s <A>_v). A step
 * between two states counts for every action that leads from the one to the other.
 */
export interface FairClass {
    readonly strength: "weak" | "strong";
    /** As reports show it. */
    readonly name: string;
    /** Action number -> 1 if it belongs to the class; numbers past the end do not. */
    readonly member: Uint8Array;
}
/** A claim that something happens at last, in every run that is fair. */
export interface LivenessClaim {
    readonly name: string;
    /** State -> 1 if the obligation begins there; null: it begins in the initial states only. */
    readonly from: Uint8Array | null;
    /** State -> 1 if it discharges the obligation, also one that begins in this very state. */
    readonly goal: Uint8Array;
    readonly fairness: readonly FairClass[];
}
/** States, and the actions between them: one less than states. */
export interface Walk {
    readonly states: readonly number[];
    readonly actions: readonly number[];
}
/** A run that goes along a stem once and round a loop for ever. */
export interface Lasso {
    /** Begins in an initial state. */
    readonly stem: Walk;
    /**
     * Begins and ends in the stem's last state. Without actions the run stays there for ever.
     * Where several actions make the same step, the one of most fairness classes is given.
     */
    readonly loop: Walk;
    /** Index on the stem of the state in which the obligation began. */
    readonly pending: number;
    /** False if the loop was too hard a search, so that there may be a shorter one. */
    readonly shortest: boolean;
}
