import { resultOf, returnValue } from "../../../memory/call.js";
import { observablesOf } from "../../../model/observables.js";
import { whyNotOrdinary } from "../ordinary.js";
/** One copy in so many finds memory that cannot be read. */
const COPIES_PER_FAULT = 12;
/** How many calls are begun before the walk gives up: some come to where only a fault goes on. */
const ATTEMPTS = 100;
/** Makes calls of one world. What can happen in a state is remembered: walks come back. */
export function callMaker(simulation) {
    const movesIn = rememberMoves(simulation);
    const tryCall = (state, choose) => {
        const steps = [];
        let before = state;
        let task = null;
        for (;;) {
            const move = chooseMove(movesIn(before, task), choose);
            if (move === null)
                return null;
            steps.push({ ...move.step, index: steps.length });
            before = move.after;
            task = move.task;
            if (move.step.event.type === "sys_exit")
                return { steps, after: before };
        }
    };
    return (state, choose) => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
            const call = tryCall(state, choose);
            if (call !== null)
                return call;
        }
        return null;
    };
}
/** Most of the time nothing goes wrong. */
function chooseMove(moves, choose) {
    const fails = choose(COPIES_PER_FAULT) === 0;
    const wanted = moves.filter(({ step }) => isFault(step.event) === fails);
    const from = wanted.length > 0 ? wanted : moves;
    return from[choose(Math.max(1, from.length))] ?? null;
}
function isFault(event) {
    return "outcome" in event && event.outcome !== "ok";
}
/** More states than that are looked at anew each time. */
const STATES_MAX = 50_000;
/** @returns the moves of a task in its call; where nobody is in one, those that begin one */
function rememberMoves(simulation) {
    const known = new Map();
    let states = 0;
    return (state, task) => {
        const { configuration, context } = state;
        const here = known.get(configuration) ?? new Map();
        known.set(configuration, here);
        const key = Buffer.from(context.mem).toString("latin1");
        const moves = here.get(key) ?? findMoves(simulation, state, task);
        if (!here.has(key) && states < STATES_MAX) {
            here.set(key, moves);
            states += 1;
        }
        return moves;
    };
}
function findMoves(simulation, before, task) {
    const { layout, alphabet, step } = simulation;
    return alphabet(before).flatMap((event) => {
        if (!("task" in event))
            return [];
        if (task === null ? event.type !== "kexec_load" : event.task !== task)
            return [];
        const taken = step(before, event);
        if (taken === null)
            return [];
        const { transitions, state } = taken;
        if (whyNotOrdinary(layout, { event, before, transitions }) !== null)
            return [];
        const result = event.type === "sys_exit"
            ? returnValue(resultOf(layout, before.context.mem, event.task))
            : null;
        const expect = observablesOf(layout, state.context.mem, result);
        const found = { index: 0, event, before, transitions, expect };
        return [{ task: event.task, step: found, after: state }];
    });
}
/** The call as a person reads it, with what goes wrong in it. */
export function callLabel({ label, layout }, steps) {
    const [first] = steps;
    if (first === undefined)
        return "";
    const several = layout.bounds.tasks > 1 && "task" in first.event;
    const who = several ? `task ${first.event.task}: ` : "";
    const fault = steps.find(({ event }) => isFault(event));
    return `${who}${label(first.event)}${fault ? `; ${label(fault.event)}` : ""}`;
}
//# sourceMappingURL=random-call.js.map