import { and } from "xstate";
import { literalConfig, literals } from "../model/compose.js";
import { listsOf, nodesOf } from "./targets.js";
/**
 * An edit that changes nothing and compares every mutant on the way.
 *
 * @returns the edit, and what a search of the edited model has found by its end
 */
export function watching(layout, mutants) {
    const differs = new Set();
    const compared = new Map(Object.keys(mutants).map((name) => [name, 0]));
    const watches = watchesFor(layout, mutants);
    const numbered = [...watches.values()];
    const ask = (mem, event, { index }) => {
        const watch = numbered[index];
        if (watch && watch.suspects.length > 0)
            compare(watch, mem, event);
        return true;
    };
    const compare = (watch, mem, event) => {
        const right = outcomeOf(watch.original, mem, event);
        let found = false;
        for (const { name, branches } of watch.suspects) {
            if (differs.has(name)) {
                found = true;
                continue;
            }
            compared.set(name, (compared.get(name) ?? 0) + 1);
            if (isSame(right, outcomeOf(branches, mem, event)))
                continue;
            differs.add(name);
            compared.delete(name);
            found = true;
        }
        if (found)
            watch.suspects = watch.suspects.filter(({ name }) => !differs.has(name));
    };
    const inXState = ({ context, event }, params) => ask(context.mem, event, params);
    return {
        reached: { differs, compared },
        edit: {
            chart: (literal) => putProbes(literal, [...watches.keys()]),
            guards: () => ({ probe: Object.assign(inXState, { ask }) }),
        },
    };
}
/** Asks before every choice that is watched. */
function putProbes(literal, watched) {
    for (const { path, node } of nodesOf(literal)) {
        for (const [eventType, [first = {}, ...rest]] of listsOf(node)) {
            const index = watched.indexOf(`${path} ${eventType}`);
            if (index < 0)
                continue;
            const asks = { type: "probe", params: { index } };
            const guard = first.guard === undefined ? asks : and([asks, first.guard]);
            const probed = [{ ...first, guard }, ...rest];
            if (eventType === "always")
                node.always = probed;
            else if (node.on)
                node.on[eventType] = probed;
        }
    }
}
function watchesFor(layout, mutants) {
    const names = namesOf(layout);
    const literal = literalConfig(layout);
    const original = choicesOf(literal);
    const watches = new Map();
    for (const [name, edit] of Object.entries(mutants)) {
        const own = withEdit(names, layout, edit);
        const changed = changesOf(name, edit, literal);
        for (const [key, list] of original) {
            const mutated = changed.get(key) ?? list;
            const touched = mutated !== list || (own.own.size > 0 && list.some((one) => mentions(own, one)));
            if (!touched)
                continue;
            const watch = watches.get(key) ?? { original: branchesOf(names, list), suspects: [] };
            watch.suspects.push({ name, branches: branchesOf(own.names, mutated) });
            watches.set(key, watch);
        }
    }
    return watches;
}
const known = new Map();
/** What a mutant makes of the choices that it changes; the literals are the same in every layout. */
function changesOf(name, edit, literal) {
    const seen = known.get(name);
    if (seen)
        return seen;
    const changes = changedChoices(literal, edit);
    known.set(name, changes);
    return changes;
}
/**
 * The choices whose transitions an edit changes, by `path eventType`, as they are then.
 *
 * @param literal the configuration of all literals; it is not changed
 */
export function changedChoices(literal, edit) {
    if (!edit.chart)
        return new Map();
    const mutated = structuredClone(literal);
    edit.chart(mutated);
    const changed = choicesOf(mutated);
    return new Map([...choicesOf(literal)].flatMap(([key, list]) => {
        const own = changed.get(key) ?? []; // a choice that lost its only transition is none
        return isSpeltSame(own, list) ? [] : [[key, own]];
    }));
}
/** Most choices are untouched: their transitions are the same one by one. */
function isSpeltSame(list, original) {
    return list.length === original.length && spell(list) === spell(original);
}
function choicesOf(literal) {
    return new Map(nodesOf(literal).flatMap(({ path, node }) => listsOf(node).map(([type, list]) => [`${path} ${type}`, list])));
}
/** Negated guards are functions, and the only ones. */
function spell(list) {
    return JSON.stringify(list.map(({ guard, target, actions }) => ({
        guard: typeof guard === "function" ? { not: guardsIn(guard) } : guard,
        target,
        actions,
    })));
}
function namesOf(layout) {
    const { doors, regions, root } = literals(layout);
    const all = [...doors, ...Object.values(regions), root].map(({ implementations }) => implementations);
    return {
        guards: new Map(all.flatMap(({ guards }) => asks(guards))),
        actions: new Map(all.flatMap(({ actions }) => applications(actions))),
    };
}
function asks(guards) {
    return Object.entries(guards).map(([name, guard]) => {
        const { ask } = guard;
        return [name, ask ?? guard]; // a guard that looks at nothing is a plain function
    });
}
function applications(actions) {
    return Object.entries(actions).map(([name, action]) => [
        name,
        action.step, // see Implementations
    ]);
}
function withEdit({ guards, actions }, layout, edit) {
    const ownGuards = asks(edit.guards?.(layout) ?? {});
    const ownActions = applications(edit.actions?.(layout) ?? {});
    return {
        names: {
            guards: new Map([...guards, ...ownGuards]),
            actions: new Map([...actions, ...ownActions]),
        },
        own: new Set([...ownGuards, ...ownActions].map(([name]) => name)),
    };
}
function mentions({ own }, { guard, actions = [] }) {
    return [guard, ...[actions].flat()].some((one) => one !== undefined && own.has(nameIn(one)));
}
function branchesOf(names, list) {
    return list.map(({ guard, target, actions = [] }) => ({
        guards: guard === undefined ? [] : [guardUse(names, guard)],
        target,
        actions: [actions].flat().map((action) => use(names.actions, action)),
    }));
}
function guardUse({ guards }, guard) {
    if (typeof guard !== "function")
        return { use: use(guards, guard), negated: false };
    return { use: use(guards, guardsIn(guard)[0]), negated: true };
}
function guardsIn(guard) {
    return guard.guards ?? []; // of `not`
}
function use(known, of) {
    const run = known.get(nameIn(of));
    if (!run)
        throw new RangeError(`there is nothing named "${nameIn(of)}"`);
    return {
        run,
        params: typeof of === "object" && of !== null && "params" in of ? of.params : undefined,
    };
}
function nameIn(of) {
    return typeof of === "object" && of !== null && "type" in of ? String(of.type) : String(of);
}
function outcomeOf(branches, mem, event) {
    try {
        const branch = branches.find(({ guards }) => guards.every(({ use: { run, params }, negated }) => run(mem, event, params) !== negated));
        return {
            target: branch?.target,
            branch: branch ?? null,
            mem: () => behind(branch, mem, event),
        };
    }
    catch {
        return null;
    }
}
function behind(branch, mem, event) {
    const draft = mem.slice();
    for (const { run, params } of branch?.actions ?? [])
        run(draft, event, params);
    return draft;
}
function isSame(one, other) {
    if (one === null || other === null)
        return false;
    if ((one.branch === null) !== (other.branch === null))
        return false;
    if (one.target !== other.target)
        return false;
    try {
        return Buffer.compare(one.mem(), other.mem()) === 0;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=reached.js.map