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
export function always(name, holds, more = {}) {
    return { kind: "always", name, statement: name, ...more, holds };
}
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
export function alwaysStep(name, holds, more = {}) {
    return { kind: "alwaysStep", name, statement: name, ...more, holds };
}
/**
 * A claim that some reachable state is like this; the trace is a shortest way there.
 *
 * A witness: it shows that other claims do not hold just because nothing happens.
 *
 * @example
 * sometimes("a customer gets a drink", ({ configuration }) => configuration.has("vending"));
 */
export function sometimes(name, holds, more = {}) {
    return { kind: "sometimes", name, statement: name, ...more, holds };
}
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
export function eventually(name, holds, more = {}) {
    return { kind: "eventually", name, statement: name, ...more, holds };
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
export function leadsTo(name, { when, holds }, more = {}) {
    return { kind: "leadsTo", name, statement: name, ...more, when, holds };
}
/**
 * Weak fairness: steps of these events are not put off for ever while they stay possible.
 *
 * It says of the whole group that one of them is taken; give several assumptions for events each of
 * which must have its turn.
 */
export function weaklyFair(...types) {
    return fair("weak", types);
}
/** Strong fairness: one of these events is taken again and again if it is possible again and again. */
export function stronglyFair(...types) {
    return fair("strong", types);
}
function fair(strength, types) {
    return { strength, name: types.join(", "), includes: ({ type }) => types.includes(type) };
}
//# sourceMappingURL=claims.js.map