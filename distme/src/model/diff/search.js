import { isInterrupt, other } from "./deed.js";
import { differenceOf } from "./difference.js";
import { lostFrames } from "./facts.js";
import { answered, perform } from "./perform.js";
import { entryOf } from "./scene.js";
/**
 * Drives two kernels in lockstep through every sequence of a theme's deeds, however long, breadth
 * first. It ends, since there are finitely many states between calls: some dozen pairs in a theme.
 *
 * Where users could tell the two apart, the search does not go on. A difference that only the
 * kernels themselves know is told, and the search goes on from there.
 */
export function search(a, b, theme) {
    const sightings = [];
    const pairs = new Pairs({ a: a.initial, b: b.initial, deeds: [], begun: false });
    /** @returns whether the two kernels still look the same */
    const follow = (pair, deed, runs) => {
        const difference = differenceOf(a.layout, pair, { deed, runs });
        const deeds = [...pair.deeds, deed];
        if (difference)
            sightings.push({ deeds, difference });
        if (difference?.visible)
            return false;
        const begun = deed.kind === "begin" || (pair.begun && deed.kind !== "finish");
        if (goesOn(a, runs))
            pairs.add({ a: runs.a.after, b: runs.b.after, deeds, begun });
        return true;
    };
    for (const pair of pairs.all) {
        for (const deed of deedsOf(theme, pair)) {
            const runs = { a: perform(a, pair.a, deed), b: perform(b, pair.b, deed) };
            if (deed.kind === "begin" && !(runs.a.reached && runs.b.reached))
                continue;
            if (!follow(pair, deed, runs) || deed.kind !== "call")
                continue;
            for (const answer of answersTo(runs)) {
                const both = { a: answered(a, runs.a, answer), b: answered(b, runs.b, answer) };
                if (isComparable(answer, both))
                    follow(pair, { ...deed, answer }, both);
            }
        }
    }
    return { sightings, pairs: pairs.all.length };
}
/** The pairs of states that were reached, each once; the list grows while it is read. */
class Pairs {
    all = [];
    #known = new Set();
    constructor(first) {
        this.add(first);
    }
    add(pair) {
        const key = `${pair.a.key()}|${pair.b.key()}`;
        if (this.#known.has(key))
            return;
        this.#known.add(key);
        this.all.push(pair);
    }
}
function deedsOf({ calls, begun, events }, pair) {
    return [
        ...calls.map((asked) => ({ kind: "call", enter: entryOf(asked, 0), answer: null })),
        ...events.map((event) => ({ kind: "event", event })),
        ...(pair.begun
            ? [{ kind: "finish" }]
            : begun.flatMap(({ asked, fault }) => stops.map((stop) => ({ kind: "begin", enter: entryOf(asked, other), stop, fault })))),
    ];
}
const stops = [
    { before: "copy_user_segment_list" },
    { before: "copy_from_user" },
    { after: "kexec_unlock" },
];
/** What else could happen in the call to either kernel, in an order that both have. */
function answersTo({ a, b }) {
    const all = new Map([...a.turns, ...b.turns]);
    return [...all].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, { answer }]) => answer);
}
/** A fault that one kernel never asks for is a difference; what happens before no step is none. */
function isComparable({ event }, { a, b }) {
    if (!a.reached && !b.reached)
        return false;
    return !isInterrupt(event) || (a.reached && b.reached);
}
/**
 * Nobody calls a kernel that has ended, and a task that is dead or waits calls no more. Where only
 * one kernel was asked something, or a page is lost, what follows is not the same deed.
 */
function goesOn({ layout }, { a, b }) {
    if (a.reached !== b.reached)
        return false;
    return [a, b].every(({ result, after }) => (result === null || /^-?(\d+|E[A-Z]+)$/.test(result)) && lostFrames(layout, after) === 0);
}
//# sourceMappingURL=search.js.map