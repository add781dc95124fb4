import { checks } from "../../base/checks.js";
import { shapes } from "../../base/shapes.js";
/** A file that holds no baselines; the message says what is wrong. */
export class BaselineError extends Error {
    name = "BaselineError";
}
const FORMAT = "kexec-model check baseline 1";
/** The name of a check among others. */
export function baselineName({ kernel, preset }) {
    return `${kernel} ${preset}`;
}
/** @param worlds the report's, with all that was found in each */
export function baselineOf(report, worlds) {
    const { coverage, properties } = report;
    const violated = properties.filter(({ outcome }) => outcome === "violated");
    return {
        worlds: Object.fromEntries(worlds.map((world) => [world.world, worldBaseline(world)])),
        coverage: {
            transitions: coverage.transitions.length,
            impossible: coverage.declared.length,
            ...covered(coverage.transitions),
            states: coverage.states,
        },
        promises: properties.length - violated.length,
        violated: Object.fromEntries(violated.map(({ name, trace }) => [name, trace?.steps.length ?? 0])),
    };
}
function worldBaseline(world) {
    const { states, transitions, depth, coverage, entered } = world;
    return {
        states,
        steps: transitions,
        depth,
        ...covered(coverage),
        statesEntered: entered.filter((state) => state.entered > 0).length,
    };
}
function covered(transitions) {
    return {
        transitionsTaken: transitions.filter(({ taken }) => taken > 0).length,
        guardsSeenBothWays: transitions.filter(({ guardTrue, guardFalse }) => guardTrue && guardFalse)
            .length,
    };
}
/** What a baseline says otherwise, one line each: where, what it was, what it is. */
export function baselineDifferences(was, is) {
    const worlds = keysOf(was.worlds, is.worlds).flatMap((name) => {
        const [old, now] = [was.worlds[name], is.worlds[name]];
        if (!now)
            return [`world ${name}: there is no such world any more`];
        return old ? numberDifferences(`world ${name}`, old, now) : [`world ${name}: new`];
    });
    const violated = keysOf(was.violated, is.violated).flatMap((name) => {
        const [old, now] = [was.violated[name], is.violated[name]];
        if (now === undefined)
            return [`${name}: was violated, is not`];
        if (old === undefined)
            return [`${name}: was not violated, is after ${now} steps`];
        return old === now ? [] : [`${name}: was violated after ${old} steps, is after ${now}`];
    });
    const all = numberDifferences("all worlds", was.coverage, is.coverage);
    const promises = numberDifferences("properties", holding(was), holding(is));
    return [...worlds, ...all, ...promises, ...violated];
}
function holding({ promises }) {
    return { thatHold: promises };
}
function keysOf(...records) {
    return [...new Set(records.flatMap((record) => Object.keys(record)))];
}
/** `states 71,190, now 71,204 (+14)`: all numbers of one place that differ, in one line. */
function numberDifferences(where, was, is) {
    const names = Object.keys(was); // the object's own keys
    const changed = names.flatMap((name) => {
        const by = is[name] - was[name];
        const sign = by > 0 ? "+" : "";
        const numbers = `${shown(was[name])}, now ${shown(is[name])} (${sign}${shown(by)})`;
        return by === 0 ? [] : [`${inWords(name)} ${numbers}`];
    });
    return changed.length === 0 ? [] : [`${where}: ${changed.join("; ")}`];
}
function shown(value) {
    return value.toLocaleString("en");
}
function inWords(name) {
    return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
/** Baselines as text: JSON, one line a world, so that a change is read line by line. */
export function baselinesText(baselines) {
    const checksText = Object.entries(baselines)
        .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
        .map(([name, baseline]) => `${JSON.stringify(name)}: ${checkText(baseline)}`);
    return `{\n"format": ${JSON.stringify(FORMAT)},\n"checks": {\n${checksText.join(",\n")}\n}\n}\n`;
}
function checkText({ worlds, coverage, promises, violated }) {
    return [
        `{\n"worlds": ${lines(worlds)}`,
        `"coverage": ${JSON.stringify(coverage)}`,
        `"promises": ${promises}`,
        `"violated": ${lines(violated)}\n}`,
    ].join(",\n");
}
function lines(record) {
    const entries = Object.entries(record).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n}`;
}
const baselineShapes = shapes((message) => new BaselineError(message));
const { object, count, oneOf } = baselineShapes;
const { record } = checks(baselineShapes);
const number = (value, at) => {
    count(value, at);
};
const each = (check) => (value, at) => {
    for (const [name, one] of Object.entries(object(value, at)))
        check(one, `${at}["${name}"]`);
};
const checkBaseline = record({
    worlds: each(record({
        states: number,
        steps: number,
        depth: number,
        transitionsTaken: number,
        guardsSeenBothWays: number,
        statesEntered: number,
    })),
    coverage: record({
        transitions: number,
        impossible: number,
        transitionsTaken: number,
        guardsSeenBothWays: number,
        states: number,
    }),
    promises: number,
    violated: each(number),
});
/**
 * Checks that a value is what `baselinesText` wrote.
 *
 * @param json what was parsed from the file
 * @throws BaselineError naming the place, what was expected there and what was found
 */
export function parseBaselines(json) {
    const file = object(json, "file");
    oneOf(file["format"], "file.format", [FORMAT]);
    each(checkBaseline)(file["checks"], "file.checks");
    return file["checks"]; // every field was checked
}
//# sourceMappingURL=baseline.js.map