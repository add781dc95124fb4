import { ExportError } from "./export-error.js";
/**
 * A statechart as the JSON that XState's `createMachine` takes, and Stately's editor imports.
 *
 * Guards and actions are names with their params: `machine.provide` gives them a meaning. Every
 * target is an id, so that a state can be moved without a thought to who leads there.
 *
 * @throws ExportError for guards that are put together, which JSON has no word for
 */
export function xstateJson({ root, transitions }) {
    const leaving = new Map();
    for (const arrow of transitions) {
        leaving.set(arrow.source, [...(leaving.get(arrow.source) ?? []), arrow]);
    }
    return `${JSON.stringify(nodeOf(root, leaving), null, 2)}\n`;
}
function nodeOf(state, leaving) {
    const { id, kind, history, initial, description, tags, meta, entry, exit, children } = state;
    const arrows = leaving.get(state) ?? [];
    const always = arrows.filter(({ event }) => event === null);
    const [first] = initial;
    return {
        id,
        ...(description !== "" && { description }),
        ...(Object.keys(meta).length > 0 && { meta }),
        ...(tags.length > 0 && { tags }),
        ...((kind === "parallel" || kind === "final" || kind === "history") && { type: kind }),
        ...(history !== null && { history }),
        ...(history !== null && first && { target: `#${first.id}` }),
        ...(kind === "compound" && first && { initial: first.key }),
        ...(entry.length > 0 && { entry: entry.map(calledOf) }),
        ...(exit.length > 0 && { exit: exit.map(calledOf) }),
        ...(always.length > 0 && { always: always.map(transitionOf) }),
        ...(arrows.length > always.length && { on: onOf(arrows) }),
        ...(children.length > 0 && {
            states: Object.fromEntries(children.map((child) => [child.key, nodeOf(child, leaving)])),
        }),
    };
}
function onOf(arrows) {
    const on = {};
    for (const arrow of arrows) {
        if (arrow.event === null)
            continue;
        on[arrow.event] = [...(on[arrow.event] ?? []), transitionOf(arrow)];
    }
    return on;
}
function transitionOf(arrow) {
    const { targets, guard, actions, reenter, description, meta } = arrow;
    const [only, ...others] = targets.map(({ id }) => `#${id}`);
    return {
        ...(description !== "" && { description }),
        ...(Object.keys(meta).length > 0 && { meta }),
        ...(guard && { guard: guardJson(guard, arrow) }),
        ...(only !== undefined && { target: others.length > 0 ? [only, ...others] : only }),
        ...(reenter && { reenter }),
        ...(actions.length > 0 && { actions: actions.map(calledOf) }),
    };
}
function guardJson(guard, { key }) {
    if (guard.kind === "named")
        return calledOf(guard.named);
    throw new ExportError(`expected a guard that has a name at "${key}", got one put together by "${guard.kind}": ` +
        "give it a name in setup");
}
function calledOf({ type, params }) {
    return params === null ? { type } : { type, params };
}
//# sourceMappingURL=xstate-json.js.map