import { and, not, or, stateIn } from "xstate";
import { UnsupportedError } from "../errors.js";
import { matchesCode } from "./active.js";
import { andCode, notCode, orCode } from "./code.js";
/** Turns guards and actions into text, and collects what the text refers to. */
export class SiteCollector {
    #flat;
    #machine;
    #kind;
    #context;
    #guards = [];
    #actions = [];
    #params = [];
    #events;
    #raised = new Map();
    #alphabet;
    constructor(flat, machine, options) {
        const { kind, context, events } = options;
        this.#context = context;
        this.#flat = flat;
        this.#machine = machine;
        this.#kind = kind;
        this.#events = [...events];
        this.#alphabet = events.length;
    }
    get sites() {
        return {
            guards: this.#guards,
            actions: this.#actions,
            params: this.#params,
            events: this.#events,
        };
    }
    /** Numbers of the events that the chart itself raises, as far as they are known by now. */
    raisedFrom(first) {
        const from = Math.max(first, this.#alphabet);
        return this.#events.slice(from).map((event, i) => ({ index: from + i, event }));
    }
    /** The number of an event that the chart raises. */
    raise(event) {
        const key = JSON.stringify(event);
        const known = this.#raised.get(key);
        if (known !== undefined)
            return known;
        this.#raised.set(key, this.#events.length);
        return this.#events.push(event) - 1;
    }
    /** What a guard says whatever the state is; null when that depends on it. */
    constantOf(guard, event) {
        if (guard === undefined)
            return true;
        const { name, params } = isComposite(guard)
            ? { name: "", params: undefined }
            : reference(guard, "guard");
        const resolved = typeof guard === "function" ? guard : this.#machine.implementations.guards[name];
        if (isComposite(resolved)) {
            const parts = (resolved.guards ?? []).map((part) => this.constantOf(part, event));
            if (resolved.check === checks.and)
                return constantAnd(parts);
            if (resolved.check === checks.or) {
                const none = constantAnd(parts.map((part) => (part === null ? null : !part)));
                return none === null ? null : !none;
            }
            return null;
        }
        if (typeof resolved !== "function" || member(resolved, "dependsOn") !== "event")
            return null;
        const ask = member(resolved, "ask");
        if (ask === null)
            return null;
        return Boolean(Reflect.apply(callable(ask), null, [new Uint8Array(0), event, params]));
    }
    guard(guard, of, at) {
        if (guard === undefined)
            return true;
        if (isComposite(guard))
            return this.#composite(guard, of, at);
        const { name, params } = reference(guard, "guard");
        const implementation = typeof guard === "function" ? guard : this.#machine.implementations.guards[name];
        if (implementation === undefined)
            throw new UnsupportedError(of.node.id, `asks "${name}", which is not implemented`);
        if (isComposite(implementation))
            return this.#composite(implementation, of, at);
        if (typeof implementation !== "function")
            return this.guard(implementation, of, at);
        const constant = at.event.known === null ? null : this.constantOf(guard, at.event.known);
        if (constant !== null)
            return constant;
        const asked = member(implementation, "ask");
        const ask = asked === null ? null : callable(asked);
        const site = { name, implementation: callable(implementation), ask, params };
        const index = this.#guards.push(site) - 1;
        return this.#call(`g${index}`, { ...at, bytes: ask !== null, params });
    }
    /** null: the action does nothing to a state. */
    action(action, of, at) {
        const { name, params } = reference(action, "action");
        const implementation = typeof action === "function" ? action : this.#machine.implementations.actions[name];
        if (implementation === undefined)
            throw new UnsupportedError(of.node.id, `runs "${name}", which is not implemented`);
        if (!isBuiltin(implementation))
            return { text: "", changes: false }; // not run by a pure step
        switch (implementation.type) {
            case "xstate.assign":
                return { text: this.#assign(implementation, { ...at, name, params }), changes: true };
            case "xstate.raise":
                return {
                    text: `queue.push(${this.#raiseOf(implementation, of, { event: at.event, params })});`,
                    changes: false,
                };
            case "xstate.emit":
            case "xstate.log":
                return { text: "", changes: false };
            default:
                throw new UnsupportedError(of.node.id, `runs ${implementation.type}`);
        }
    }
    #raiseOf({ event: raised, delay }, of, { event, params }) {
        const computable = this.#kind === "constant" && event.known !== null;
        const known = typeof raised === "function" && computable
            ? Reflect.apply(raised, null, [{ context: this.#context, event: event.known }, params])
            : raised;
        if (delay !== undefined || typeof known !== "object" || known === null || !("type" in known)) {
            throw new UnsupportedError(of.node.id, "raises an event that is computed or delayed");
        }
        return this.raise({ ...known, type: String(known.type) });
    }
    #assign(action, { name, params, side, event }) {
        const step = typeof action.step === "function" ? callable(action.step) : null;
        const site = { name, assignment: action.assignment, step: step, params };
        const index = this.#actions.push(site) - 1;
        const call = this.#call(`a${index}`, { side, event, bytes: step !== null, params });
        const word = `next[${this.#flat.words}]`;
        return this.#kind === "layout" ? `${call};` : `${word} = ${call};`;
    }
    /** A call of a guard or action: over bytes, with XState's arguments, or by the context's number. */
    #call(name, { side: { buffer }, event, bytes, params, }) {
        if (this.#kind !== "layout") {
            const context = this.#kind === "constant" ? "0" : `${buffer}[${this.#flat.words}]`;
            return `${name}(${event.index}, ${context})`;
        }
        const args = buffer === "cur" ? "curArgs" : "nextArgs";
        const memory = buffer === "cur" ? "curMem" : "mem";
        const first = bytes
            ? `${memory}, ${event.known === null ? `events[${event.index}]` : `E${event.index}`}`
            : `${args}[${event.index}]`;
        if (params === undefined)
            return `${name}(${first})`;
        const own = `p${this.#params.push(params) - 1}`;
        return `${name}(${first}, ${typeof params === "function" ? `${own}(${args}[${event.index}])` : own})`;
    }
    #composite(guard, of, at) {
        const parts = (guard.guards ?? []).map((part) => this.guard(part, of, at));
        if (guard.check === checks.and)
            return andCode(parts);
        if (guard.check === checks.or)
            return orCode(parts);
        if (guard.check === checks.not)
            return notCode(parts[0] ?? true);
        if (guard.check === checks.stateIn) {
            return matchesCode(this.#flat, guard.stateValue, of)(at.side.words);
        }
        throw new UnsupportedError(of.node.id, "asks a guard of an unknown kind");
    }
}
const checks = {
    and: checkOf(and([])),
    or: checkOf(or([])),
    not: checkOf(not("")),
    stateIn: checkOf(stateIn("")),
};
/** All of them; null when that is not known. */
function constantAnd(parts) {
    if (parts.includes(false))
        return false;
    return parts.includes(null) ? null : true;
}
function checkOf(guard) {
    return isComposite(guard) ? guard.check : null;
}
function isComposite(guard) {
    return typeof guard === "function" && "check" in guard;
}
function isBuiltin(action) {
    return typeof action === "function" && "resolve" in action && "type" in action;
}
function member(of, name) {
    return name in of ? of[name] : null;
}
function callable(value) {
    if (typeof value !== "function")
        throw new TypeError("expected a function");
    return value; // a function, of whatever arguments
}
function reference(of, what) {
    if (typeof of === "string")
        return { name: of, params: undefined };
    if (typeof of === "function")
        return { name: of.name || `(inline ${what})`, params: undefined };
    if (typeof of === "object" && of !== null && "type" in of) {
        return { name: String(of.type), params: "params" in of ? of.params : undefined };
    }
    throw new TypeError(`expected a ${what}, got ${typeof of}`);
}
//# sourceMappingURL=sites.js.map