import { allocators, pageTakers, probes } from "./probes.js";
const probeOf = new Map(probes.map((probe) => [probe.name, probe]));
/** Finds out which function calls which. */
export function nestCalls(events) {
    const placed = [];
    const open = [];
    for (const [index, event] of events.entries()) {
        const why = faultOf(event, open);
        if (why !== null)
            return { placed, fault: { index, why } };
        if (event.kind === "return")
            open.pop();
        placed.push({ index, event, caller: open.at(-1) ?? null });
        if (event.kind === "enter" && probeOf.get(event.function)?.returns)
            open.push(event.function);
    }
    const left = open.at(-1);
    if (left === undefined)
        return { placed, fault: null };
    return { placed, fault: { index: events.length, why: `${left} does not return` } };
}
/** Everybody calls the page allocator: leaves out what it does for others than kexec. */
export function withoutForeignPages(events) {
    const open = [];
    let foreign = 0; // calls of the page allocator that are somebody else's and have not returned
    return events.filter(({ kind, function: name }) => {
        if (allocators.includes(name)) {
            const isOurs = foreign === 0 && pageTakers.includes(open.at(-1) ?? "");
            const isForeign = kind === "enter" ? !isOurs : foreign > 0;
            if (isForeign)
                foreign += kind === "enter" ? 1 : -1;
            if (isForeign)
                return false;
        }
        if (kind === "return")
            open.pop();
        else if (probeOf.get(name)?.returns)
            open.push(name);
        return true;
    });
}
/** Why an event cannot be where it is, or null. */
function faultOf(event, open) {
    const inside = open.at(-1) ?? null;
    const where = inside === null ? "outside of every recorded function" : `in ${inside}`;
    if (event.kind === "return") {
        return event.function === inside ? null : `${event.function} returns ${where}`;
    }
    const callers = probeOf.get(event.function)?.callers ?? [];
    const isLegal = inside === null ? callers.length === 0 : callers.includes(inside);
    return isLegal ? null : `${event.function} is called ${where}`;
}
//# sourceMappingURL=call-nesting.js.map