import fc from "fast-check";
import { messageOf } from "../base/message.js";
import { frameAt, get, ROLE } from "../memory/layout.js";
import { simulate } from "../model/simulation.js";
import { randomWorld } from "./random-world.js";
import { referenceSystem } from "./reference/system.js";
import { differenceText } from "./system.js";
const STEPS_max = 100;
/** One choice in this many goes wrong, where something can. */
const CHOICES_per_failure = 24;
/** Runs statechart and reference kernel side by side in random worlds, until they differ. */
export function randomConformance(options) {
    const { kernel, runs, seed, path, bugs = {}, shrinks_max = 500 } = options;
    let steps = 0;
    let installed = 0;
    let shrinks = 0;
    // choices first: what comes first is made shorter first
    const property = fc.property(randomChoices(), randomWorld(kernel), (choices, world) => {
        if (shrinks > shrinks_max)
            return true; // the shortest so far will do
        const run = lockstep(world, choices, bugs);
        shrinks += shrinks > 0 || failed(run) ? 1 : 0;
        steps += run.events.length;
        installed += run.installed;
        return !failed(run);
    });
    const details = fc.check(property, {
        numRuns: runs,
        ...(seed !== undefined && { seed }),
        ...(path !== undefined && { path, endOnFailure: true }),
    });
    const counts = { seed: details.seed, path: details.counterexamplePath, steps, installed };
    const effort = `${details.numRuns} runs, ${steps} steps, ${installed} images installed`;
    if (details.counterexample === null) {
        if (details.failed)
            throw new Error(`the random search itself failed: ${details.errorInstance}`);
        const message = `kernel ${kernel} conforms: ${effort}, seed ${details.seed}`;
        return { outcome: "conforms", ...counts, runs: details.numRuns, failure: null, message };
    }
    const [choices, world] = details.counterexample;
    const { installed: _, ...run } = lockstep(world, choices, bugs);
    const failure = { world: worldText(world), ...run };
    return {
        outcome: failure.divergence === null ? "error" : "diverges",
        ...counts,
        runs: details.numRuns,
        failure,
        message: failureText(options, { ...counts, failure }),
    };
}
function failed({ divergence, error }) {
    return divergence !== null || error !== null;
}
/** What is chosen at each step; a choice is taken modulo what there is to choose from. */
function randomChoices() {
    const choice = fc.noShrink(fc.nat({ max: 0xffff }));
    // unbiased: fast-check would prefer short runs, which get nowhere
    return fc.noBias(fc.array(choice, { minLength: 1, maxLength: STEPS_max, size: "max" }));
}
function lockstep(world, choices, bugs) {
    const simulation = simulate(world);
    const events = [];
    const labels = [];
    const run = { events, labels, installed: 0 };
    const system = referenceSystem({ bugs });
    let state = simulation.initial;
    try {
        system.start(world);
        for (const choice of choices) {
            const event = choose(simulation, state, choice);
            const next = event && simulation.step(state, event);
            if (!event || !next)
                continue; // a second signal changes nothing
            const step = events.length;
            const label = labelOf(simulation, event);
            events.push(event);
            labels.push(label);
            const differences = system.perform(event, next.state);
            if (differences.length > 0) {
                return { ...run, divergence: { step, label, differences }, error: null };
            }
            run.installed += event.type === "xchg" ? 1 : 0;
            state = next.state;
        }
    }
    catch (error) {
        return { ...run, divergence: null, error: messageOf(error) };
    }
    return { ...run, divergence: null, error: null };
}
function labelOf({ layout, label }, event) {
    const several = layout.bounds.tasks > 1 && "task" in event;
    return several ? `task ${event.task}: ${label(event)}` : label(event);
}
/** Most of the time nothing goes wrong, or few runs would get far. */
function choose(simulation, state, choice) {
    const all = everyEvent(simulation, state);
    const wanted = all.filter((event) => goesWell(event) === choice % CHOICES_per_failure > 0);
    const from = wanted.length > 0 ? wanted : all;
    return from[Math.floor(choice / CHOICES_per_failure) % from.length] ?? null;
}
function goesWell(event) {
    if ("outcome" in event)
        return event.outcome === "ok";
    if ("frame" in event)
        return event.frame !== null;
    return !["sigkill", "proc_dointvec_minmax", "kexec_limit_handler", "panic", "oops"].includes(event.type);
}
/** The alphabet, with every free frame where the checker is content with one of many. */
function everyEvent(simulation, state) {
    const { layout } = simulation;
    const { mem } = state.context;
    const free = layout.interchangeable.filter((pfn) => get(mem, frameAt(layout, pfn) + ROLE) === 0);
    return simulation.alphabet(state).flatMap((event) => {
        if (!("frame" in event) || event.frame === null)
            return [event];
        if (!layout.interchangeable.includes(event.frame))
            return [event];
        return free.map((frame) => ({ ...event, frame }));
    });
}
function failureText({ kernel, bugs }, { seed, path, failure }) {
    const { world, divergence, error, labels } = failure;
    const what = divergence
        ? divergence.differences.map((difference) => `  ${differenceText(difference)}`)
        : [`  ${error}`];
    const planted = Object.keys(bugs ?? {}).map((bug) => ` --bug ${bug}`);
    return [
        `kernel ${kernel} and the statechart differ after step ${labels.length - 1}, ${labels.at(-1)}`,
        ...what,
        ...world,
        ...labels.map((label, i) => `${String(i).padStart(5)} ${label}`),
        `replay: kexec-model conform --kernel ${kernel} --random 1 --seed=${seed} --path=${path}${planted.join("")}`,
    ].join("\n");
}
function worldText({ bounds }) {
    const { requests, features: _, ...sizes } = bounds;
    const text = (value) => JSON.stringify(value, (_key, each) => typeof each === "bigint" ? `0x${each.toString(16)}` : each);
    return [`world ${text(sizes)}`, ...requests.map((request) => `  ${text(request)}`)];
}
//# sourceMappingURL=random.js.map