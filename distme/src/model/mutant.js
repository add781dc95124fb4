import { not } from "xstate";
/**
 * The operators below change one transition, named as in coverage reports: the path of its state,
 * the event type (`always` for none) and its position, `"call.admitted kexec_trylock 0"`.
 *
 * @throws RangeError when there is no such transition: the mutant is out of date
 */
export function remove(place) {
    return (literal) => {
        edit(place, (list, at) => list.splice(at, 1))(literal);
        const [path = "", eventType = ""] = place.split(" ");
        const { on } = nodeAt(literal, path);
        // a state that has no transition for an event does not handle it
        if (on && [on[eventType] ?? "none"].flat().length === 0)
            delete on[eventType];
    };
}
/** Exchanges a transition and the next one, so that the later guard is asked first. */
export function exchangeWithNext(place) {
    return edit(place, (list, at) => {
        const [first, second] = list.slice(at, at + 2);
        if (!first || !second)
            throw new RangeError(`"${place}" has no next transition`);
        list.splice(at, 2, second, first);
    });
}
export function negateGuard(place) {
    return edit(place, (list, at, transition) => {
        // the guard is a reference by name; `not` wants one typed by a setup
        list[at] = { ...transition, guard: not(transition.guard) };
    });
}
export function dropGuard(place) {
    return edit(place, (list, at, { guard: _, ...rest }) => {
        list[at] = rest;
    });
}
export function setGuard(place, guard) {
    return edit(place, (list, at, transition) => {
        list[at] = { ...transition, guard };
    });
}
export function retarget(place, target) {
    return edit(place, (list, at, transition) => {
        list[at] = { ...transition, target };
    });
}
/** Retargets to a state by its path in the literals, wherever it stands. */
export function retargetTo(place, path) {
    return (literal) => {
        const node = nodeAt(literal, path);
        node.id ??= "retargeted";
        retarget(place, `#${node.id}`)(literal);
    };
}
export function setActions(place, ...actions) {
    return edit(place, (list, at, transition) => {
        list[at] = { ...transition, actions };
    });
}
/** Drops one action by its name. */
export function dropAction(place, name) {
    return edit(place, (list, at, transition) => {
        const actions = [transition.actions ?? []].flat();
        const kept = actions.filter((action) => nameOf(action) !== name);
        if (kept.length === actions.length)
            throw new RangeError(`"${place}" has no action ${name}`);
        list[at] = { ...transition, actions: kept };
    });
}
/** Drops one action by its position. */
export function dropActionAt(place, at) {
    return editActions(place, (actions) => actions.splice(at, 1));
}
/** Exchanges an action and the next one. */
export function exchangeActions(place, at) {
    return editActions(place, (actions) => {
        const [first, second] = actions.slice(at, at + 2);
        actions.splice(at, 2, second, first);
    });
}
/** Gives other params to one action. */
export function setParams(place, at, params) {
    return editActions(place, (actions) => {
        actions[at] = { type: nameOf(actions[at]), params };
    });
}
function editActions(place, change) {
    return edit(place, (list, at, transition) => {
        const actions = [transition.actions ?? []].flat();
        change(actions);
        list[at] = { ...transition, actions };
    });
}
function nameOf(action) {
    return typeof action === "object" && action !== null && "type" in action ? action.type : action;
}
function edit(place, change) {
    return (literal) => {
        const [path = "", eventType = "", position = "none"] = place.split(" ");
        const list = transitionsAt(literal, path, eventType);
        const transition = list[Number(position)];
        if (!transition)
            throw new RangeError(`there is no transition "${place}"`);
        change(list, Number(position), transition);
    };
}
/** A state node of a chart by its path. */
function nodeAt(literal, path) {
    return path.split(".").reduce((node, key) => {
        const child = node.states?.[key];
        if (!child)
            throw new RangeError(`there is no state "${path}"`);
        return child;
    }, literal);
}
/** The transitions of one node for one event type, as a list that can be changed. */
function transitionsAt(literal, path, eventType) {
    const node = nodeAt(literal, path);
    if (eventType === "always") {
        const always = [node.always ?? []].flat();
        node.always = always;
        return always;
    }
    const list = [node.on?.[eventType] ?? []].flat();
    if (node.on)
        node.on[eventType] = list;
    return list;
}
//# sourceMappingURL=mutant.js.map