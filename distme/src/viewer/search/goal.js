import { tasksOf } from "../../../properties/state.js";
import { errnos } from "../../kernel/errno.js";
import { resultOf } from "../../memory/call.js";
import { taskRegion } from "../../model/compose.js";
import { isLiveness } from "../../xstate/property.js";
import { askPredicate, predicates, } from "./predicates.js";
/** A goal that means nothing in the model that is to be searched. The message says why. */
export class GoalError extends Error {
    name = "GoalError";
}
/** Shown in messages of the search, never to be mistaken for a property of the model. */
const name = "goal of a search";
/**
 * The goal as a property that a search finds: a `sometimes`, or where a condition is about a step one
 * that the step breaks.
 *
 * @throws GoalError for a goal that says nothing, or speaks of what is not there
 */
export function goalProperty(scope, goal) {
    if (goal.length === 0)
        throw new GoalError("expected at least one condition, got none");
    const questions = goal.map((condition) => negated(questionOf(scope, condition), condition.not));
    const claim = {
        name,
        statement: goal.map(conditionText).join(", and "),
        tellsMembersApart: goal.some((condition) => tellsMembersApart(scope, condition)),
    };
    const ofStates = questions.flatMap((one) => (one.of === "state" ? [one.ask] : []));
    const ofSteps = questions.flatMap((one) => (one.of === "step" ? [one.ask] : []));
    const met = (state) => ofStates.every((ask) => ask(state));
    if (ofSteps.length === 0)
        return { kind: "sometimes", ...claim, holds: met };
    return {
        kind: "alwaysStep",
        ...claim,
        // what is looked for is no promise: the search goes on behind other steps
        expect: { kind: "weakness", reason: "it is looked for" },
        holds: (step) => !(ofSteps.every((ask) => ask(step)) && met(step.after)),
    };
}
function negated(question, not) {
    if (!not)
        return question;
    if (question.of === "state")
        return { of: "state", ask: (state) => !question.ask(state) };
    return { of: "step", ask: (step) => !question.ask(step) };
}
function questionOf(scope, wanted) {
    const { layout } = scope;
    switch (wanted.kind) {
        case "state":
            return { of: "state", ask: inState(scope, wanted) };
        case "property-broken":
            return broken(propertyNamed(scope, wanted.name));
        case "property-witnessed":
            return witnessed(propertyNamed(scope, wanted.name));
        case "predicate": {
            const predicate = predicates[wanted.name];
            refuseTask(scope, wanted.task);
            return { of: "state", ask: askPredicate(predicate, layout, wanted.task) };
        }
        case "result": {
            refuseTask(scope, wanted.task);
            const asked = wanted.task === null ? tasksOf(layout) : [wanted.task];
            const errno = errnos[wanted.errno];
            return {
                of: "state",
                ask: ({ context: { mem } }) => asked.some((task) => resultOf(layout, mem, task) === errno),
            };
        }
    }
}
/** The paths that a state of the literals has in the composed machine. */
function inState({ layout, paths }, { path, task }) {
    const inTasks = tasksOf(layout).map((one) => `${taskRegion(one)}.${path}`);
    const all = task === null ? [path, `running.${path}`, ...inTasks] : [inTasks[task] ?? ""];
    const asked = all.filter((one) => paths.has(one));
    if (asked.length === 0) {
        const where = task === null ? "" : ` of task ${task}`;
        throw new GoalError(`expected a state${where} of this model, got "${path}"`);
    }
    return ({ configuration }) => asked.some((one) => configuration.has(one));
}
function propertyNamed({ properties }, wanted) {
    const property = properties.find((one) => one.name === wanted);
    if (!property)
        throw new GoalError(`expected a property of this model, got "${wanted}"`);
    return property;
}
/** Why a property cannot be looked for; null when it can. */
export function excluded(property) {
    if (!isLiveness(property))
        return null;
    return "it speaks of what happens in the end: no single state or step breaks it";
}
function broken(property) {
    if (isLiveness(property))
        throw new GoalError(`${property.name}: ${excluded(property)}`);
    if (property.kind === "sometimes") {
        throw new GoalError(`${property.name} wants to be seen: no state breaks it`);
    }
    if (property.kind === "always") {
        const { when, holds } = property;
        return { of: "state", ask: (state) => (when?.(state) ?? true) && !holds(state) };
    }
    const { events, when, holds } = property;
    const concerned = events && new Set(events);
    return {
        of: "step",
        ask: (step) => (concerned?.has(step.event.type) ?? true) && (when?.(step) ?? true) && !holds(step),
    };
}
function witnessed(property) {
    if (property.kind === "sometimes")
        return { of: "state", ask: property.holds };
    throw new GoalError(`${property.name} is a promise: only a \`sometimes\` is seen`);
}
function refuseTask({ layout }, task) {
    if (task === null || tasksOf(layout).includes(task))
        return;
    throw new GoalError(`expected one of ${layout.bounds.tasks} tasks, got task ${task}`);
}
/** With a task named, tasks that change places are not alike any more. */
function tellsMembersApart({ properties }, wanted) {
    if ("task" in wanted)
        return wanted.task !== null;
    const property = properties.find((one) => one.name === wanted.name);
    return property?.tellsMembersApart === true;
}
/** The condition as a person reads it. */
export function conditionText(condition) {
    const text = wantedText(condition);
    return condition.not ? `not: ${text}` : text;
}
export function wantedText(wanted) {
    switch (wanted.kind) {
        case "state":
            return wanted.task === null
                ? `${wanted.path} is active`
                : `task ${wanted.task} is in ${wanted.path}`;
        case "property-broken":
            return `${wanted.name} is violated`;
        case "property-witnessed":
            return `${wanted.name} is seen`;
        case "predicate": {
            const { about, text } = predicates[wanted.name];
            return about === "machine" ? text : `${who(wanted.task)} ${text}`;
        }
        case "result":
            return `the call of ${who(wanted.task)} is about to return -${wanted.errno}`;
    }
}
function who(task) {
    return task === null ? "some task" : `task ${task}`;
}
//# sourceMappingURL=goal.js.map