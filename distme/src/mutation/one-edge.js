import { errnos } from "../kernel/errno.js";
import { dropActionAt, dropGuard, exchangeActions, exchangeWithNext, negateGuard, remove, retargetTo, setParams, } from "../model/mutant.js";
import { listsOf, nodesOf, normalExit, siblings, targetNode } from "./targets.js";
/** What one edge of the statechart can have wrong. */
export const operators = {
    "delete-transition": "the transition is not there",
    "drop-guard": "its guard is not asked",
    "negate-guard": "its guard says the opposite",
    "exchange-transitions": "the next transition is asked first",
    "next-sibling": "it goes to the state behind its target",
    "previous-sibling": "it goes to the state before its target",
    "normal-exit": "it goes to where the call leaves",
    "drop-action": "an action is left out",
    "exchange-actions": "two actions change places",
    "change-errno": "another error is returned",
    "change-use": "a page is taken for another use",
};
/**
 * Every one-edge mutant of the statechart.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export function oneEdgeMutants(literal) {
    return nodesOf(literal).flatMap((source) => listsOf(source.node).flatMap(([eventType, list]) => list.flatMap((transition, position) => {
        const place = `${source.path} ${eventType} ${position}`;
        const next = list[position + 1];
        return [
            ...guardMutants(place, transition, next !== undefined),
            ...targetMutants(literal, source, { place, transition }),
            ...actionMutants(place, transition),
        ];
    })));
}
function mutant(operator, place, chart, detail = "") {
    const what = detail === "" ? "" : ` (${detail})`;
    return {
        id: `${operator} ${place}${what}`,
        operator,
        place,
        breaks: `${operators[operator]}${detail === "" ? "" : `: ${detail}`}`,
        chart,
    };
}
function guardMutants(place, { guard }, hasNext) {
    return [
        mutant("delete-transition", place, remove(place)),
        ...(guard === undefined
            ? []
            : [
                mutant("drop-guard", place, dropGuard(place)),
                mutant("negate-guard", place, negateGuard(place)),
            ]),
        ...(hasNext ? [mutant("exchange-transitions", place, exchangeWithNext(place))] : []),
    ];
}
function targetMutants(literal, source, { place, transition }) {
    if (transition.target === undefined)
        return [];
    const target = targetNode(literal, source, transition.target);
    const exit = normalExit(literal, source);
    const near = siblings(literal, target).map((sibling) => [isBehind(sibling, target) ? "next-sibling" : "previous-sibling", sibling]);
    const leaves = exit && exit.path !== target.path && exit.path !== source.path;
    const away = leaves ? [["normal-exit", exit]] : [];
    const seen = new Set();
    return [...near, ...away].flatMap(([operator, { path }]) => {
        if (seen.has(path))
            return [];
        seen.add(path);
        return [mutant(operator, place, retargetTo(place, path), path)];
    });
}
function isBehind(sibling, { parent, path }) {
    const keys = Object.keys(parent?.node.states ?? {});
    const at = (one) => keys.indexOf(one.split(".").at(-1) ?? "");
    return at(sibling.path) > at(path);
}
function actionMutants(place, { actions = [] }) {
    const list = [actions].flat();
    return list.flatMap((action, at) => {
        const name = nameOf(action);
        const next = list[at + 1];
        return [
            mutant("drop-action", place, dropActionAt(place, at), name),
            ...(next === undefined
                ? []
                : [
                    mutant("exchange-actions", place, exchangeActions(place, at), `${name} and ${nameOf(next)}`),
                ]),
            ...paramMutants(place, action, at),
        ];
    });
}
function nameOf(action) {
    if (typeof action === "string")
        return action;
    const { errno, as } = action.params ?? {};
    return [action.type, errno ?? as].filter(Boolean).join(" ");
}
function paramMutants(place, action, at) {
    const { errno, as } = typeof action === "string" ? {} : (action.params ?? {});
    if (errno !== undefined) {
        const other = following(Object.keys(errnos), errno);
        const chart = setParams(place, at, { errno: other });
        return [mutant("change-errno", place, chart, `${other} for ${errno}`)];
    }
    if (as === undefined)
        return [];
    const uses = [controlUses, pageUses].find((names) => names.includes(as)) ?? [];
    const other = following(uses, as);
    return [mutant("change-use", place, setParams(place, at, { as: other }), `${other} for ${as}`)];
}
const controlUses = ["control", "swap", "table"];
const pageUses = ["source", "list"];
function following(names, name) {
    return names[(names.indexOf(name) + 1) % names.length] ?? name;
}
//# sourceMappingURL=one-edge.js.map