import { expectedToHold } from "./property.js";
/** Whether a verdict is what its property expects: a promise holds, a known weakness does not. */
export function isAsExpected({ property, outcome }) {
    if (!expectedToHold(property))
        return outcome === "violated";
    return outcome === "holds" || outcome === "witnessed";
}
/** Tells a trace step by step: each event, and only what it changed. */
export function toldTrace(trace) {
    const { initial, steps, loop } = trace;
    return {
        start: [initial.leaves.join(", ") || "the machine", ...fieldsOf(initial.context)],
        steps: steps.map(({ event, state }, i) => ({
            label: eventText(event),
            changes: changesBetween(steps[i - 1]?.state ?? initial, state),
        })),
        loop,
    };
}
/**
 * A trace as text, one line a step.
 *
 * @example
 * //   start   idle; credit 0
 * //     1  coin {"value":2}: idle -> ready; credit 0 -> 2
 * //   ... and nothing happens any more
 */
export function traceText(trace) {
    const { start, steps, loop } = toldTrace(trace);
    const lines = steps.map(({ label, changes }, i) => `  ${String(i + 1).padStart(3)}  ${[label, ...[changes.join("; ") || []].flat()].join(": ")}`);
    const end = endText(loop, steps.length);
    return [`  start  ${start.join("; ")}`, ...lines, ...(end === null ? [] : [`  ${end}`])].join("\n");
}
/** How a run goes on that does not end; null for one that does. */
export function endText(loop, steps) {
    if (loop === null)
        return null;
    if (loop === steps)
        return "... and nothing happens any more";
    const which = loop + 1 === steps ? `step ${steps} repeats` : `steps ${loop + 1} to ${steps} repeat`;
    return `... and ${which} for ever`;
}
function eventText(event) {
    const { type, ...payload } = event;
    return Object.keys(payload).length === 0 ? type : `${type} ${JSON.stringify(payload)}`;
}
function changesBetween(before, after) {
    const left = before.leaves.filter((path) => !after.leaves.includes(path));
    const entered = after.leaves.filter((path) => !before.leaves.includes(path));
    const moved = left.length + entered.length === 0 ? [] : [`${list(left)} -> ${list(entered)}`];
    return [...moved, ...contextChanges({ name: "", before: before.context, after: after.context })];
}
function list(paths) {
    return paths.join(", ") || "(none)";
}
/** What differs, as deep as objects go: `user.name "a" -> "b"`. */
function contextChanges({ name, before, after }) {
    if (isRecord(before) && isRecord(after)) {
        const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
        return [...keys].flatMap((key) => {
            const path = name === "" ? key : `${name}.${key}`;
            return contextChanges({ name: path, before: before[key], after: after[key] });
        });
    }
    const [was, is] = [valueText(before), valueText(after)];
    return was === is ? [] : [`${name || "context"} ${was} -> ${is}`];
}
function fieldsOf(context) {
    if (!isRecord(context))
        return context === undefined ? [] : [valueText(context)];
    return Object.entries(context).map(([name, value]) => `${name} ${valueText(value)}`);
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !isList(value);
}
function isList(value) {
    return Array.isArray(value) || ArrayBuffer.isView(value);
}
/** Typed arrays as the list of their numbers; what is not there as `none`. */
function valueText(value) {
    if (value === undefined)
        return "none";
    return ArrayBuffer.isView(value) ? `[${String(value)}]` : JSON.stringify(value);
}
//# sourceMappingURL=told.js.map