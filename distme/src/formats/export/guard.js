import { and, not, or } from "xstate";
/** Returns what a guard asks; null for no guard. A guard without a name is called `guard`. */
export function guardOf(guard) {
    if (guard === undefined || guard === null)
        return null;
    const inner = field(guard, "guards");
    const kind = joiners.get(field(guard, "check"));
    if (typeof guard === "function" && Array.isArray(inner) && kind) {
        return { kind, guards: inner.flatMap((one) => guardOf(one) ?? []) };
    }
    const [named = { type: "guard", params: null }] = namedOf(guard);
    return { kind: "named", named };
}
/** By the functions that XState's own guards share, since a bundler may rename them. */
const joiners = new Map([
    [field(and([]), "check"), "and"],
    [field(or([]), "check"), "or"],
    [field(not(""), "check"), "not"],
]);
/** Returns the name of a guard or an action, with its params; nothing for one that has no name. */
export function namedOf(called) {
    if (typeof called === "string")
        return [{ type: called, params: null }];
    const type = field(called, "type");
    if (typeof type !== "string")
        return [];
    const params = field(called, "params");
    const isRecord = typeof params === "object" && params !== null;
    return [{ type, params: isRecord ? params : null }];
}
/** `name`, or `name(value, value)`. */
export function namedText({ type, params }) {
    const values = Object.values(params ?? {}).map((value) => typeof value === "object" ? JSON.stringify(value) : String(value));
    return values.length === 0 ? type : `${type}(${values.join(", ")})`;
}
/** A guard as people read it, without brackets around the whole. */
export function guardText(guard) {
    if (guard.kind === "named")
        return namedText(guard.named);
    const inner = guard.guards.map((one) => one.kind === "named" || one.kind === "not" ? guardText(one) : `(${guardText(one)})`);
    return guard.kind === "not" ? `not ${inner.join("")}` : inner.join(` ${guard.kind} `);
}
/** `event [guard] / action, action`: the label of an arrow in every notation. */
export function labelText(arrow) {
    const { event, guard, actions } = arrow;
    const parts = [
        event ?? "",
        guard ? `[${guardText(guard)}]` : "",
        actions.length > 0 ? `/ ${actions.map(namedText).join(", ")}` : "",
    ];
    return parts.filter((part) => part !== "").join(" ");
}
function field(value, name) {
    if ((typeof value !== "object" && typeof value !== "function") || !value)
        return undefined;
    return Reflect.get(value, name);
}
//# sourceMappingURL=guard.js.map