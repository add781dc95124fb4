import { shapes } from "../base/shapes.js";
import { mutants } from "../model/mutants.js";
import { simulate } from "../model/simulation.js";
import { actionTaken, initAction, nondetPicks, nullable, picks, } from "./itf-format.js";
import { itfVariables } from "./itf-state.js";
import { plainValue } from "./itf-value.js";
import { parseTrace, TraceFileError } from "./trace-file.js";
import { traceWorld } from "./trace-world.js";
const { object, list, text, oneOf, wrong } = shapes((message) => new TraceFileError(message));
/** Whether a parsed file says that it is an ITF trace. */
export function isItf(json) {
    if (typeof json !== "object" || json === null || !("#meta" in json))
        return false;
    const meta = json["#meta"];
    const format = typeof meta === "object" && meta !== null && "format" in meta ? meta.format : null;
    return format === "ITF" || ("vars" in json && "states" in json);
}
/**
 * Reads an ITF trace of this model as a trace of ours. The events are in the states: the action
 * taken, and what was picked for it.
 *
 * @throws TraceFileError naming the place, what was expected there and what was found
 */
export function parseItf(json) {
    const trace = object(json, "trace");
    const meta = object(trace["#meta"], "#meta");
    const run = meta["kexec-model"];
    if (run === undefined) {
        throw wrong('#meta["kexec-model"]', "the kernel, preset and world of the run", run);
    }
    const states = list(trace["states"], "states");
    const [first, ...others] = states.map((state, i) => object(state, `states[${i}]`));
    if (first === undefined)
        throw wrong("states", "a first state", states);
    oneOf(first[actionTaken], `states[0].${actionTaken}`, [initAction]);
    const { loop } = trace;
    return parseTrace({
        ...object(run, '#meta["kexec-model"]'),
        ...(loop !== undefined && { loop: plainValue(loop) }),
        events: others.map((state, i) => eventOf(state, `states[${i + 1}]`)),
        labels: others.map((state) => labelOf(state)),
    });
}
/**
 * What the states of an ITF trace say that the model does not: the first difference, or null.
 *
 * @param trace what `parseItf` read of it
 */
export function itfDifference(json, trace) {
    const { states } = json; // parseItf has looked at them
    const { world, mutant } = traceWorld(trace);
    const simulation = simulate(world, mutant === null ? {} : mutants[mutant]);
    const { names, of } = itfVariables(simulation);
    let state = simulation.initial;
    for (const [i, said] of states.entries()) {
        const event = trace.events[i - 1];
        const next = event ? simulation.step(state, event) : null;
        if (event && !next)
            return null; // the replay says so
        if (next)
            state = next.state;
        const known = of(state);
        const name = names.find((one) => !sameValue(said[one], known[one]));
        if (name === undefined)
            continue;
        const [theirs, ours] = differing(said[name], known[name], name);
        return `states[${i}]: the file says ${theirs}, the model ${ours}`;
    }
    return null;
}
function eventOf(state, at) {
    const type = text(state[actionTaken], `${at}.${actionTaken}`);
    const picked = object(state[nondetPicks], `${at}.${nondetPicks}`);
    const given = picks.flatMap((name) => {
        const pick = picked[name];
        if (pick === undefined)
            return [];
        const { tag, value } = object(pick, `${at}.${nondetPicks}.${name}`);
        if (oneOf(tag, `${at}.${nondetPicks}.${name}.tag`, ["Some", "None"]) === "None")
            return [];
        const plain = plainValue(value);
        if (plain === null && !nullable.has(name))
            return [];
        return [[name, plain]];
    });
    return { type, ...Object.fromEntries(given) };
}
function labelOf(state) {
    const meta = state["#meta"];
    const label = typeof meta === "object" && meta !== null && "label" in meta ? meta.label : "";
    return typeof label === "string" ? label : "";
}
/** The order of a map's entries and of a record's fields says nothing. */
function sameValue(one, other) {
    return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}
function ordered(value) {
    if (Array.isArray(value))
        return value.map(ordered);
    if (typeof value !== "object" || value === null)
        return value;
    const entries = Object.entries(value).map(([name, field]) => {
        const inner = ordered(field);
        if (name !== "#map" || !Array.isArray(inner))
            return [name, inner];
        const keyed = inner.map((entry) => [JSON.stringify(entry), entry]);
        return [name, keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)];
    });
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** The innermost parts of two values that differ, with the way there. */
function differing(one, other, at) {
    const [mine, yours] = [fieldsOf(one), fieldsOf(other)];
    const name = [...mine.keys(), ...yours.keys()].find((key) => !sameValue(mine.get(key), yours.get(key)));
    if (name === undefined) {
        const spelt = (value) => JSON.stringify(plainValue(value)) ?? "nothing";
        return [`${at} = ${spelt(one)}`, spelt(other)];
    }
    return differing(mine.get(name), yours.get(name), `${at}.${name}`);
}
/** The entries of a map or a record, by their names; a number or a text has none. */
function fieldsOf(value) {
    if (typeof value !== "object" || value === null || "#bigint" in value)
        return new Map();
    if (!("#map" in value))
        return new Map(Object.entries(value));
    const entries = Array.isArray(value["#map"]) ? value["#map"] : [];
    return new Map(entries.flatMap((entry) => Array.isArray(entry) ? [[String(plainValue(entry[0])), entry[1]]] : []));
}
//# sourceMappingURL=itf-read.js.map