import { isLimit } from "../checker/exploration.js";
import { variables } from "../memory/variables.js";
import { checkMachine } from "../xstate/check.js";
import { fingerprintOf } from "../xstate/fingerprint.js";
import { isLiveness } from "../xstate/property.js";
import { changes, eventLabel } from "./describe.js";
import { enteredOnLiteral, literalOf, onLiteral, refusedEvents } from "./literal.js";
import { kexecModel } from "./model.js";
import { savedSearch } from "./saved-search.js";
import { actorsOf } from "./world.js";
/** Explores one world completely and reports what was found, as plain data. */
export function runWorld(run) {
    const began = performance.now();
    const { world, edit, limits, onProgress, statistics = false, checkpoint } = run;
    const { layout, machine, options } = kexecModel(world, edit);
    const asked = { ...options, properties: judgedIn(world, run.properties(layout)) };
    const fingerprint = fingerprintOf(machine, asked, world);
    const saved = checkpoint && savedSearch(identified(checkpoint, fingerprint));
    const result = checkMachine(machine, {
        ...asked,
        variables: variables(layout),
        statistics,
        ...(limits && { limits }),
        ...(onProgress && { onProgress }),
        ...saved?.options,
    });
    const seconds = (performance.now() - began) / 1000;
    const notes = saved?.notes(isLimit(result.incomplete)) ?? [];
    return worldReport({ world, layout }, result, { seconds, notes });
}
/** A checkpoint that only the same model goes on from. */
function identified(checkpoint, fingerprint) {
    return { ...checkpoint, identity: `${checkpoint.identity}, model ${fingerprint}` };
}
/** What was found in a world, as plain data. */
export function worldReport({ world, layout }, result, { seconds, notes }) {
    const literal = literalOf(layout);
    const report = (trace) => trace && traceReport(world, layout, trace);
    return {
        world: world.name,
        purpose: world.purpose,
        bounds: boundsOf(world),
        states: result.states,
        transitions: result.transitions,
        depth: result.depth,
        deadlocks: result.deadlocks,
        deadlock: report(result.deadlock),
        incomplete: result.incomplete,
        seconds,
        statistics: result.statistics,
        notes: [...result.notes, ...notes],
        properties: result.verdicts.map(({ property, outcome, applied, trace }) => ({
            name: property.name,
            outcome,
            applied,
            trace: report(trace),
        })),
        coverage: onLiteral(literal, result.coverage),
        entered: enteredOnLiteral(literal, result.coverage),
        refused: refusedEvents(result.coverage),
    };
}
/**
 * What is judged in a world: claims about somebody who acts there, and liveness where the world says
 * so, since the whole graph is kept for it.
 */
export function judgedIn(world, properties) {
    const actors = actorsOf(world);
    return properties.filter((property) => (property.needs === undefined || actors.has(property.needs)) &&
        (!isLiveness(property) || property.theme === world.liveness));
}
function boundsOf(world) {
    const { bounds, sigkill, sysctl, limits = false, hotplug = false, oops = false } = world;
    const { tasks, frames, crashFrames, listPageWords, tablePages, requests, features } = bounds;
    return {
        tasks,
        frames,
        crashFrames,
        listPageWords,
        tablePages,
        requests: requests.length,
        calls: bounds.calls?.length ?? 0,
        sigkill,
        sysctl,
        limits: limits && features.includes("load-limits"),
        hotplug: hotplug && features.includes("crash-hotplug"),
        oops,
        panic: world.panic ?? "never",
        postNotifiers: bounds.postNotifiers ?? false,
    };
}
function traceReport(world, layout, trace) {
    let { mem } = trace.initial.context;
    const steps = trace.steps.map(({ event, state }) => {
        const before = mem;
        mem = state.context.mem;
        return {
            event,
            label: eventLabel(layout, event),
            states: state.leaves,
            changes: changes(layout, before, mem),
        };
    });
    return { world: world.name, steps, loop: trace.loop };
}
//# sourceMappingURL=run.js.map