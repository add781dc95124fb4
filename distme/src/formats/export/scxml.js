import { ExportError } from "./export-error.js";
import { guardText } from "./guard.js";
import { isInside } from "./statechart.js";
/**
 * A statechart as SCXML (W3C Recommendation of 2015).
 *
 * A guard asks the memory of the kernel, which is not in the chart: whoever sends an event answers
 * with it, `{ "lockFree": true }`, and what is not answered does not hold. An action is told by a
 * `<log>`: what it does to memory is not in the chart either.
 *
 * @throws ExportError for what SCXML would understand otherwise than XState
 */
export function scxml(chart) {
    refusePrefixes(chart);
    const { name, description, root, transitions } = chart;
    const leaving = new Map();
    for (const arrow of transitions) {
        leaving.set(arrow.source, [...(leaving.get(arrow.source) ?? []), arrow]);
    }
    // what is true of the whole needs a state of its own: <scxml> has no transitions
    const isState = root.kind === "parallel" || leaving.has(root) || root.entry.length > 0;
    const attributes = {
        xmlns: "http://www.w3.org/2005/07/scxml",
        "xmlns:model": "urn:kexec-model:statechart",
        version: "1.0",
        datamodel: "ecmascript",
        name,
        initial: isState ? root.id : root.initial.map(({ id }) => id).join(" "),
        ...(description !== "" && { "model:description": description }),
    };
    const content = isState ? [stateXml(root, leaving)] : contentOf(root, leaving);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element("scxml", attributes, content)}\n`;
}
function stateXml(state, leaving) {
    const { id, kind, history, initial, path, description } = state;
    const attributes = {
        id,
        ...(history !== null && { type: history }),
        ...(kind === "compound" && { initial: initial.map((one) => one.id).join(" ") }),
        "model:path": path,
        ...(description !== "" && { "model:description": description }),
    };
    if (kind === "history") {
        const target = initial.map((one) => one.id).join(" ");
        return element("history", attributes, target ? [element("transition", { target }, [])] : []);
    }
    const tag = kind === "final" || kind === "parallel" ? kind : "state";
    return element(tag, attributes, contentOf(state, leaving));
}
function contentOf(state, leaving) {
    const { entry, exit, children } = state;
    return [
        ...(entry.length > 0 ? [element("onentry", {}, entry.map(actionXml))] : []),
        ...(exit.length > 0 ? [element("onexit", {}, exit.map(actionXml))] : []),
        ...(leaving.get(state) ?? []).map(transitionXml),
        ...children.map((child) => stateXml(child, leaving)),
    ];
}
function transitionXml(arrow) {
    const { event, guard, actions, description, key } = arrow;
    const { targets, internal } = targetsOf(arrow);
    const attributes = {
        ...(event !== null && { event }),
        ...(guard && { cond: condition(guard) }),
        ...(targets.length > 0 && { target: targets.map(({ id }) => id).join(" ") }),
        ...(internal && { type: "internal" }),
        "model:key": key,
        ...(description !== "" && { "model:description": description }),
    };
    return element("transition", attributes, actions.map(actionXml));
}
/**
 * Where a transition leads, in the terms of SCXML: there, one with a target always leaves its
 * source, unless it is internal and the target lies inside.
 */
function targetsOf(arrow) {
    const { source, targets, reenter, key } = arrow;
    if (reenter || targets.length === 0)
        return { targets, internal: false };
    if (targets.every((target) => target === source)) {
        if (source.kind === "atomic")
            return { targets: [], internal: false };
        if (source.kind === "compound")
            return { targets: source.initial, internal: true };
    }
    const inside = targets.every((target) => target === source || isInside(source, target));
    if (!inside)
        return { targets, internal: false };
    if (source.kind === "compound" && !targets.includes(source))
        return { targets, internal: true };
    throw new ExportError(`expected a transition that SCXML has at "${key}", got one that enters regions anew without ` +
        `leaving "${source.path}": give it reenter: true`);
}
/** `event="a"` stands for `a.b`, too, and XState's `a` does not. */
function refusePrefixes({ transitions }) {
    const events = new Set(transitions.flatMap(({ event }) => event ?? []));
    for (const event of events) {
        if (event.startsWith("xstate.")) {
            throw new ExportError(`expected events that somebody sends, got "${event}", which only XState does: ` +
                "SCXML has an event of its own for it");
        }
        const other = [...events].find((one) => one.startsWith(`${event}.`));
        if (other === undefined)
            continue;
        throw new ExportError(`expected event names of which none begins another, got "${event}" and "${other}": ` +
            "SCXML would take the second for the first; write one of them without the dot");
    }
}
/** An expression that is false, and no error, for an event that answers nothing. */
function condition(guard) {
    switch (guard.kind) {
        case "named": {
            const name = guardText(guard);
            const answer = /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
            return `(_event.data || {})${answer} === true`;
        }
        case "not":
            return `!(${guard.guards.map(condition).join(" && ")})`;
        default: {
            const joined = guard.guards.map((one) => `(${condition(one)})`);
            return joined.join(guard.kind === "and" ? " && " : " || ");
        }
    }
}
function actionXml({ type, params }) {
    const expr = params === null ? {} : { expr: `JSON.stringify(${JSON.stringify(params)})` };
    return element("log", { label: type, ...expr }, []);
}
function quoted(text) {
    return `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}
function element(tag, attributes, content) {
    const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    const opening = `<${tag}${given.join("")}`;
    if (content.length === 0)
        return `${opening}/>`;
    const indented = content.map((child) => child.replaceAll(/^/gm, "  "));
    return `${opening}>\n${indented.join("\n")}\n</${tag}>`;
}
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\t": "&#9;",
};
function escaped(text) {
    return text.replaceAll(/[&<>"\n\t]/g, (letter) => entities[letter] ?? letter);
}
//# sourceMappingURL=scxml.js.map