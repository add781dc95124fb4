import { aim, framesGiven, openRange, secondListPages, TARGETS, tablePagesIn, wantedTransitions, } from "./allocator-outcomes.js";
/** Loads for each place of the second list page. */
const LOADS_MAX = 60;
/**
 * Makes loads whose destinations are what the load before was given, in other orders each time,
 * until every outcome of the page allocator was seen.
 */
export async function runOutcomes(guest, functions, kernel) {
    const times = new Map();
    const blocked = [];
    const random = numbers(1);
    let loads = 0;
    let astray = 0;
    const tablePages = await countTables(guest, functions, kernel);
    for (const secondListPage of secondListPages) {
        const range = openRange(guest, functions, { kernel, secondListPage, tablePages });
        const wanted = reachable(secondListPage);
        let given = framesGiven((await aim(range, untouched(guest))).trace);
        for (let i = 0; i < LOADS_MAX && wanted.some((key) => !times.has(key)); i++) {
            const load = secondListPage === "none"
                ? await aim(range, choose(given, random))
                : await aimHeld(range, random);
            given = framesGiven(load.trace);
            loads += 1;
            const { blockedBy } = load.verdict;
            if (blockedBy?.isAstray)
                astray += 1;
            else if (blockedBy)
                blocked.push(blockedBy);
            else
                count(load);
        }
    }
    const seen = wantedTransitions.filter((key) => times.has(key));
    return {
        loads,
        transitions: Object.fromEntries(seen.map((key) => [key, times.get(key) ?? 0])),
        missing: wantedTransitions.filter((key) => !times.has(key)),
        astray,
        blocked,
    };
    function count({ verdict }) {
        for (const key of verdict.transitions)
            times.set(key, (times.get(key) ?? 0) + 1);
    }
}
async function countTables(guest, functions, kernel) {
    const range = openRange(guest, functions, { kernel, secondListPage: "none", tablePages: 1 });
    return tablePagesIn((await aim(range, untouched(guest))).trace);
}
/** Destinations that the page allocator never gives: frames of the kernel's own code. */
function untouched({ memory: { base } }) {
    return Array.from({ length: TARGETS }, (_, i) => base + ELSEWHERE + i);
}
const ELSEWHERE = 1024;
/** The transitions that can be hoped for, by where the second list page is needed. */
function reachable(secondListPage) {
    const swapsForDestination = "listPageForDestination kimage_alloc_page 3";
    return wantedTransitions.filter((key) => {
        if (key.includes("listPageForSource"))
            return secondListPage === "for a source page";
        // no page is loaded yet when the first list page is needed
        if (key.includes(swapsForDestination))
            return secondListPage === "for a destination";
        return true;
    });
}
/** Has frames held until the second list page is near, and aims at the first ones of them. */
async function aimHeld(range, random) {
    const { trace } = range.guest.vm.agent;
    const held = await trace.holdFrames(HELD);
    return await aim(range, choose(held.slice(0, TARGETS + 2), random), trace.giveFrames);
}
const HELD = 24;
/** Some of the frames, in any order. */
function choose(given, random) {
    const rest = [...new Set(given)];
    const chosen = [];
    while (chosen.length < TARGETS && rest.length > 0) {
        chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
    }
    return chosen;
}
/** The same numbers from 0 to 1 in every run: a linear congruential generator. */
function numbers(seed) {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
}
//# sourceMappingURL=run-outcomes.js.map