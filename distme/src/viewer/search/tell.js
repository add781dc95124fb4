/** What a search found, in a sentence or two. */
export function resultText(result, request) {
    const where = request.from ? "from here" : "from the beginning";
    switch (result.outcome) {
        case "found": {
            const steps = result.events.length;
            if (steps === 0)
                return `The state ${request.from ? "here" : "at the beginning"} is one.`;
            return `Found: a shortest path has ${steps} ${steps === 1 ? "step" : "steps"}.`;
        }
        case "none": {
            const { world } = request.subject;
            return `There is none: all ${count(result.states)} states that world ${world} can reach ${where} were seen.`;
        }
        case "unknown": {
            const length = result.depth - 1; // all states of the last level were seen, none of the next
            const shorter = length > 0 ? ` No path of ${length} steps or fewer leads there.` : "";
            const seen = statesText(result.states);
            return `Unknown: the search ended after ${seen}, ${limitText(result.limit, request)}.${shorter}`;
        }
    }
}
function limitText(limit, { limits }) {
    switch (limit) {
        case "states":
            return `as many as it may see (${count(limits.states)})`;
        case "time":
            return `when its ${count(limits.time_ms / 1000)} s were over`;
        case "memory":
            return "when it had used all the memory that it may";
        case "model":
            return "where the wrong model cannot go on";
    }
}
/** How the search was done, for those who want to know. */
export function engineText({ states, time_ms, engine }) {
    const how = engine === "compiled" ? "compiled" : "interpreted";
    return `${statesText(states)} in ${seconds(time_ms)}, ${how}`;
}
/** How far a search is, and how fast it goes. */
export function progressText({ states, depth }, time_ms) {
    const speed = time_ms > 0 ? Math.round(states / (time_ms / 1000)) : 0;
    return `${statesText(states)}, ${count(depth)} levels deep, ${count(speed)} states/s`;
}
function seconds(time_ms) {
    return `${(time_ms / 1000).toFixed(1)} s`;
}
function statesText(states) {
    return `${count(states)} ${states === 1 ? "state" : "states"}`;
}
function count(number) {
    return number.toLocaleString("en");
}
//# sourceMappingURL=tell.js.map