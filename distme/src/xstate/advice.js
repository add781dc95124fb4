import { UnserializableError } from "../base/canonical.js";
import { messageOf } from "../base/message.js";
import { MachineError } from "./errors.js";
/** An error in a step: where, what, and what to change as far as that is known. */
export function stepError({ value, event }, error) {
    const where = `state ${JSON.stringify(value)}, event ${JSON.stringify(event)}`;
    const bare = Object.keys(event).length === 1;
    const advice = [bare ? payloadAdvice(error, event) : [], generalAdvice(error)].flat();
    return new MachineError(told(`${where}: ${messageOf(error)}`, advice), { cause: error });
}
/** An error while a machine starts. @param input what it was given */
export function startError(where, error, input) {
    const lacksInput = input === undefined && readsUndefined(error);
    const advice = lacksInput
        ? ["The machine was started without input: give `inputs`, a list with one for each start."]
        : generalAdvice(error);
    return new MachineError(told(`${where}: ${messageOf(error)}`, advice), { cause: error });
}
/** What a property threw. */
export function propertyError(name, error) {
    return new MachineError(`property "${name}": ${messageOf(error)}`, { cause: error });
}
function told(message, advice) {
    return [message, ...advice].join("\n");
}
function payloadAdvice(error, { type }) {
    const lacks = readsUndefined(error) || (error instanceof UnserializableError && error.isMissing);
    if (!lacks)
        return [];
    return [
        "The event was tried without a payload: list it in `events` once for each payload to try, " +
            `such as { type: ${JSON.stringify(type)}, ${payloadOf(type)} }.`,
    ];
}
/** A payload as an example: XState's own events have names for theirs. */
function payloadOf(type) {
    if (type.startsWith("xstate.done.actor."))
        return "output: ...";
    if (type.startsWith("xstate.error.actor."))
        return "error: ...";
    return "value: 1";
}
function readsUndefined(error) {
    return error instanceof Error && error.name === "TypeError" && /undefined/.test(error.message);
}
const advices = [
    [
        /object is not extensible|read only property|Cannot delete property/,
        "An action changes the context that it was given: let `assign` return new objects and arrays.",
    ],
    [
        /is impure/,
        "Guards and actions must compute from context and event alone: no clock, no random number, no " +
            "variable outside. Let the event carry such a value.",
    ],
    [
        /is not implemented/,
        "Give it with setup(...) or machine.provide(...); for an action that only has an effect " +
            "outside, () => {} will do.",
    ],
    [
        /acts outside the machine|Unable to send event to actor|starts an actor|started an actor/,
        "Name the action in setup(...) and replace it for the check with machine.provide(...); what " +
            "comes back from outside can be an event.",
    ],
    [
        /Maximum call stack/,
        "A context that contains itself cannot be compared: let one part hold the other's id.",
    ],
];
function generalAdvice(error) {
    if (error instanceof UnserializableError)
        return [`Instead of ${error.what}, ${instead(error)}.`];
    const found = advices.find(([about]) => about.test(messageOf(error)));
    return found ? [found[1]] : [];
}
const replacements = {
    undefined: "use null, or leave the key out",
    function: "use a named action or guard, and keep functions out of the context",
    symbol: "use a string",
    bigint: "use a number or a string",
    "a Map": "use an object",
    "a Set": "use a sorted array",
    "a Date": "use a number, or leave it out: each time makes a state of its own",
    "a Actor": "keep the actor's id: machines are checked without actors",
    "a Promise": "invoke an actor, and let its result be an event",
    "a Error": "keep its message",
};
function instead({ what }) {
    return replacements[what] ?? "use a plain object, or leave it out of the context";
}
//# sourceMappingURL=advice.js.map