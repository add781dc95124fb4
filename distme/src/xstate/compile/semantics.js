const known = new WeakMap();
/** Works out a transition of a chart without history. */
export function effectOf(chart, transition) {
    const effect = known.get(transition) ?? workOut(chart, transition);
    known.set(transition, effect);
    return effect;
}
function workOut(chart, transition) {
    const { definition } = transition;
    const targets = definition.target ?? [];
    if (targets.length === 0) {
        const none = { exits: [], enters: [], byDefault: new Set() };
        return { transition, moves: false, domain: transition.source, ...none };
    }
    const node = (of) => {
        const found = chart.nodeOf.get(of);
        if (!found)
            throw new RangeError(`no node ${of.id} in the chart`);
        return found;
    };
    const domain = domainOf(definition, targets);
    const entry = new EntrySet();
    entry.add(definition, targets, domain);
    const leaves = (of) => domain === null ||
        isBelow(of, domain) ||
        (definition.reenter && of === domain && of === definition.source);
    return {
        transition,
        moves: true,
        domain: domain && node(domain),
        exits: chart.nodes.filter((one) => leaves(one.node)).reverse(),
        enters: [...entry.nodes].map(node).sort((a, b) => a.index - b.index),
        byDefault: new Set([...entry.byDefault].map(node)),
    };
}
/**
 * Whether two transitions leave a common state, so that only one of them can be taken. A node that
 * can be left has an active child to leave, so it is enough to look at the chart.
 */
export function conflict(a, b) {
    if (a.exits.length === 0 || b.exits.length === 0)
        return false;
    if (!a.domain || !b.domain)
        return true;
    const [x, y] = [a.domain.node, b.domain.node];
    if (x !== y)
        return isBelow(x, y) || isBelow(y, x);
    return a.exits.some((node) => node.node !== x) || a.exits.length + b.exits.length === 2;
}
/** Those of selected transitions that are taken: of two that conflict the inner, or the first. */
export function withoutConflicts(chart, selected) {
    if (selected.length < 2)
        return selected;
    const taken = new Set();
    for (const one of selected) {
        const rivals = [...taken].filter((other) => conflict(effectOf(chart, one), effectOf(chart, other)));
        if (rivals.some((rival) => !isInner(one, rival)))
            continue;
        for (const rival of rivals)
            taken.delete(rival);
        taken.add(one);
    }
    return [...taken];
}
/** Whether the source of `inner` lies below the source of `outer`. */
export function isInner(inner, outer) {
    return isBelow(inner.source.node, outer.source.node);
}
export function isBelow(node, ancestor) {
    for (let at = node.parent; at; at = at.parent)
        if (at === ancestor)
            return true;
    return false;
}
/** Proper ancestors, innermost first, up to but without `end`; all of them when `end` is null. */
function ancestorsOf(node, end) {
    const list = [];
    if (node === end)
        return list;
    for (let at = node.parent; at && at !== end; at = at.parent)
        list.push(at);
    return list;
}
function domainOf({ source, reenter }, targets) {
    const inside = targets.every((target) => target === source || isBelow(target, source));
    if (!reenter && inside)
        return source;
    const [head, ...tail] = [...targets, source];
    const common = head && ancestorsOf(head, null).find((one) => tail.every((n) => isBelow(n, one)));
    if (common)
        return common;
    return reenter ? null : source.machine.root;
}
/** The states that a transition enters. */
class EntrySet {
    nodes = new Set();
    byDefault = new Set();
    add({ source, reenter }, targets, domain) {
        for (const target of targets) {
            if (source !== target || source !== domain || reenter)
                this.#enter(target);
            this.#descend(target);
        }
        for (const target of targets) {
            const ancestors = ancestorsOf(target, domain);
            if (domain?.type === "parallel")
                ancestors.push(domain);
            this.#ascend(ancestors, !source.parent && reenter ? null : domain);
        }
    }
    #enter(node) {
        this.nodes.add(node);
        this.byDefault.add(node);
    }
    /** The states that become active inside one that is entered. */
    #descend(node) {
        if (node.type === "compound") {
            const [initial] = node.initial.target ?? [];
            if (!initial)
                return;
            this.#enter(initial);
            this.#descend(initial);
            this.#ascend(ancestorsOf(initial, node), null);
        }
        else if (node.type === "parallel") {
            for (const child of Object.values(node.states)) {
                if (this.#someBelow(child))
                    continue;
                this.#enter(child);
                this.#descend(child);
            }
        }
    }
    #ascend(ancestors, within) {
        for (const ancestor of ancestors) {
            if (!within || isBelow(ancestor, within))
                this.nodes.add(ancestor);
            if (ancestor.type !== "parallel")
                continue;
            for (const child of Object.values(ancestor.states)) {
                if (this.#someBelow(child))
                    continue;
                this.nodes.add(child);
                this.#descend(child);
            }
        }
    }
    #someBelow(node) {
        return [...this.nodes].some((one) => isBelow(one, node));
    }
}
//# sourceMappingURL=semantics.js.map