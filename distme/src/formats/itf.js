import { kexecProperties } from "../../properties/index.js";
import { assert } from "../base/assert.js";
import { mutants } from "../model/mutants.js";
import { simulate } from "../model/simulation.js";
import { actionTaken, initAction, nondetPicks, nullable, picks, } from "./itf-format.js";
import { itfVariables } from "./itf-state.js";
import { integer, none, some } from "./itf-value.js";
import { traceWorld } from "./trace-world.js";
/**
 * Takes the steps of a trace and writes down every state on its way.
 *
 * @throws RangeError when the model does not take one of the steps: none of a trace that was found
 */
export function itfOf(trace) {
    const { events, labels, loop, ...run } = trace;
    const { world, mutant } = traceWorld(trace);
    const simulation = simulate(world, mutant === null ? {} : mutants[mutant]);
    const { names, of } = itfVariables(simulation);
    let state = simulation.initial;
    const states = [itfState({ index: 0 }, null, of(state))];
    for (const [i, event] of events.entries()) {
        const next = simulation.step(state, event);
        if (!next)
            throw new RangeError(`step ${i + 1}: the statechart does not take ${event.type} here`);
        state = next.state;
        states.push(itfState({ index: i + 1, label: labels[i] ?? "" }, event, of(state)));
    }
    const { kernel, preset, property } = trace;
    const known = kexecProperties(simulation.layout).find(({ name }) => name === property);
    const isBad = property !== "" && known?.kind !== "sometimes";
    const of_mutant = mutant === null ? "" : `, mutant ${mutant}`;
    return {
        "#meta": {
            format: "ITF",
            "format-description": "https://apalache-mc.org/docs/adr/015adr-trace.html",
            source: `kernel ${kernel}, preset ${preset}, world ${world.name}${of_mutant}`,
            status: isBad ? "violation" : "ok",
            description: known ? `${property}: ${known.statement}` : property,
            "kexec-model": run,
        },
        vars: [...names, actionTaken, nondetPicks],
        states,
        ...(loop !== undefined && { loop }),
    };
}
/** An ITF trace as text, one line a state, so that two of them are compared line by line. */
export function itfText(trace) {
    const { "#meta": meta, vars, states, loop } = itfOf(trace);
    const lines = [
        `"#meta": ${JSON.stringify(meta, null, 2)}`,
        `"vars": ${JSON.stringify(vars)}`,
        ...(loop === undefined ? [] : [`"loop": ${loop}`]),
        `"states": [\n${states.map((state) => JSON.stringify(state)).join(",\n")}\n]`,
    ];
    return `{\n${lines.join(",\n")}\n}\n`;
}
function itfState(meta, event, variables) {
    const state = {
        "#meta": meta,
        ...variables,
        [actionTaken]: event?.type ?? initAction,
        [nondetPicks]: picksOf(event),
    };
    return state; // but for its remarks, which are plain JSON
}
function picksOf(event) {
    const carried = new Map(Object.entries(event ?? {}));
    return Object.fromEntries(picks.map((name) => {
        if (!carried.has(name))
            return [name, none];
        const value = carried.get(name);
        if (!nullable.has(name))
            return [name, some(pickOf(value))];
        return [name, some(value === null ? none : some(pickOf(value)))];
    }));
}
function pickOf(value) {
    if (typeof value === "number")
        return integer(value);
    assert(typeof value === "string" || typeof value === "boolean", "an event of numbers and names");
    return value;
}
//# sourceMappingURL=itf.js.map