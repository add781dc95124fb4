import { ModelError } from "../checker/errors.js";
import { isLimit, } from "../checker/exploration.js";
import { explore } from "../checker/explore.js";
import { ReplayError } from "../checker/trace.js";
import { propertyError } from "./advice.js";
import { compileMachine } from "./compile/compiled.js";
import { MachineError, OrderOfEntryError, UnsupportedError } from "./errors.js";
import { explosionOf } from "./explosion.js";
import { interpret } from "./interpreter.js";
import { livenessVerdicts, markOf } from "./liveness.js";
import { expectedToHold, isLiveness, } from "./property.js";
import { safetyVerdict, traceOf } from "./verdict.js";
/**
 * Explores every reachable state of an XState v5 machine and judges its properties.
 *
 * The search is breadth first, exhaustive and exact: states are compared without hashing loss,
 * traces are shortest, and a limit that is hit gives `unknown`, never `holds`.
 *
 * @example
 * const light = createMachine({
 *   initial: "red",
 *   states: { red: { on: { GO: "green" } }, green: { on: { STOP: "red" } } },
 * });
 * checkMachine(light, { events: [{ type: "GO" }, { type: "STOP" }] }).states; // 2
 *
 * @throws MachineError for a machine, event, guard or action that cannot be checked; the message
 *   names the state and the event
 */
export function checkMachine(machine, options) {
    try {
        return checkPrepared(prepare(machine, options));
    }
    catch (error) {
        return checkPrepared(interpretInstead(machine, options, error));
    }
}
function checkPrepared(prepared) {
    const { options } = prepared;
    const explored = run(prepared.model, prepared.used);
    const live = (options.properties ?? []).filter(isLiveness);
    return resultOf(prepared, explored, judgedLive(live, explored, prepared.model));
}
function judgedLive(...asked) {
    try {
        return livenessVerdicts(...asked);
    }
    catch (error) {
        throw machineError(error); // a symmetry that is none shows when a run is replayed
    }
}
export function prepare(machine, options) {
    refuseDuplicates(options.properties ?? []);
    const { used, notes } = usableSymmetry(options);
    return { options, used, notes, model: modelOf(machine, used) };
}
/** Puts together what a search found. */
export function resultOf({ options, notes, model }, explored, judged) {
    const { states, transitions, depth, levels, incomplete, deadlocks, bytes } = explored;
    const limited = isLimit(incomplete);
    const shown = options.deadlock === false ? null : explored.deadlock;
    return {
        states,
        transitions,
        depth,
        levels,
        verdicts: (options.properties ?? []).map((property) => judged.find((one) => one.property === property) ?? safetyVerdict(property, explored, model)),
        deadlocks: options.deadlock === false ? 0 : deadlocks,
        deadlock: shown && traceOf(shown, model),
        coverage: model.coverage(),
        incomplete,
        growth: limited && model.codec.kind === "interned" ? model.codec.growth() : null,
        statistics: limited || options.statistics ? explosionOf(model, explored, options.variables) : null,
        engine: model.engine,
        notes,
        bytes,
    };
}
/** The machine compiled, or interpreted by XState where it cannot be or must not be. */
export function modelOf(machine, options) {
    refuseTwoStarts(options);
    if (options.engine === "interpreter")
        return interpret(machine, options);
    try {
        return compileMachine(machine, options);
    }
    catch (error) {
        if (!(error instanceof UnsupportedError) || options.engine === "compiled")
            throw error;
        if (options.symmetry)
            throw error; // only the compiled engine knows regions
        return interpret(machine, options, error.message);
    }
}
/**
 * The same search once more with XState's own steps, when the compiled ones came to what they do not
 * know.
 *
 * @param error what ended the first search
 * @throws the error itself, when it is another one, or no other engine will do
 */
export function interpretInstead(machine, options, error) {
    const why = orderOfEntryIn(error);
    const bound = options.engine === "compiled" || options.symmetry || options.onCheckpoint;
    if (why === null || bound || options.resume)
        throw error;
    return { options, used: options, notes: [], model: interpret(machine, options, why.message) };
}
function orderOfEntryIn(error) {
    for (let at = error; at instanceof Error; at = at.cause) {
        if (at instanceof OrderOfEntryError)
            return at;
    }
    return null;
}
/** A search has one beginning; and a checkpoint does not say which it was. */
function refuseTwoStarts(options) {
    if (!options.from)
        return;
    const other = ["inputs", "resume", "onCheckpoint"].find((name) => options[name]);
    if (other)
        throw new MachineError(`expected \`from\` alone, got it together with \`${other}\``);
}
/** Leaves out the symmetry of members where a property tells them apart. */
function usableSymmetry(options) {
    const { symmetry, ...rest } = options;
    const apart = (options.properties ?? []).find((property) => property.tellsMembersApart || isLiveness(property));
    if (!symmetry || !apart)
        return { used: options, notes: [] };
    const why = isLiveness(apart) ? "fairness tells members apart" : "it tells members apart";
    return { used: rest, notes: [`the symmetry of members is not used: ${apart.name} (${why})`] };
}
function run(machine, options) {
    const properties = options.properties ?? [];
    const { limits, onProgress, resume, onCheckpoint } = options;
    if (resume || onCheckpoint)
        refuseUnsaved(machine, options);
    const { references } = machine.codec;
    try {
        return explore(references ? { ...machine.model, references } : machine.model, {
            checks: checksOf(properties),
            marks: properties.filter(isLiveness).map((property) => markOf(property)),
            ...(limits && { limits }),
            ...(onProgress && { onProgress }),
            ...(resume && { resume }),
            ...(onCheckpoint && { onCheckpoint }),
            onExplored: machine.stopCounting,
        });
    }
    catch (error) {
        throw machineError(error);
    }
}
/** Only numbers that a checkpoint holds, too, mean the same when the search goes on. */
function refuseUnsaved({ engine }, { symmetry }) {
    if (engine.steps === "interpreter") {
        const why = engine.why ?? "the interpreter was asked for";
        throw new MachineError(`expected a compiled machine for a checkpoint: ${why}`);
    }
    if (symmetry?.permute && engine.contexts === "interned") {
        // which of the contexts of a class came first decides which one stands for it
        throw new MachineError("expected a context that is a layout, for a checkpoint with `permute`");
    }
}
/** What a search threw, as a user of the machine reads it. */
export function machineError(error) {
    if (error instanceof ReplayError)
        return new MachineError(error.message, { cause: error });
    if (!(error instanceof ModelError))
        return error;
    return new MachineError(`${error.message}${wayTo(error.path)}`, { cause: error });
}
/** The properties of states and steps, as the engine evaluates them. */
export function checksOf(properties) {
    return properties.filter(isSafety).map((property) => checkOf(property));
}
function wayTo(path) {
    if (!path)
        return "";
    const way = path.steps.map(({ action }) => JSON.stringify(action)).join(" ");
    return `\nreached by: ${way || "the initial state"}`;
}
function isSafety(property) {
    return !isLiveness(property);
}
/** Verdicts are found by name, so that two properties of one name would share a verdict. */
function refuseDuplicates(properties) {
    const seen = new Set();
    for (const { name } of properties) {
        if (seen.has(name)) {
            throw new MachineError(`expected properties with different names, got "${name}" twice`);
        }
        seen.add(name);
    }
}
/** A property over states and events, as the engine evaluates it. */
function checkOf(property) {
    const { name } = property;
    const continues = property.kind === "sometimes" || !expectedToHold(property);
    if (property.kind === "alwaysStep") {
        const { events } = property;
        return {
            kind: "alwaysStep",
            name,
            continues,
            judge: (step) => judge(step, property),
            ...(events && { concerns: ({ type }) => events.includes(type) }),
        };
    }
    return { kind: property.kind, name, continues, judge: (state) => judge(state, property) };
}
function judge(subject, { name, when, holds }) {
    try {
        if (when && !when(subject))
            return "none";
        return holds(subject) ? "good" : "bad";
    }
    catch (error) {
        throw propertyError(name, error);
    }
}
//# sourceMappingURL=check.js.map