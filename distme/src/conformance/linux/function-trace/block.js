import { errnos } from "../../../kernel/errno.js";
import { taskOfPath } from "../../../model/compose.js";
import { elsewhere } from "./expectation.js";
import { eventText } from "./kernel-events.js";
import { silentSteps } from "./silent-steps.js";
import { leafOf } from "./tracked.js";
/** Why a trace leaves the statechart, in one line. */
export function blockText({ index, event, refusals }) {
    const reasons = refusals.map(({ state, why, guards }) => {
        const asked = guards.map(({ guard, said }) => `${guard}: ${said}`);
        return `in ${state}: ${why}${asked.length > 0 ? ` (${asked.join(", ")})` : ""}`;
    });
    return `event ${index + 1}, ${event}: ${reasons.join("; ")}`;
}
/** Finds out why no state can follow. */
export function blockOf(simulation, blocked) {
    const { watched, index, sight, reached, expected } = blocked;
    const event = watched.trace.events[index];
    const refusals = reached.flatMap((tracked) => expected.map((each) => refusalOf(simulation, { watched, tracked, expected: each })));
    return {
        index,
        event: event ? eventText(event) : "the end of the trace",
        refusals: theTelling(refusals),
        isAstray: sight.kind === "astray",
        allowed: allowed(simulation, watched, reached),
    };
}
/** Refusals of states that have to do with the event; if there are none, where the model is. */
function theTelling(refusals) {
    const isAside = ({ why, state }) => why === elsewhere(state);
    const telling = refusals.filter((refusal) => !isAside(refusal));
    const kept = telling.length > 0 ? telling : refusals;
    return [...new Map(kept.map((one) => [JSON.stringify(one), one])).values()];
}
function refusalOf(simulation, question) {
    const { watched, tracked, expected } = question;
    const state = leafOf(tracked, watched.trace.task);
    if (expected.kind === "place") {
        return { state, why: expected.differs(tracked) ?? elsewhere(state), guards: [] };
    }
    if (definitionsOf(question.tracked, expected.type, watched.trace.task).length === 0) {
        return { state, why: elsewhere(state), guards: [] };
    }
    return refusedStep(simulation, { watched, tracked, expected });
}
function refusedStep({ alphabet, step }, { watched, tracked, expected }) {
    const { task } = watched.trace;
    const state = leafOf(tracked, task);
    const definitions = definitionsOf(tracked, expected.type, task);
    const choose = expected.choose(tracked);
    if (typeof choose === "string")
        return { state, why: choose, guards: [] };
    const event = alphabet(tracked.state).find((one) => one.type === expected.type && choose(one));
    if (event === undefined) {
        return { state, why: `no ${expected.type} ends like this there`, guards: [] };
    }
    const taken = step(tracked.state, event);
    if (taken === null) {
        const guards = definitions.map((one) => ({ guard: guardOf(one), said: "no" }));
        return { state, why: `no guard of ${expected.type} says yes`, guards };
    }
    const key = taken.transitions.find((one) => one.includes(` ${expected.type} `));
    const position = Number(key?.split(" ").at(-1) ?? -1);
    const asked = definitions.slice(0, position + 1).map((one, i) => ({
        guard: guardOf(one),
        said: i === position ? "yes" : "no",
        errno: errnoOf(one),
    }));
    const wanted = expected.result;
    const telling = wanted === null ? [] : asked.filter(({ errno, said }) => said === "yes" || errno === -wanted);
    return {
        state,
        why: expected.differs(taken, tracked) ?? "the statechart takes another step",
        guards: (telling.length > 0 ? telling : asked).map(({ guard, said }) => ({ guard, said })),
    };
}
function definitionsOf({ state }, type, task) {
    const nodes = state.configuration.handlers.get(type) ?? [];
    return nodes
        .filter(({ path }) => taskOfPath(path) === task)
        .flatMap(({ node }) => node.transitions.get(type) ?? []);
}
/** The name of the literal's guard: the composition asks first whose event it is. */
function guardOf({ guard }) {
    const parts = typeof guard === "function" && "guards" in guard ? guard.guards : undefined;
    const own = Array.isArray(parts) ? parts.at(-1) : undefined;
    if (typeof own === "string")
        return own;
    const type = typeof own === "object" && own !== null && "type" in own ? own.type : null;
    return typeof type === "string" ? type : "otherwise";
}
/** The error number that a transition gives to the call, or null. */
function errnoOf({ actions }) {
    for (const action of actions) {
        const params = typeof action === "object" && "params" in action ? action.params : undefined;
        if (typeof params !== "object" || params === null || !("errno" in params))
            continue;
        const { errno } = params;
        const known = Object.entries(errnos).find(([name]) => name === errno);
        if (known)
            return known[1];
    }
    return null;
}
/** The steps of the task that leave a sight, and that the statechart can take. */
function allowed(simulation, { trace }, reached) {
    const labels = reached.flatMap((tracked) => {
        const silent = new Set(silentSteps(simulation, trace, tracked).flatMap(({ transitions }) => transitions));
        return simulation.alphabet(tracked.state).flatMap((event) => {
            if (!("task" in event) || event.task !== trace.task || fates.has(event.type))
                return [];
            const taken = simulation.step(tracked.state, event);
            if (taken === null || taken.transitions.every((key) => silent.has(key)))
                return [];
            return [simulation.label(event)];
        });
    });
    return [...new Set(labels)];
}
/** What happens to a task; it does not do it. */
const fates = new Set(["sigkill", "oops"]);
//# sourceMappingURL=block.js.map