import type { Broken } from "./judge.ts";
/** What became of a mutant. */
export type Verdict = 
/** The check of the mutant fails. */
{
    readonly verdict: "killed";
    /** The first setting in which it fails; for what only all worlds show, the kernel. */
    readonly where: string;
    /** Every promise that is broken there, the shortest trace first. */
    readonly by: readonly Broken[];
}
/** The check passes; the suite that is made of the mutant fails on the reference kernel. */
 | {
    readonly verdict: "suite";
    readonly found: string;
}
/** Nobody who looks at the kernel can tell it from the model, within the bounds of all worlds. */
 | {
    readonly verdict: "equivalent";
    readonly proof: Proof;
} | {
    readonly verdict: "survived";
    readonly why: string;
};
export type Proof = 
/** The model never comes to the choices that it changes. */
{
    readonly kind: "unreached";
}
/** It was compared so many times, in every reachable state, and always did the same. */
 | {
    readonly kind: "same-steps";
    readonly compared: number;
}
/** Its graph is bisimilar to the model's in every world in which it does something else. */
 | {
    readonly kind: "bisimilar";
    readonly worlds: readonly BisimilarWorld[];
};
export interface BisimilarWorld {
    readonly where: string;
    readonly states: number;
    readonly mutantStates: number;
    /** Pairs of states that were compared. */
    readonly pairs: number;
}
/** A verdict, and what it was about. */
export type MutantResult = Verdict & {
    /** Digest of what the mutant changes: with another one it has to be judged again. */
    readonly part: string;
};
/** A mutant that refutes a property which is judged alone: nothing else ends the search first. */
export interface Refutation {
    readonly mutant: string;
    readonly where: string;
    readonly steps: number;
}
/** What a mutation run found, of every mutant. */
export interface MutationResult {
    readonly kernels: readonly string[];
    /** Digest of each property, by name: mutants that a changed one killed are judged again. */
    readonly properties: Readonly<Record<string, string>>;
    readonly mutants: Readonly<Record<string, MutantResult>>;
    /** Properties that kill no mutant where others kill it first, and the one that each refutes. */
    readonly alone: Readonly<Record<string, Refutation>>;
}
