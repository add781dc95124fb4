import type { Always, AlwaysStep, Claim, Eventually, FairnessAssumption, LeadsTo, Sometimes, StateView, StepView } from "./property.ts";
/** What a claim may say of itself beside its name; the statement is the name, if there is none. */
export type AboutClaim = Partial<Omit<Claim, "name">>;
/**
 * A claim about every reachable state.
 *
 * `when` restricts it to the states that it speaks of. When there is no such state the verdict is
 * `vacuous`, not `holds`: nothing was said.
 *
 * @example
 * always("nothing heats while the door is open", ({ configuration }) => !configuration.has("heating"), {
 *   when: ({ configuration }) => configuration.has("door.open"),
 * });
 *
 * @param name a sentence, or a name in kebab-case; unique among the properties of a check
 * @param holds whether a state is as it must be
 */
export declare function always<C = unknown>(name: string, holds: (state: StateView<C>) => boolean, more?: AboutClaim & Pick<Always<C>, "when">): Always<C>;
/**
 * A claim about every reachable step: the state before, the event, and the state after it.
 *
 * `events` names the event types that it speaks of, `when` restricts it further.
 *
 * @example
 * alwaysStep("a refund gives everything back", ({ after }) => after.context.credit === 0, {
 *   events: ["refund"],
 * });
 */
export declare function alwaysStep<C = unknown, E = unknown>(name: string, holds: (step: StepView<C, E>) => boolean, more?: AboutClaim & Pick<AlwaysStep<C, E>, "events" | "when">): AlwaysStep<C, E>;
/**
 * A claim that some reachable state is like this; the trace is a shortest way there.
 *
 * A witness: it shows that other claims do not hold just because nothing happens.
 *
 * @example
 * sometimes("a customer gets a drink", ({ configuration }) => configuration.has("vending"));
 */
export declare function sometimes<C = unknown>(name: string, holds: (state: StateView<C>) => boolean, more?: AboutClaim): Sometimes<C>;
/**
 * A claim that every run comes to a state like this, sooner or later.
 *
 * Without `fairness` a run may stop in any state for ever, and the trace will say so: assume with
 * `weaklyFair` or `stronglyFair` what is not put off for ever.
 *
 * @example
 * eventually("the light turns green", ({ configuration }) => configuration.has("green"), {
 *   fairness: [weaklyFair("TIMER")],
 * });
 */
export declare function eventually<C = unknown, E = unknown>(name: string, holds: (state: StateView<C>) => boolean, more?: AboutClaim & Pick<Eventually<C, E>, "fairness">): Eventually<C, E>;
/** The two ends of `leadsTo`. */
export interface FromTo<C> {
    readonly when: (state: StateView<C>) => boolean;
    readonly holds: (state: StateView<C>) => boolean;
}
/**
 * A claim that, in every run, whenever `when` is true `holds` is, then or later.
 *
 * A violation is a run without end: its trace has a `loop`. Fairness is as in `eventually`.
 *
 * @example
 * leadsTo(
 *   "who pays gets a drink",
 *   {
 *     when: ({ configuration }) => configuration.has("paid"),
 *     holds: ({ configuration }) => configuration.has("served"),
 *   },
 *   { fairness: [weaklyFair("SERVE")] },
 * );
 */
export declare function leadsTo<C = unknown, E = unknown>(name: string, { when, holds }: FromTo<C>, more?: AboutClaim & Pick<LeadsTo<C, E>, "fairness">): LeadsTo<C, E>;
/**
 * Weak fairness: steps of these events are not put off for ever while they stay possible.
 *
 * It says of the whole group that one of them is taken; give several assumptions for events each of
 * which must have its turn.
 */
export declare function weaklyFair(...types: readonly string[]): FairnessAssumption<{
    type: string;
}>;
/** Strong fairness: one of these events is taken again and again if it is possible again and again. */
export declare function stronglyFair(...types: readonly string[]): FairnessAssumption<{
    type: string;
}>;
