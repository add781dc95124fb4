import { innerFacts, slotNames, visibleFacts } from "./facts.js";
/** Facts that say what another one says already. */
const implied = {
    "ordinary frames in use": ["frames lost", "images in no slot"],
};
/** @returns null when the kernels differ in nothing, or in the same way as before the deed */
export function differenceOf(layout, before, { deed, runs }) {
    const told = runs.a.result !== runs.b.result;
    if (!told && runs.a.after.key() === runs.b.after.key())
        return null;
    for (const [factsOf, visible] of [
        [outside, true],
        [inside, false],
    ]) {
        const was = { a: factsOf(layout, before.a), b: factsOf(layout, before.b) };
        const is = { a: factsOf(layout, runs.a.after), b: factsOf(layout, runs.b.after) };
        const differing = newlyApart(was, is);
        const facts = differing.filter((name) => !implied[name]?.some((reason) => differing.includes(reason)));
        if (facts.length === 0 && !(visible && told))
            continue;
        const side = (of) => ({
            result: resultText(runs[of], deed),
            facts: facts.flatMap((name) => {
                const now = plain(is[of].get(name), is[of === "a" ? "b" : "a"].get(name));
                return factText(name, {
                    now,
                    was: was[of].get(name),
                    is: is[of].get(name),
                    told,
                    ...runs[of],
                });
            }),
        });
        return { visible, told, facts, a: side("a"), b: side("b") };
    }
    return null;
}
const outside = remembered(visibleFacts);
const inside = remembered(innerFacts);
/** Many deeds begin in the same state. */
function remembered(factsOf) {
    const known = new WeakMap();
    return (layout, state) => {
        const facts = known.get(state) ?? factsOf(layout, state);
        known.set(state, facts);
        return facts;
    };
}
function newlyApart(was, is) {
    return [...new Set([...is.a.keys(), ...is.b.keys()])].filter((name) => {
        const now = apart(is.a.get(name), is.b.get(name));
        return now !== null && now !== apart(was.a.get(name), was.b.get(name));
    });
}
/** How two values differ, or null when they do not: numbers by how much. */
function apart(a = "", b = "") {
    if (a === b)
        return null;
    const by = Number(a) - Number(b);
    return Number.isNaN(by) ? `${a}, ${b}` : String(by);
}
function resultText({ result, reached }, deed) {
    if (result === null || deed.kind !== "call" || deed.answer === null || reached)
        return result;
    return `${result}, without that step`;
}
/** A value without the numbers of what pages hold, unless those are all that differs. */
function plain(value = "nothing", opposite = "nothing") {
    const [mine, others] = [value, opposite].map((text) => [...new Set(text.replace(/data\d+/g, "data").split(", "))].join(", "));
    return mine === undefined || mine === others ? value : mine;
}
/** Where the results differ, they say already that a slot was filled, and that nothing changed. */
function factText(name, { was, is, now, told, result }) {
    if (told && is === was)
        return [];
    if (!slotNames.some((slot) => slot === name))
        return [`${name}: ${now}`];
    if (told && result === "0")
        return [];
    if (is === was)
        return [is === "none" ? `${name}: none` : `${name} stays`];
    return [is === "none" ? `${name} is gone` : `${name} is loaded`];
}
/** What a kernel shows after a deed of some facts. */
export function shown(layout, { after, result }, facts) {
    const all = new Map([...visibleFacts(layout, after), ...innerFacts(layout, after)]);
    return JSON.stringify([result, ...facts.map((name) => all.get(name))]);
}
//# sourceMappingURL=difference.js.map