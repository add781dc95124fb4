import type { Configuration } from "./configuration.ts";
/** One state of a machine, as a property sees it. Valid only during the call. */
export interface StateView<C> {
    readonly context: C;
    readonly configuration: Configuration;
}
/** One step of a machine: the state, the event it took, and the state after it. */
export interface StepView<C, E> {
    readonly before: StateView<C>;
    readonly event: E;
    readonly after: StateView<C>;
}
/** What every property says of itself. */
export interface Claim {
    /** Kebab-case; the same word in the specification, on the command line and in tests. */
    readonly name: string;
    /** One English sentence in the present tense. */
    readonly statement: string;
    /** Where the claim comes from: kernel file and symbol. */
    readonly source?: string;
    /** The mutant that refutes it inside the checked bounds. */
    readonly refutedBy?: string;
    /** Whether it treats members that change places differently: then their symmetry is not used. */
    readonly tellsMembersApart?: boolean;
    /** What a reader might think is claimed, and is not. */
    readonly notClaimed?: string;
    /**
     * `holds`, or why it is expected to be violated: a `weakness` is by design, a `known-violation`
     * is a bug of the modelled kernel.
     */
    readonly expect?: Expectation;
}
export type Expectation = {
    readonly kind: "holds";
} | {
    readonly kind: "weakness";
    readonly reason: string;
} | {
    readonly kind: "known-violation";
    readonly id: string;
    readonly reason: string;
};
/**
 * A claim about every reachable state. `when` restricts it; a property whose `when` is never true
 * is reported as vacuous.
 */
export interface Always<C> extends Claim {
    readonly kind: "always";
    readonly when?: (state: StateView<C>) => boolean;
    readonly holds: (state: StateView<C>) => boolean;
}
/** A claim about every reachable step. */
export interface AlwaysStep<C, E> extends Claim {
    readonly kind: "alwaysStep";
    /** The event types that it speaks of; without it, all of them. */
    readonly events?: readonly string[];
    readonly when?: (step: StepView<C, E>) => boolean;
    readonly holds: (step: StepView<C, E>) => boolean;
}
/** A claim that some reachable state is like this: a witness that something happens at all. */
export interface Sometimes<C> extends Claim {
    readonly kind: "sometimes";
    readonly holds: (state: StateView<C>) => boolean;
}
/**
 * An assumption on what is not put off for ever. Its actions are steps of the events that it
 * includes, whatever their outcome; a step that changes nothing is none.
 */
export interface FairnessAssumption<E> {
    /** `weak`: not always possible and never taken. `strong`: not possible again and again. */
    readonly strength: "weak" | "strong";
    /** Shown in reports. */
    readonly name: string;
    readonly includes: (event: E) => boolean;
}
/** A claim that every fair run comes to a state like this. */
export interface Eventually<C, E> extends Claim {
    readonly kind: "eventually";
    readonly holds: (state: StateView<C>) => boolean;
    readonly fairness?: readonly FairnessAssumption<E>[];
}
/** A claim that, in every fair run, whenever `when` is true `holds` is, then or later. */
export interface LeadsTo<C, E> extends Claim {
    readonly kind: "leadsTo";
    readonly when: (state: StateView<C>) => boolean;
    readonly holds: (state: StateView<C>) => boolean;
    readonly fairness?: readonly FairnessAssumption<E>[];
}
export type Liveness<C, E> = Eventually<C, E> | LeadsTo<C, E>;
export type Safety<C, E> = Always<C> | AlwaysStep<C, E> | Sometimes<C>;
export type Property<C, E> = Safety<C, E> | Liveness<C, E>;
/** Whether a claim is about what happens in the end, not about single states or steps. */
export declare function isLiveness<C, E>(property: Property<C, E>): property is Liveness<C, E>;
/** Whether a property is expected to hold (or to be witnessed). */
export declare function expectedToHold(claim: Claim): boolean;
