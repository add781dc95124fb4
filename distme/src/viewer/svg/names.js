/**
 * How the parts of a transition are called in a drawing.
 *
 * XState types a guard or an action as a name, an object with a `type`, or a function, and its
 * built-in ones as functions with fields; this file takes `unknown` and asks.
 */
import { and, not, or } from "xstate";
/**
 * Actions that decide what the call returns: `setResult` with an errno, and those that hand on the
 * errno of somebody else, such as `setLsmResult` or `failAsLsm`.
 */
const RESULT_ACTION = /^(set[A-Za-z]*Result|failAs[A-Za-z]+)$/;
const SUCCESSES = new Set(["0", "OK", "ok", "SUCCESS", "success"]);
/** Returns the event type without XState's prefixes; empty for a transition always taken. */
export function eventName(eventType) {
    if (eventType === "*")
        return "any event";
    const builtIn = /^xstate\.(after|done\.state|done\.actor|error\.actor)\.(.*)$/.exec(eventType);
    const rest = builtIn?.[2] ?? "";
    switch (builtIn?.[1]) {
        case "after":
            return `after ${/^\d+/.test(rest) ? `${Number.parseInt(rest, 10)} ms` : rest.split(".")[0]}`;
        case "done.state":
            return "done";
        case "done.actor":
            return `${rest} is done`;
        case "error.actor":
            return `${rest} failed`;
        default:
            return eventType;
    }
}
/** Returns the guard as it is shown, without brackets; null for no guard. */
export function guardName(guard) {
    if (guard === undefined || guard === null)
        return null;
    const inner = field(guard, "guards");
    if (typeof guard === "function" && Array.isArray(inner)) {
        const names = inner.map((each) => guardName(each) ?? "?");
        const word = joiners.get(field(guard, "check")) ?? guard.name;
        return word === "not" ? `not ${names.join()}` : names.join(` ${word} `);
    }
    if (typeof guard === "function") {
        const stateValue = field(guard, "stateValue");
        if (stateValue !== undefined)
            return `in ${plainText(stateValue)}`;
        return guard.name === "guard" || guard.name === "" ? "condition" : guard.name;
    }
    return callText(guard);
}
/** By what decides each: the functions of a page that is made small keep no names. */
const joiners = new Map([
    [field(and([]), "check"), "and"],
    [field(or([]), "check"), "or"],
    [field(not(""), "check"), "not"],
]);
/** Returns what the first action that sets the result sets it to; null where none does. */
export function resultOf(actions) {
    for (const action of actions) {
        if (!RESULT_ACTION.test(typeName(action) ?? ""))
            continue;
        const params = field(action, "params");
        const given = field(params, "errno") ?? field(params, "result") ?? field(params, "value");
        const text = given === undefined ? "its errno" : plainText(given);
        return { text, failed: !SUCCESSES.has(text) };
    }
    return null;
}
/** Returns the names of the actions that set no result; anonymous ones have none. */
export function actionNames(actions) {
    return actions.flatMap((action) => {
        const type = typeName(action);
        const shown = type !== null && !type.startsWith("xstate.") && !RESULT_ACTION.test(type);
        return shown ? [callText(action)] : [];
    });
}
/** `name`, or `name(value, value)` for an object with params. */
function callText(called) {
    const params = field(called, "params");
    const values = typeof params === "object" && params ? Object.values(params).map(plainText).join(", ") : "";
    return `${typeName(called) ?? "?"}${values && `(${values})`}`;
}
function typeName(named) {
    if (typeof named === "string")
        return named;
    const type = field(named, "type");
    return typeof type === "string" ? type : null;
}
function plainText(value) {
    return typeof value === "object" ? (JSON.stringify(value) ?? "?") : String(value);
}
function field(value, name) {
    if ((typeof value !== "object" && typeof value !== "function") || !value)
        return undefined;
    return Reflect.get(value, name);
}
//# sourceMappingURL=names.js.map