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
  /** What a reader might think is claimed, and is not. */
  readonly notClaimed?: string;
  /**
   * `holds`, or why it is expected to be violated: a `weakness` is by design, a `known-violation`
   * is a bug of the modelled kernel.
   */
  readonly expect?: Expectation;
}

export type Expectation =
  | { readonly kind: "holds" }
  | { readonly kind: "weakness"; readonly reason: string }
  | { readonly kind: "known-violation"; readonly id: string; readonly reason: string };

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
  readonly when?: (step: StepView<C, E>) => boolean;
  readonly holds: (step: StepView<C, E>) => boolean;
}

/** A claim that some reachable state is like this: a witness that something happens at all. */
export interface Sometimes<C> extends Claim {
  readonly kind: "sometimes";
  readonly holds: (state: StateView<C>) => boolean;
}

export type Property<C, E> = Always<C> | AlwaysStep<C, E> | Sometimes<C>;

/** Whether a property is expected to hold (or to be witnessed). */
export function expectedToHold(claim: Claim): boolean {
  return (claim.expect?.kind ?? "holds") === "holds";
}
